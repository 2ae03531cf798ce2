package quire.web;

import static org.assertj.core.api.Assertions.assertThat;
import static quire.testkit.Browser.look;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quire.portfolio.EvidenceFile;
import quire.portfolio.Quarantine;
import quire.portfolio.QuarantinedFile;
import quire.scan.Clamd;
import quire.scan.ScannerAddress;
import quire.testkit.Ask;
import quire.testkit.Browser;
import quire.testkit.Cast;
import quire.testkit.ClamdForTests;
import quire.testkit.Eicar;
import quire.testkit.WebHouse;

/** S-61: files with a virus, and a scanner that is away, over HTTP and in a browser, with a real clamd. */
class VirusesIT {

    private static final int LARGEST = 26_214_400;

    @TempDir
    static Path data;

    @TempDir
    static Path scanner;

    private static ClamdForTests clamd;
    private static WebHouse house;
    private static Cast cast;
    private static Papers papers;
    private static String page;

    @BeforeAll
    static void open() {
        clamd = ClamdForTests.start(scanner, LARGEST);
        house = WebHouse.scannedBy(
                new Clamd(ScannerAddress.read(clamd.address()).orElseThrow()), data);
        cast = Cast.in(house);
        papers = new Papers(house, cast);
        page = "/portfolios/" + cast.portfolio("nqsw").id() + "/evidence";
    }

    @AfterAll
    static void close() {
        house.close();
        clamd.close();
    }

    @BeforeEach
    void scannerIsThere() {
        clamd.start();
        release();
        waiting().forEach(file -> quarantine().remove(file.id(), papers.actor("nqsw"), WebHouse.CLOCK.instant()));
    }

    @ParameterizedTest
    @CsvSource({"eicar.com", "letter.pdf", "report.docx", "photo.png"})
    void s61_theTestVirusIsRefusedWhateverItIsCalled(String name) {
        upload("It says it is harmless", name, Eicar.file())
                .expect(422)
                .says("The selected file contains a virus", "value=\"It says it is harmless\"", "href=\"#file\"");
        assertThat(described("It says it is harmless")).isEmpty();
        assertThat(waiting()).isEmpty();
    }

    @Test
    void s61_aVirusInsideAWordFileIsFoundToo() throws IOException {
        byte[] honest = Files.readAllBytes(wordFile());
        upload("An honest report", "report.docx", honest).expect(303);
        assertThat(described("An honest report")).hasSize(1);
        upload("A report", "report.docx", withEicar(honest)).expect(422).says("The selected file contains a virus");
        assertThat(described("A report")).isEmpty();
    }

    @Test
    void s61_whileTheScannerIsAwayAFileWaitsAndIsNotAccepted() throws IOException {
        clamd.stop();
        String said =
                upload("A picture of the river", "river.png", Papers.picture(1)).location();
        ask().get(said)
                .expect(200)
                .says("The file waits for the virus check", "Waiting for the virus check", "A picture of the river")
                .doesNotSay("There is no such file");
        upload("A report", "report.docx", withEicar(Files.readAllBytes(wordFile())))
                .expect(303);
        upload("Not even a document", "eicar.com", Eicar.file())
                .expect(422)
                .says("The selected file must be a PDF, DOCX, JPG or PNG");
        assertThat(described("A picture of the river")).isEmpty();
        assertThat(waiting()).hasSize(2);
        waiting().forEach(file -> ask().get(page + "/" + file.id()).expect(404));
        release();
        assertThat(waiting()).hasSize(2);

        clamd.start();
        release();
        assertThat(described("A picture of the river")).hasSize(1);
        assertThat(described("A report")).isEmpty();
        ask().get(page).says("Not added", "The selected file contains a virus.", "A report");
        QuarantinedFile refused = waiting().get(0);
        assertThat(ask().post(page + "/waiting/" + refused.id() + "/remove", Map.of())
                        .location())
                .isEqualTo(page + "?done=removed");
        ask().get(page).doesNotSay("Not added");
    }

