package quire.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quire.people.HeldRole;
import quire.testkit.Ask;
import quire.testkit.Cast;
import quire.testkit.WebHouse;
import quire.web.frame.Pages;
import quire.web.frame.Route;

/** Every address, asked by people who may, with what no page of ours would send: answered, never with a fault of ours. */
class WildRequestsIT {

    private static final String FORM = "application/x-www-form-urlencoded";

    /** What may stand where an address has a name, as bytes of a request line. */
    private static final List<String> NAMES = List.of(
            "nobody",
            "-1",
            "0",
            "null",
            "x".repeat(3_000),
            "%27%20or%201%3D1%20--",
            "%F0%9F%98%80",
            "e%CC%81",
            "%ED%A0%80",
            "%FF%FE",
            "%C0%AE%C0%AE",
            "%00",
            "a%00b",
            "%0D%0ASet-Cookie:%20a=b",
            "..",
            "%2e%2e",
            "..%2f..%2fetc%2fpasswd",
            "..%5c..%5cwindows",
            "%252e%252e",
            "a;b=c",
            "%25",
            "$%7B7*7%7D",
            "%3Cscript%3E");

    private static final List<String> QUERIES = List.of(
            "page=-1",
            "page=0",
            "page=99999999999999999999",
            "page=1e9",
            "page=%D9%A1",
            "before=-1",
            "before=99999999999999999999",
            "before=x",
            "text=%00",
            "text=%ED%A0%80",
            "text=%FF",
            "text=%",
            "text=%zz",
            "text=" + "x".repeat(7_000),
            "text=%25%5F%27%22%3B--",
            "text=%28%5B%2A",
            "organisation=nobody&role=nobody&state=nobody&status=nobody&sort=nobody&programme=nobody",
            "organisation=%00",
            "role=%00",
            "removed=%00",
            "removed=nobody:r1:0",
            "removed=%7B%22a%22%3A%5B%5D%7D",
            "done=%00",
            "done=nobody",
            "to=%00",
            "as=%00&missing=%00",
            "=",
            "&&&&",
            "=x&%=%",
            "a".repeat(7_000));

    @TempDir
    Path data;

    private WebHouse house;
    private Cast cast;
    private String document;
    private String role;
    private Ask program;
    private final Set<String> faults = new TreeSet<>();

    @BeforeEach
    void open() {
        house = WebHouse.open(data);
        cast = Cast.in(house);
        document = cast.ask("nqsw")
                .post("/portfolios/" + cast.portfolio("nqsw").id() + "/papers/agreement", Map.of())
                .location()
                .replace("/documents/", "");
        List<HeldRole> held =
                house.rooms().people().roles().history(cast.person("moderator").id());
        role = held.get(0).id();
        program = house.program();
    }

    @AfterEach
    void close() {
        house.close();
    }

    /** S-10, S-66: names that nothing has, and that no text may have. */
    @Test
    void s10_s66_answersEveryNameThatNothingHas() {
        askForEveryName(taking(turns(people())));
    }

    /** S-10, S-66: questions behind an address that nobody would ask. */
    @Test
    void s10_s66_answersEveryQuestionBehindAnAddress() {
        askEveryQuestion(taking(turns(people())));
    }

    /** S-10, S-66, S-67: bodies that are no forms, or forms of nobody's. */
    @Test
    void s10_s66_s67_answersEveryBody() {
        for (Route route : routes()) {
            // Some addresses end the sessions of whoever asks.
            sendEveryBody(route, taking(turns(people())));
        }
        assertThat(faults).isEmpty();
    }

    /** The same, each of them by everybody. */
    @Test
    @Tag("slow")
    void s10_s66_s67_answersEverythingByEverybody() {
        askForEveryName(people()::forEach);
        askEveryQuestion(people()::forEach);
        for (Route route : routes()) {
            sendEveryBody(route, people()::forEach);
        }
        assertThat(faults).isEmpty();
    }

