package quire.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quire.bundle.Bundle;
import quire.bundle.Contents;
import quire.bundle.Release;
import quire.people.Person;
import quire.portfolio.EvidenceNote;
import quire.testkit.Ask;
import quire.testkit.Browser;
import quire.testkit.Docx;

/** A bundle as pages of the web and as Word files, in the hands of those who read it. */
class BundleReadingIT {

    @TempDir
    static Path data;

    private static Panel panel;
    private static Bundle named;
    private static Bundle coded;

    @BeforeAll
    static void open() throws IOException {
        panel = new Panel(data);
        file("five-o-clock-walk.png", "A walk in pictures");
        file("easy-read-certificate.pdf", "Attendance at a half day");
        file("message-from-a-foster-carer.docx", "A message");
        named = panel.built("internal");
        coded = panel.built("external");
    }

    @AfterAll
    static void close() {
        panel.close();
    }

    private static void file(String name, String description) throws IOException {
        try (InputStream content = Files.newInputStream(Path.of("samples/evidence", name))) {
            panel.house()
                    .rooms()
                    .evidence()
                    .add(
                            panel.cast().portfolio("nqsw").id(),
                            new EvidenceNote(description, Set.of(), false),
                            name,
                            content,
                            panel.papers().as("nqsw"),
                            panel.clock().instant());
        }
    }

    @Test
    void s36_isOpenToAReaderWhileItIsReleasedAndNoLonger() {
        Ask moderator = panel.cast().ask("moderator");
        List<String> addresses = List.of(
                address(named) + "/word",
                address(named) + "/read",
                address(named) + "/read/cover",
                address(named) + "/read/" + key(named, "Critical reflection log"),
                picture());
        addresses.forEach(closed -> moderator.get(closed).expect(404));
        panel.release(named, "moderator").expect(303);
        addresses.forEach(open -> moderator.get(open).expect(200));
        for (String unknown : List.of("none", "contents", "paper-none", "..%2Fcover", "manifest.json")) {
            moderator.get(address(named) + "/read/" + unknown).expect(404);
        }
        moderator.get(picture().replace(address(named), address(coded))).expect(404);
        moderator.get(address(named) + "/read/pictures/" + "0".repeat(64)).expect(404);
        moderator.get(address(coded) + "/read").expect(404);
        moderator.get(address(coded) + "/word").expect(404);
        // One note for the Word files, and none for the pages that were read within the hour.
        String trail = panel.cast()
                .ask("nqsw")
                .get(panel.bundles().replace("/bundles", "/trail"))
                .text();
        assertThat(trail.split("Alex Moderator, a moderator, opened a bundle", -1))
                .hasSize(2);
        Release release =
                panel.house().rooms().bundles().releases().ofBundle(named).get(0);
        panel.administrator().post(address(named) + "/readers/" + release.id() + "/end", Map.of());
        addresses.forEach(closed -> moderator.get(closed).expect(404));
    }

    @Test
    void saysWhatStandsInThePdfAndWhere() {
        Ask administrator = panel.administrator();
        Contents.Line log = line(named, "Critical reflection log");
        administrator.get(address(named)).expect(200).says(address(named) + "/read\"", address(named) + "/word\"");
        administrator
                .get(address(named) + "/read")
                .expect(200)
                .says(
                        "Critical reflection log",
                        "Pages " + log.firstPage() + "–" + log.lastPage(),
                        "A walk in pictures")
                .doesNotSay("/read/contents\"", "/read/part-");
        administrator
                .get(address(named) + "/read/cover")
                .expect(200)
                .says(panel.cast().person("nqsw").name(), Panel.REASON, "Not started.");
        administrator
                .get(address(named) + "/read/" + log.key())
                .expect(200)
                .says(
                        "<h2>Signatures</h2>",
                        "/pdf#page=" + log.firstPage(),
                        "rel=\"next\"",
                        "rel=\"prev\"",
                        "lang=\"en-GB\"",
                        "Signed record")
                .doesNotSay("style=\"", "<style");
        administrator
                .get(picture())
                .expect(200)
                .has("Content-Type", "image/png")
                .has("Content-Security-Policy", "sandbox; default-src 'none'");
        Map<String, byte[]> pack = Docx.parts(administrator
                .get(address(named) + "/word")
                .expect(200)
                .has("Content-Type", "application/zip")
                .bytes());
        assertThat(pack.keySet())
                .anyMatch(name -> name.endsWith(
                        " Critical reflection log (pages " + log.firstPage() + "–" + log.lastPage() + ").docx"))
                .anyMatch(name -> name.contains("A walk in pictures") && name.endsWith(".pdf"));
    }