    @Test
    void whatWaitsIsSeenByThoseWhoMayOpenItAndTakenBackByWhoeverHandedItIn() {
        clamd.stop();
        Map<String, Object> parts = parts("What nobody else may see", "a.png", Papers.picture(2));
        parts.put("confidential", "true");
        papers.ask("assessor").postParts(page, parts).expect(303);
        QuarantinedFile file = waiting().get(0);
        String remove = page + "/waiting/" + file.id() + "/remove";
        papers.ask("coordinator").get(page).expect(200).doesNotSay("What nobody else may see");
        papers.ask("administrator").post(remove, Map.of()).expect(404);
        papers.ask("other nqsw").post(remove, Map.of()).expect(404);
        papers.ask("other nqsw")
                .post(
                        remove.replace(
                                cast.portfolio("nqsw").id(),
                                cast.portfolio("other nqsw").id()),
                        Map.of())
                .expect(404);
        papers.ask("nqsw").get(page).says("What nobody else may see");
        papers.ask("assessor").get(page).says("Take the file back");
        papers.ask("assessor").post(remove, Map.of()).expect(303);
        assertThat(waiting()).isEmpty();
    }

    /** The rest of the page is kept, and the file is asked for again. */
    @Test
    void s61_aFileOfAnAnswerIsScannedAndCannotWait() {
        String document = papers.begin("training-record", "training-record");
        answer(document, "true", Eicar.file()).expect(422).says("The selected file contains a virus");
        clamd.stop();
        answer(document, "false", Papers.picture(3))
                .expect(422)
                .says("The selected file cannot be checked for viruses at the moment");
        assertThat(papers.get(document).answers()).containsEntry("team_knows", false);
        assertThat(papers.get(document).answers().toString()).doesNotContain("sha256");
        clamd.start();
        answer(document, "true", Papers.picture(3)).expect(303);
        assertThat(papers.get(document).answers().toString()).contains("sha256");
    }

    private static Ask.Answer answer(String document, String known, byte[] file) {
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put("_base", String.valueOf(papers.get(document).revision()));
        parts.put("_do", "later");
        parts.put("_completed", "no");
        parts.put("_end", "1");
        parts.put("team_knows", known);
        parts.put("certificates.new:certificate.png", file);
        return ask().postParts("/documents/" + document + "/sections/protected_time", parts);
    }

    @Test
    void aPersonIsToldInTheirBrowser() {
        clamd.stop();
        try (Browser browser = Browser.open()) {
            for (int width : new int[] {320, 1_280}) {
                Page shown = browser.page(true, width, house, cast.person("nqsw"));
                shown.navigate(house.address() + page);
                shown.locator("#description").fill("A letter of " + width);
                shown.setInputFiles("#file", new FilePayload("river.png", "image/png", Papers.picture(width)));
                Browser.load(
                        shown, () -> shown.locator("button:has-text('Upload')").click());
                assertThat(shown.textContent("main")).contains("The file waits for the virus check");
                look(shown, "evidence-waiting", true, width);
            }
            clamd.start();
            release();
            Page shown = browser.page(false, 320, house, cast.person("nqsw"));
            shown.navigate(house.address() + page);
            assertThat(shown.textContent("main")).contains("A letter of 320").doesNotContain("Waiting for");
            Page operator = browser.page(true, 1_280, house, cast.person("operator"));
            operator.navigate(house.address() + "/installation");
            assertThat(operator.textContent("main")).contains("answers", clamd.address());
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private static Path wordFile() {
        return Path.of("samples/evidence/message-from-a-foster-carer.docx");
    }

    private static byte[] withEicar(byte[] word) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(word));
                ZipOutputStream to = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                to.putNextEntry(new ZipEntry(entry.getName()));
                from.transferTo(to);
            }
            to.putNextEntry(new ZipEntry("word/media/image9.png"));
            to.write(Eicar.file());
        }
        return bytes.toByteArray();
    }

    private static Quarantine quarantine() {
        return house.rooms().evidence().quarantine();
    }

    private static void release() {
        quarantine().release(WebHouse.CLOCK.instant());
    }

    private static List<QuarantinedFile> waiting() {
        return quarantine().ofPortfolio(cast.portfolio("nqsw").id());
    }

    private static List<EvidenceFile> described(String description) {
        return house.rooms().evidence().ofPortfolio(cast.portfolio("nqsw").id()).stream()
                .filter(file -> file.description().equals(description))
                .toList();
    }

    private static Ask ask() {
        return papers.ask("nqsw");
    }

    private static Ask.Answer upload(String description, String name, byte[] content) {
        return ask().postParts(page, parts(description, name, content));
    }

    private static Map<String, Object> parts(String description, String name, byte[] content) {
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put("description", description);
        parts.put("file:" + name, content);
        return parts;
    }
}
