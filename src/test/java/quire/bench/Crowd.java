package quire.bench;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import quire.core.Json;

/**
 * Everybody of a town at once. What each does is due at a fixed beat, whether or not the last answer has come, as it is with
 * real people; an answer counts from the moment at which its request was due.
 */
final class Crowd implements AutoCloseable {

    private final String address;
    private final Latencies latencies;
    private final Random chance = new Random(1);
    private final HttpClient client = HttpClient.newHttpClient();
    private final ScheduledExecutorService beat = Executors.newScheduledThreadPool(2);

    Crowd(String address, Latencies latencies) {
        this.address = address;
        this.latencies = latencies;
    }

    /** Goes on for some seconds. */
    void stay(int seconds) throws InterruptedException {
        Thread.sleep(seconds * 1000L);
    }

    /** Saves what they have just written, every few seconds, and opens the page anew once a minute. */
    void writes(Town.Writer writer, Duration pause) throws Exception {
        String stamp = stamp(writer.token());
        String section = "/documents/" + writer.document() + "/sections/before";
        Typing typing = new Typing(section, stamp, writer.token());
        every(pause, typing::next);
        every(Duration.ofMinutes(1), () -> get(section, writer.token()));
    }

    /** Goes from their list to a year, to a paper, to a section, and round again. */
    void reads(Town.Reader reader, Duration pause) {
        int[] step = {chance.nextInt(4)};
        every(pause, () -> {
            int one = step[0] / 4 % reader.documents().size();
            String document = "/documents/" + reader.documents().get(one);
            String path =
                    switch (step[0]++ % 4) {
                        case 0 -> "/nqsws";
                        case 1 -> "/portfolios/" + reader.portfolios().get(one);
                        case 2 -> document;
                        default -> document + "/sections/before";
                    };
            return get(path, reader.token());
        });
    }

    @Override
    public void close() {
        beat.shutdownNow();
    }

    /**
     * What is due.
     *
     * @param kind what it is counted as
     * @param taker reads a good answer
     */
    private record Due(String kind, HttpRequest request, Consumer<String> taker) {}

    private void every(Duration pause, Supplier<Optional<Due>> next) {
        long period = pause.toMillis();
        var unused = beat.scheduleAtFixedRate(
                () -> next.get().ifPresent(this::send), chance.nextInt((int) period), period, TimeUnit.MILLISECONDS);
    }

    private void send(Due due) {
        long start = System.nanoTime();
        var unused = client.sendAsync(due.request(), HttpResponse.BodyHandlers.ofString())
                .whenComplete((answer, failure) -> {
                    boolean well = failure == null && answer.statusCode() == 200;
                    latencies.note(due.kind(), System.nanoTime() - start, well);
                    due.taker().accept(well ? answer.body() : "");
                });
    }

    private Optional<Due> get(String path, String token) {
        return Optional.of(new Due("page", request(path, token).GET().build(), body -> {}));
    }

    private String stamp(String token) throws Exception {
        HttpResponse<String> answer =
                client.send(request("/session", token).GET().build(), HttpResponse.BodyHandlers.ofString());
        return String.valueOf(Json.readObject(answer.body(), "session").get("stamp"));
    }

    private HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .header("Sec-Fetch-Site", "same-origin")
                .header("Cookie", "__Host-quire=" + token);
    }

    /** One person's text, which grows by a few words with every save; one save at a time, as in the browser. */
    private final class Typing {

        private final String section;
        private final String stamp;
        private final String token;
        private final AtomicBoolean waits = new AtomicBoolean();
        private volatile int base;
        private int words;

        Typing(String section, String stamp, String token) throws Exception {
            this.section = section;
            this.stamp = stamp;
            this.token = token;
            HttpResponse<String> page =
                    client.send(request(section, token).GET().build(), HttpResponse.BodyHandlers.ofString());
            this.base = Integer.parseInt(page.body().replaceAll("(?s).*name=\"_base\" value=\"(\\d+)\".*", "$1"));
        }

        Optional<Due> next() {
            if (!waits.compareAndSet(false, true)) {
                return Optional.empty();
            }
            words += 5;
            Map<String, String> boxes = Map.of(
                    "contact_background",
                    "five more words written here ".repeat(Math.min(words / 5, 200)) + words,
                    "_fields",
                    "contact_background",
                    "_key",
                    UUID.randomUUID().toString(),
                    "_base",
                    String.valueOf(base));
            String body = boxes.entrySet().stream()
                    .map(box -> box.getKey() + "=" + URLEncoder.encode(box.getValue(), StandardCharsets.UTF_8))
                    .collect(Collectors.joining("&"));
            HttpRequest request = request(section + "/autosave", token)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .header("Accept", "application/json")
                    .header("X-Quire-Stamp", stamp)
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build();
            return Optional.of(new Due("save", request, this::took));
        }

        private void took(String answer) {
            if (!answer.isEmpty()) {
                base = ((Number) Objects.requireNonNull(
                                Json.readObject(answer, "The answer").get("revision")))
                        .intValue();
            }
            waits.set(false);
        }
    }
}