    @Test
    void p05_codedOneNamesNobody() {
        Ask administrator = panel.administrator();
        Set<String> names = Set.of(
                panel.cast().person("nqsw").name(),
                panel.cast().person("assessor").name(),
                panel.cast().portfolio("nqsw").code());
        for (Contents.Line line : Contents.of(coded).lines()) {
            Ask.Answer answer = administrator.get(address(coded) + "/read/" + line.key());
            if (answer.status() == 200) {
                answer.doesNotSay(names.toArray(String[]::new));
            }
        }
        administrator.get(address(coded) + "/read").expect(200).doesNotSay(names.toArray(String[]::new));
        byte[] pack = administrator.get(address(coded) + "/word").expect(200).bytes();
        Docx.parts(pack).forEach((name, file) -> {
            if (name.endsWith(".docx")) {
                Docx.parts(file)
                        .forEach((part, content) -> assertThat(new String(content, StandardCharsets.UTF_8))
                                .as(part)
                                .doesNotContain(names));
            }
        });
    }

    @Test
    void draftHasPagesAndNoWordFiles() {
        Bundle draft = panel.draft("administrator", "internal");
        Ask administrator = panel.administrator();
        administrator.get(address(draft)).expect(200).doesNotSay("/word\"");
        administrator.get(address(draft) + "/word").expect(409).says("There are no Word files of a draft");
        administrator.get(address(draft) + "/read/cover").expect(200).says("Draft");
    }

    @Test
    void isReadPageByPageInABrowser() {
        try (Browser browser = Browser.open()) {
            for (boolean scripts : List.of(true, false)) {
                Person administrator = panel.cast().person("administrator");
                Page page = browser.page(scripts, scripts ? 1100 : 320, panel.house(), administrator);
                page.navigate(panel.house().address() + address(named));
                Browser.follow(page, "Read it here");
                look(page, "contents", scripts);
                Browser.follow(page, "Cover");
                int pages = 1;
                look(page, "1", scripts);
                while (page.locator("a[rel=next]").count() > 0) {
                    page.locator("a[rel=next]").focus();
                    Browser.load(page, () -> page.keyboard().press("Enter"));
                    look(page, String.valueOf(++pages), scripts);
                }
                assertThat(page.locator("h1").innerText()).startsWith("Control sheet");
                assertThat(pages).isGreaterThanOrEqualTo(7);
            }
            assertThat(browser.complaints()).isEmpty();
        }
    }

    /** Wide and narrow with and without scripts between them. */
    private static void look(Page page, String name, boolean scripts) {
        Browser.look(page, "reading-" + name, scripts, scripts ? 1100 : 320);
        if (scripts) {
            page.setViewportSize(320, 1000);
            Browser.assertFits(page);
            page.setViewportSize(1100, 1000);
        }
    }

    private static String picture() {
        Contents.Line line = line(named, "A walk in pictures");
        return address(named) + "/read/pictures/" + line.source();
    }

    private static String key(Bundle bundle, String title) {
        return line(bundle, title).key();
    }

    private static Contents.Line line(Bundle bundle, String title) {
        return Contents.of(bundle).lines().stream()
                .filter(line -> line.title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    private static String address(Bundle bundle) {
        return "/bundles/" + bundle.id();
    }
}
