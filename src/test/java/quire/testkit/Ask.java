package quire.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import quire.core.Json;

/** Asks over HTTP and reads as a table: {@code ask.get("/forms").expect(200).says("Direct observation")}. */
public final class Ask {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private static final String BOUNDARY = "----quire-test-boundary";

    private final String address;
    private final String site;
    private final String token;
    private final String stamp;
    private final Map<String, String> headers;

    /** Somebody who is not signed in. */
    public Ask(String address) {
        this(address, "same-origin", "", "", Map.of());
    }

    private Ask(String address, String site, String token, String stamp, Map<String, String> headers) {
        this.address = address;
        this.site = site;
        this.token = token;
        this.stamp = stamp;
        this.headers = Map.copyOf(headers);
    }

    /** Somebody with the token of a session; what they send carries the stamp that pages would give them. */
    public Ask signedIn(String sessionToken) {
        String session = new Ask(address, site, sessionToken, "", Map.of())
                .get("/session")
                .expect(200)
                .text();
        return new Ask(
                address,
                site,
                sessionToken,
                String.valueOf(Json.readObject(session, "session").get("stamp")),
                Map.of());
    }

    /** Signs in with a password alone, as on the page for it; the token of the session, or empty if they must wait. */
    public Optional<String> signIn(String email, String password) {
        Answer answer = post("/sign-in", Map.of("email", email, "password", password));
        if (answer.status() == 503) {
            return Optional.empty();
        }
        String cookie = String.valueOf(answer.expect(303).header("Set-Cookie"));
        return Optional.of(cookie.replaceFirst("^[^=]*=([^;]*);.*", "$1"));
    }

    /** A browser that has a cookie and knows of no page. */
    public Ask withCookie(String sessionToken) {
        return new Ask(address, site, sessionToken, "", Map.of());
    }

    /** The same with a header of one's own. */
    public Ask with(String header, String value) {
        return new Ask(address, site, token, stamp, Map.of(header, value));
    }

    /** A program that shows what it says it is. */
    public Ask program(String header) {
        return new Ask(address, "none", "", "", header.isEmpty() ? Map.of() : Map.of("Authorization", header));
    }

    /** The same from a page of another site. */
    public Ask fromAnotherSite() {
        return new Ask(address, "cross-site", token, stamp, headers);
    }

    /** The same with forms that are older than the session. */
    public Ask withoutStamp() {
        return new Ask(address, site, token, "", headers);
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    public Answer method(String method, String path) {
        return send(request(path).method(method, BodyPublishers.noBody()));
    }

    /** Sends a form's boxes. */
    public Answer post(String path, Map<String, String> boxes) {
        return post(path, "application/x-www-form-urlencoded", body(boxes));
    }

    private static String body(Map<String, String> boxes) {
        return boxes.entrySet().stream()
                .map(box -> encoded(box.getKey()) + "=" + encoded(box.getValue()))
                .collect(Collectors.joining("&"));
    }

    /** As {@link #post(String, Map)}, from the script of a page, which wants to be answered as a program is. */
    public Answer postAsScript(String path, Map<String, String> boxes) {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofString(body(boxes))));
    }

    public Answer post(String path, String type, String body) {
        return send(request(path).header("Content-Type", type).POST(BodyPublishers.ofString(body)));
    }

    public Answer post(String path, String type, BodyPublisher body) {
        return send(request(path).header("Content-Type", type).POST(body));
    }

    /** Sends a form in parts; a value of bytes is a file, its name after a colon in the key. */
    public Answer postParts(String path, Map<String, Object> parts) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        parts.forEach((key, value) -> {
            String[] names = key.split(":", 2);
            String file = names.length == 2 ? "; filename=\"" + names[1] + "\"" : "";
            write(
                    body,
                    "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + names[0] + "\"" + file
                            + "\r\n\r\n");
            body.writeBytes(
                    value instanceof byte[] bytes ? bytes : value.toString().getBytes(StandardCharsets.UTF_8));
            write(body, "\r\n");
        });
        write(body, "--" + BOUNDARY + "--\r\n");
        return post(path, "multipart/form-data; boundary=" + BOUNDARY, BodyPublishers.ofByteArray(body.toByteArray()));
    }

    /** As {@link #get} with a header of one's own. */
    public Answer getWith(String path, String header, String value) {
        return send(request(path).header(header, value).GET());
    }

    private static void write(ByteArrayOutputStream body, String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address + path)).header("Sec-Fetch-Site", site);
        if (!token.isEmpty()) {
            request.header("Cookie", "__Host-quire=" + token);
        }
        headers.forEach(request::header);
        return stamp.isEmpty() ? request : request.header("X-Quire-Stamp", stamp);
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new NoAnswer(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Nobody was there, or they went away before they had answered. */
    public static final class NoAnswer extends AssertionError {
        private static final long serialVersionUID = 1;

        NoAnswer(IOException why) {
            super("No answer", why);
        }
    }

    /** What came back. */
    public static final class Answer {
        private final HttpResponse<byte[]> response;

        Answer(HttpResponse<byte[]> response) {
            this.response = response;
        }

        public Answer expect(int status) {
            assertThat(response.statusCode()).as(text()).isEqualTo(status);
            return this;
        }

        public Answer says(String... words) {
            assertThat(text()).contains(words);
            return this;
        }

        public Answer doesNotSay(String... words) {
            assertThat(text()).doesNotContain(words);
            return this;
        }

        public Answer has(String header, String value) {
            assertThat(header(header)).isEqualTo(value);
            return this;
        }

        public @Nullable String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }

        public int status() {
            return response.statusCode();
        }

        /** Where a redirect leads. */
        public String location() {
            assertThat(response.statusCode()).as(text()).isEqualTo(303);
            String location = header("Location");
            assertThat(location).isNotNull();
            return URI.create(String.valueOf(location)).toString().replaceFirst("^https?://[^/]+", "");
        }

        public String text() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        public byte[] bytes() {
            return response.body();
        }
    }
}