    private void askForEveryName(Consumer<Consumer<Ask>> who) {
        for (Route route : routes()) {
            List<String> parts = List.of(route.path().split("/", -1));
            for (int at = 0; at < parts.size(); at++) {
                if (parts.get(at).startsWith("{")) {
                    for (String name : NAMES) {
                        List<String> path = new ArrayList<>(parts);
                        path.set(at, name);
                        who.accept(ask -> send(route, ask, named(String.join("/", path)), "x"));
                    }
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    private void askEveryQuestion(Consumer<Consumer<Ask>> who) {
        for (Route route : routes()) {
            if (route.reads()) {
                for (String query : QUERIES) {
                    who.accept(ask -> send(route, ask, named(route.path()) + "?" + query, query));
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    private void sendEveryBody(Route route, Consumer<Consumer<Ask>> who) {
        if (!route.reads()) {
            bodies().forEach((what, body) -> who.accept(ask ->
                    judge(route, what, () -> ask.post(named(route.path()), body[0], bytes(body[1])))));
        }
    }

    /** One after the other, and then the first again. */
    private static Iterator<Ask> turns(List<Ask> people) {
        return Stream.iterate(0, turn -> turn + 1)
                .map(turn -> people.get(turn % people.size()))
                .iterator();
    }

    private static Consumer<Consumer<Ask>> taking(Iterator<Ask> turns) {
        return deed -> deed.accept(turns.next());
    }

    /** Each by its name: the type and the bytes, a character each. */
    private static Map<String, String[]> bodies() {
        Map<String, String[]> bodies = new LinkedHashMap<>();
        bodies.put("empty", new String[] {FORM, ""});
        bodies.put("other type", new String[] {"text/plain", "a=b"});
        bodies.put("no type at all", new String[] {"nonsense", "a=b"});
        bodies.put("JSON", new String[] {"application/json", "[".repeat(100_000)});
        bodies.put(
                "XML",
                new String[] {"application/xml", "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>"});
        bodies.put("another charset", new String[] {FORM + "; charset=utf-16", "a=b"});
        bodies.put("a charset that is none", new String[] {FORM + "; charset=nonsense", "a=b"});
        bodies.put("bad escapes", new String[] {FORM, "text=%zz"});
        bodies.put("half an escape", new String[] {FORM, "text=%4"});
        bodies.put("only signs", new String[] {FORM, "&&==&=&"});
        bodies.put("ten thousand boxes", new String[] {FORM, boxes(10_000)});
        bodies.put("parts without a boundary", new String[] {"multipart/form-data", "--x\r\n\r\n--x--"});
        bodies.put("parts that do not end", new String[] {
            "multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\nabc"
        });
        bodies.put("parts without names", new String[] {
            "multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data\r\n\r\nabc\r\n--x--\r\n"
        });
        bodies.put("parts with bytes that are no text", new String[] {
            "multipart/form-data; boundary=x",
            "--x\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\n\u00ff\u00fe\u0000\r\n--x--\r\n"
        });
        for (String text : List.of("%00", "%ED%A0%80", "%FF%FE", "%EF%BF%BE", "%E2%80%AE", "%F0%9F%98%80", "%0D%0A")) {
            bodies.put("boxes of " + text, new String[] {FORM, everyBox(text)});
        }
        return bodies;
    }

    /** The boxes of all pages with the same text. */
    private static String everyBox(String text) {
        return Stream.of(
                        "email",
                        "password",
                        "before",
                        "after",
                        "again",
                        "code",
                        "to",
                        "name",
                        "text",
                        "do",
                        "reason",
                        "title",
                        "organisation",
                        "role",
                        "registration",
                        "phone",
                        "address",
                        "from",
                        "until",
                        "font",
                        "size",
                        "spacing",
                        "background",
                        "from.day",
                        "from.month",
                        "from.year",
                        "last.day",
                        "last.month",
                        "last.year",
                        "_table",
                        "_file",
                        "_seen",
                        "_base",
                        "_end",
                        "_fields",
                        "_key",
                        "_do",
                        "_completed",
                        "kept.text",
                        "short",
                        "kind",
                        "host")
                .map(box -> box + "=" + text)
                .reduce((one, two) -> one + "&" + two)
                .orElseThrow();
    }

    private static String boxes(int count) {
        StringBuilder boxes = new StringBuilder();
        for (int i = 0; i < count; i++) {
            boxes.append("box").append(i).append("=x&");
        }
        return boxes.toString();
    }

    private void send(Route route, Ask ask, String path, String what) {
        judge(route, what.equals("x") ? path : what, () -> route.reads() ? ask.get(path) : ask.post(path, Map.of()));
    }

    private void judge(Route route, String what, Supplier<Ask.Answer> asked) {
        Ask.Answer answer;
        try {
            answer = asked.get();
        } catch (IllegalArgumentException notEvenAnAddress) {
            return;
        } catch (AssertionError noAnswer) {
            faults.add("no answer " + route.method() + " " + route.path() + ": " + what + ": " + noAnswer.getCause());
            return;
        }
        String text = answer.text();
        boolean plain = answer.status() < 500
                && !text.contains("\tat ")
                && !text.contains("quire.web")
                && !text.contains("Exception");
        if (!plain) {
            faults.add(answer.status() + " " + route.method() + " " + route.path() + ": "
                    + what.substring(0, Math.min(what.length(), 60)));
        }
    }

    /** People who together may ask for everything; with sessions of their own, since some addresses end them. */
    private List<Ask> people() {
        return Stream.concat(
                        Stream.of("nqsw", "assessor", "administrator", "operator")
                                .map(cast::ask),
                        Stream.of(house.stranger(), program))
                .toList();
    }

    private List<Route> routes() {
        return Routes.of(WebSettings.local(0), house.rooms(), new Pages("Quire", "/assets", house.rooms()));
    }

    private String named(String path) {
        return path.replace("{portfolio}", cast.portfolio("nqsw").id())
                .replace("{paper}", "agreement")
                .replace("{document}", document)
                .replace("{section}", "background")
                .replace("{place}", "0.nqsw")
                .replace("{digest}", "0".repeat(64))
                .replace("{person}", cast.person("moderator").id())
                .replace("{role}", role)
                .replace("{organisation}", cast.portfolio("nqsw").organisation())
                .replace("{form}", "direct-observation")
                .replace("{programme}", "adult")
                .replace("{evidence}", "none")
                .replace("{to}", "lead")
                .replace("{version}/{file}", "now/icon.svg")
                .replaceAll("\\{[a-z]+}", "none");
    }

    private static java.net.http.HttpRequest.BodyPublisher bytes(String body) {
        return java.net.http.HttpRequest.BodyPublishers.ofByteArray(body.getBytes(StandardCharsets.ISO_8859_1));
    }
}
