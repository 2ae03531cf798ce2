package quire.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quire.forms.Form;
import quire.forms.Section;
import quire.people.Actor;
import quire.portfolio.Sent;
import quire.portfolio.Sign;
import quire.portfolio.SignOff;
import quire.testkit.Ask;
import quire.testkit.Browser;
import quire.testkit.Cast;
import quire.testkit.PdfText;
import quire.testkit.WebHouse;

/** Finished papers in one file, and a portfolio that is taken away: over its pages. */
class TakeAwayPagesIT {

    @TempDir
    static Path data;

    private static WebHouse house;
    private static Cast cast;
    private static Papers papers;
    private static String signed;
    private static String draft;

    @BeforeAll
    static void open() {
        house = WebHouse.open(data);
        cast = Cast.in(house);
        papers = new Papers(house, cast);
        signed = papers.log();
        Form form = house.rooms().forms().get("critical-reflection-log");
        Map<String, @Nullable Object> sample = WebHouse.sampleAnswers(form);
        form.sections().forEach(section -> finish(section, sample));
        sign("0.nqsw", "nqsw");
        sign("1.assessor", "assessor");
        draft = cast.start("nqsw", "agreement").id();
        papers.file("A certificate", false);
        papers.file("A private letter", true);
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void givesFinishedPapersInOneFile() throws IOException {
        Ask assessor = papers.ask("assessor");
        assessor.get(page()).expect(200).says("Download papers", signed).doesNotSay(draft, "take-away");
        papers.ask("nqsw").get(page()).expect(200).says(signed, "take-away").doesNotSay(draft);
        Ask.Answer answer =
                assessor.post(page(), Map.of("papers", signed, "as", "both")).expect(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/zip");
        assertThat(answer.header("Content-Disposition")).contains("NV-2026-001_Nqsw_papers_2026-11-21.zip");
        Map<String, byte[]> files = unpacked(answer.bytes());
        assertThat(files.keySet())
                .containsExactly(
                        "3-CRL_Critical-reflection-log_Nqsw_signed-2026-11-21.docx",
                        "3-CRL_Critical-reflection-log_Nqsw_signed-2026-11-21.pdf");
        byte[] pdf = List.copyOf(files.values()).get(1);
        assertThat(PdfText.of(pdf)).contains("Alex Nqsw", "Alex Assessor");
        papers.ask("nqsw")
                .get("/portfolios/" + cast.portfolio("nqsw").id() + "/trail")
                .says("Alex Assessor, your assessor, took finished papers away in one file");
    }

    @Test
    void saysWhatIsMissing() {
        Ask nqsw = papers.ask("nqsw");
        nqsw.post(page(), Map.of())
                .expect(422)
                .says("Select at least one paper", "Select Word, PDF or both", "href=\"#papers\"", "id=\"papers\"");
        nqsw.post(page(), Map.of("papers", signed)).expect(422).says("Select Word, PDF or both");
        nqsw.post(page(), Map.of("papers", signed, "as", "odt")).expect(422);
        nqsw.post(page(), Map.of("as", "pdf")).expect(422).says("Select at least one paper");
    }

    /** A paper of somebody else, one that is not finished, and one that is closed to whoever asks. */
    @Test
    void s31_givesNothingThatIsNotTheirs() {
        String other = cast.start("other nqsw", "agreement").id();
        for (String id : List.of(other, draft, "nothing", "stage-9")) {
            papers.ask("nqsw").post(page(), Map.of("papers", id, "as", "pdf")).expect(404);
        }
        papers.ask("manager")
                .get(page())
                .expect(200)
                .says("No paper is completed yet")
                .doesNotSay(signed);
        papers.ask("manager")
                .post(page(), Map.of("papers", signed, "as", "pdf"))
                .expect(404);
        papers.ask("other assessor")
                .post(page(), Map.of("papers", signed, "as", "pdf"))
                .expect(404);
        papers.ask("assessor").post(takeAway(), Map.of()).expect(404);
    }

    @Test
    void givesOnesOwnPortfolioAndOnlyWhatOneMayRead() throws IOException {
        Ask nqsw = papers.ask("nqsw");
        nqsw.get(takeAway()).expect(200).says("Download your portfolio");
        Map<String, byte[]> files =
                unpacked(nqsw.post(takeAway(), Map.of()).expect(200).bytes());
        assertThat(files.keySet())
                .contains("index.html", "about-me.json", "access-log.json", "portfolio.json", "manifest.json")
                .anyMatch(name -> name.matches("papers/1-SAA_.*_draft-.*\\.pdf"))
                .anyMatch(name -> name.matches("papers/3-CRL_.*_signed-.*\\.docx"))
                .anyMatch(name -> name.matches("signatures/3-CRL_.*\\.1\\.json"))
                .anyMatch(name -> name.startsWith("evidence/"));
        String index = new String(files.get("index.html"), StandardCharsets.UTF_8);
        assertThat(index)
                .contains("Alex Nqsw", "A private letter", "Critical reflection log")
                .doesNotContain("://");
        String record = new String(files.get("portfolio.json"), StandardCharsets.UTF_8);
        assertThat(record)
                .contains("\"complete\":false", "\"trail\":[]", "\"broken_glass\":[]")
                .doesNotContain("@people.example");
    }

    /** The page in the file, as a browser shows it from a disk; and the pages that lead to it. */
    @ParameterizedTest
    @CsvSource({"true, 1100", "false, 320"})
    void isTakenAwayInTheBrowser(boolean scripts, int width, @TempDir Path folder) throws IOException {
        try (Browser browser = Browser.open()) {
            Page page = browser.page(scripts, width, house, cast.person("nqsw"));
            page.navigate(house.address() + page());
            Browser.look(page, "downloads", scripts, width);
            Browser.load(page, () -> page.locator("button:has-text('Download')").click());
            Browser.look(page, "downloads-refused", scripts, width);
            page.locator("#papers").check();
            page.getByLabel("Both").check();
            Download zip = page.waitForDownload(
                    () -> page.locator("button:has-text('Download')").click());
            assertThat(zip.suggestedFilename()).isEqualTo("NV-2026-001_Nqsw_papers_2026-11-21.zip");
            page.navigate(house.address() + takeAway());
            Browser.look(page, "take-away", scripts, width);
            Download whole = page.waitForDownload(
                    () -> page.locator("button:has-text('Download')").click());
            unpacked(Files.readAllBytes(whole.path())).forEach((name, content) -> write(folder.resolve(name), content));
            page.navigate(folder.resolve("index.html").toUri().toString());
            assertThat(page.locator("h1").textContent()).isEqualTo("Portfolio NV-2026-001, Alex Nqsw");
            Browser.look(page, "take-away-index", scripts, width);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private static void write(Path file, byte[] content) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, content);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Map<String, byte[]> unpacked(byte[] bytes) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    private static void finish(Section section, Map<String, @Nullable Object> sample) {
        Map<String, @Nullable Object> answers = new LinkedHashMap<>();
        section.fields().stream()
                .filter(field -> field.asksPeople() && sample.containsKey(field.id()))
                .forEach(field -> answers.put(field.id(), sample.get(field.id())));
        Actor owner = Actor.of(cast.person(section.owner()).id());
        var documents = house.rooms().documents();
        documents
                .save(
                        signed,
                        Sent.of(section.id(), answers, papers.get(signed).revision()),
                        owner,
                        WebHouse.CLOCK.instant(),
                        house.rooms().today())
                .orThrow();
        documents
                .sections()
                .complete(
                        signed,
                        section.id(),
                        owner,
                        WebHouse.CLOCK.instant(),
                        house.rooms().today());
    }

    private static void sign(String place, String role) {
        var signing = house.rooms().documents().signing();
        var document = papers.get(signed);
        Actor actor = Actor.of(cast.person(role).id());
        var templates = house.rooms().maker().templates(document.form());
        SignOff.Place where =
                signing.signOff(document, house.rooms().today()).place(place).orElseThrow();
        var seen = signing.preview(document, where, role, templates, actor).digest();
        signing.sign(
                signed,
                new Sign(place, role, "key " + place, seen, "password", templates),
                actor,
                WebHouse.CLOCK.instant(),
                house.rooms().today());
    }

    private static String page() {
        return "/portfolios/" + cast.portfolio("nqsw").id() + "/downloads";
    }

    private static String takeAway() {
        return "/portfolios/" + cast.portfolio("nqsw").id() + "/take-away";
    }
}
