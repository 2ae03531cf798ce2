package quire.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import quire.people.Actor;
import quire.people.Person;
import quire.portfolio.Document;
import quire.testkit.Ask;
import quire.testkit.Cast;
import quire.testkit.DocxText;
import quire.testkit.PdfText;
import quire.testkit.WebHouse;

/** Texts that somebody may type, or say that they typed, from the page to the paper. */
class TypedTextIT {

    private static final String FORM = "application/x-www-form-urlencoded";

    @TempDir
    Path data;

    private WebHouse house;
    private Cast cast;
    private Ask nqsw;
    private String document;
    private String section;

    @BeforeEach
    void open() {
        house = WebHouse.open(data);
        cast = Cast.in(house);
        nqsw = cast.ask("nqsw");
        document = nqsw.post("/portfolios/" + cast.portfolio("nqsw").id() + "/papers/agreement", Map.of())
                .location();
        section = document + "/sections/background";
    }

    @AfterEach
    void close() {
        house.close();
    }

    /** S-64: what looks like a language is shown as it was typed: on pages, in comments, names and papers. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "{{7*7}} ${7*7} #{7*7}",
                "{{#each}}{{/each}} {{{background_text}}}",
                "javascript:alert(1)",
                "</textarea><!-- ]]> <?xml?>",
                "%s %n %1$s \\u0000 \\n"
            })
    void s64_showsWhatLooksLikeALanguageAsItWasTyped(String text) {
        save(text).expect(200);
        comment(text);
        rename(text);
        String html = WebHouse.escaped(text);
        for (String page : new String[] {
            section,
            document,
            "/account",
            "/portfolios/" + cast.portfolio("nqsw").id()
        }) {
            nqsw.get(page).expect(200).doesNotSay("<script>alert", "<img src=x", "<?xml?>");
        }
        nqsw.get(section).says(html);
        cast.ask("assessor").get(section).says(html);
        cast.ask("administrator").get("/people/" + cast.person("nqsw").id()).says(html);
        assertThat(oneLine(PdfText.of(nqsw.get(document + "/pdf").expect(200).bytes())))
                .contains(oneLine(text));
        assertThat(oneLine(DocxText.of(nqsw.get(document + "/word").expect(200).bytes())))
                .contains(oneLine(text));
    }

    /** S-65: what would fetch something, were it markup, is text: nobody is called while the paper is made. */
    @Test
    void s65_callsNobodyWhileAPaperIsMade() throws IOException {
        try (ServerSocket canary = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            String call = "http://127.0.0.1:" + canary.getLocalPort() + "/canary";
            String text = "<img src=\"" + call + "\"> <iframe src=\"" + call + "\"></iframe> <style>@import url(" + call
                    + ")</style> url(" + call
                    + ") <img src=\"file:///etc/passwd\"> <object data=\"file:///etc/passwd\">";
            save(text).expect(200);
            String paper =
                    oneLine(PdfText.of(nqsw.get(document + "/pdf").expect(200).bytes()));
            assertThat(paper)
                    .contains(oneLine("<object data=\"file:///etc/passwd\">"))
                    .doesNotContain("root:");
            nqsw.get(document + "/word").expect(200);
            canary.setSoTimeout(1);
            assertThatThrownBy(canary::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    /** S-66: texts of all kinds come back as they went in, and the papers hold them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "👩🏽‍👩🏽‍👧🏽‍👦🏽 and 👍🏿",
                "nai\u0308ve",
                "שלום עולם",
                "Zoë \u202Eevil\u202C end",
                "tab\tand  two spaces",
                "\uFFFD the sign for what was lost",
                "𐍈 beyond the first plane"
            })
    void s66_keepsTextOfEveryKind(String text) {
        save(text).expect(200);
        assertThat(kept()).isEqualTo(text);
        nqsw.get(section).says(WebHouse.escaped(text));
        nqsw.get(document + "/pdf").expect(200);
        nqsw.get(document + "/word").expect(200);
    }

    /** S-66: a letter with five thousand marks is long and no fault. */
    @Test
    void s66_keepsALetterWithFiveThousandMarks() {
        String text = "a" + "\u0301".repeat(5_000);
        save(text).expect(200);
        assertThat(String.valueOf(kept())).hasSizeBetween(5_000, 5_001);
        nqsw.get(section).expect(200);
        nqsw.get(document + "/pdf").expect(200);
        nqsw.get(document + "/word").expect(200);
    }

    /** S-66: what is no text is cleaned away or refused with a sentence, and nothing of it is half kept. */
    @ParameterizedTest
    @ValueSource(strings = {"%00", "%ED%A0%80", "%FF%FE", "%EF%BF%BE", "%01", "%1B%5B31m", "%C2%80"})
    void s66_keepsNothingThatIsNoText(String bytes) {
        Ask.Answer answer = nqsw.post(
                section + "/autosave",
                FORM,
                "_base=1&_fields=background_text&background_text=before" + bytes + "after");
        assertThat(answer.status()).isIn(200, 422);
        Object kept = kept();
        if (answer.status() == 200 && kept != null) {
            assertThat(String.valueOf(kept))
                    .startsWith("before")
                    .endsWith("after")
                    .doesNotContain("\u0000", "\uFFFE", "\u001B");
        }
        nqsw.get(section).expect(200);
        nqsw.get(document + "/pdf").expect(200);
        nqsw.get(document + "/word").expect(200);
    }

    /** S-66: the ends of lines are the same whichever system they come from. */
    @ParameterizedTest
    @CsvSource({"%0D%0A", "%0D", "%0A"})
    void s66_knowsOneEndOfALine(String end) {
        nqsw.post(section + "/autosave", FORM, "_base=1&_fields=background_text&background_text=one" + end + "two")
                .expect(200);
        assertThat(kept()).isEqualTo("one\ntwo");
    }

    /** S-67: a text beyond the limit stays on the page, with the limit. */
    @Test
    void s67_saysTheLimitOfATextThatIsTooLong() {
        String text = "x".repeat(50_001);
        save(text).expect(200).says("50000");
        assertThat(kept()).isNull();
        nqsw.post(section, page(text)).expect(422).says("50000", text);
    }

    /** S-67: a save of ten megabytes is answered, and one beyond the limit is refused with the limit. */
    @Test
    void s67_refusesASaveOfManyMegabytes() {
        save("x".repeat(10_000_000)).expect(200).says("50000");
        save("x".repeat(12_000_001)).expect(413).says("12 MB");
        assertThat(kept()).isNull();
    }

    /** S-10: what has one box and comes twice is read in no way at all. */
    @Test
    void s10_refusesABoxThatComesTwice() {
        nqsw.post(
                        section + "/autosave",
                        FORM,
                        "_base=1&_fields=background_text&background_text=one&background_text=two")
                .expect(400);
        assertThat(kept()).isNull();
        house.stranger()
                .post("/sign-in", FORM, "email=a%40people.example&email=b%40people.example&password=x")
                .expect(400);
    }

    private Ask.Answer save(String text) {
        return nqsw.post(section + "/autosave", boxes(text));
    }

    private Map<String, String> boxes(String text) {
        Map<String, String> boxes = new LinkedHashMap<>();
        boxes.put("_base", String.valueOf(paper().revision()));
        boxes.put("_fields", "background_text");
        boxes.put("background_text", text);
        return boxes;
    }

    private Map<String, String> page(String text) {
        Map<String, String> page = boxes(text);
        page.put("_end", "1");
        page.put("_do", "continue");
        return page;
    }

    private void comment(String text) {
        house.rooms()
                .comments()
                .add(
                        paper().id(),
                        "background",
                        text,
                        Actor.of(cast.person("assessor").id()),
                        WebHouse.CLOCK.instant());
    }

    private void rename(String name) {
        Person person = cast.person("nqsw");
        house.rooms()
                .people()
                .persons()
                .change(
                        person.id(),
                        Person.Details.of(name, person.email(), person.organisation()),
                        Actor.SYSTEM,
                        WebHouse.CLOCK.instant());
    }

    private @Nullable Object kept() {
        return paper().answers().get("background_text");
    }

    private Document paper() {
        return house.rooms().documents().get(document.replace("/documents/", ""));
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", "");
    }
}
