package quire.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import quire.core.MediaType;
import quire.portfolio.SignedRecord;
import quire.testkit.Ask;
import quire.testkit.Browser;
import quire.testkit.Cast;
import quire.testkit.SignedPapers;
import quire.testkit.TestClock;
import quire.testkit.WebHouse;

/** Anybody may ask whether a paper is unchanged; they learn nothing else, and the server keeps nothing. */
class VerifyPagesIT {

    @TempDir
    static Path data;

    private static final TestClock CLOCK = new TestClock();
    private static WebHouse house;
    private static SignedPapers papers;
    private static String document = "";
    private static SignedRecord first;
    private static SignedRecord second;

    @BeforeAll
    static void open() {
        house = WebHouse.open(data, CLOCK);
        papers = new SignedPapers(house, Cast.in(house));
        document = papers.log();
        first = papers.record(document);
        house.rooms().finalPapers().catchUp(papers.now(), () -> true);
        papers.change(document, "the_work", "situation", "I went to see her twice.");
        papers.signAll(document);
        second = papers.record(document);
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PDF", "DOCX"})
    void knowsItsOwnPapers(String type) {
        byte[] newest = file(second, MediaType.valueOf(type));
        assertThat(verdict(newest))
                .contains("\"verdict\":\"unchanged\"", "Critical reflection log", second.mark(), "21 November 2026")
                .doesNotContain("Alex", document, "NV-2026");
        assertThat(verdict(file(first, MediaType.valueOf(type)))).contains("\"verdict\":\"superseded\"", first.mark());
    }

    /** One bit, one byte more, or one letter: what the file says of itself proves nothing. */
    @ParameterizedTest
    @ValueSource(strings = {"PDF", "DOCX"})
    void s74_seesThatAPaperWasChanged(String type) {
        byte[] paper = file(second, MediaType.valueOf(type));
        byte[] longer = Arrays.copyOf(paper, paper.length + 1);
        byte[] flipped = paper.clone();
        flipped[paper.length / 2] ^= 1;
        for (byte[] changed : List.of(longer, flipped)) {
            assertThat(verdict(changed)).contains("\"verdict\":\"changed\"", "Do not rely on what it says");
        }
    }

    @Test
    void doesNotKnowWhatIsNotFromHere() {
        for (String other : List.of("%PDF-1.7 nothing", "hello", "quire-record:0123456789abcdef", "PK\u0003\u0004")) {
            assertThat(verdict(other.getBytes(StandardCharsets.UTF_8)))
                    .contains("\"verdict\":\"unknown\"", "\"form\":null", "\"signed\":null");
        }
    }

    /** Files that would fill the memory, send the reader elsewhere, or end in the middle. */
    @Test
    void s59_isNotTroubledByHostileFiles() throws IOException {
        byte[] bomb = zip("docProps/custom.xml", "0".repeat(40_000_000));
        byte[] entity = zip(
                "docProps/custom.xml",
                "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><x>&a;" + " ".repeat(100) + "</x>");
        byte[] cut = Arrays.copyOf(file(second, MediaType.DOCX), 5_000);
        byte[] broken = ("%PDF-1.7\n" + "1 0 obj<</Length 99999999999>>stream\n".repeat(5_000))
                .getBytes(StandardCharsets.ISO_8859_1);
        for (byte[] hostile : List.of(bomb, entity, cut, broken)) {
            assertThat(verdict(hostile)).contains("\"verdict\":\"unknown\"").doesNotContain("root:");
        }
    }

    @Test
    void saysWhatIsWrongWithWhatWasSent() {
        Ask stranger = stranger();
        stranger.get("/verify").expect(200).says("Check whether a paper is unchanged");
        stranger.postParts("/verify", Map.of("other", "x")).expect(422).says("Select a file");
        stranger.postParts("/verify", Map.of("file:paper.pdf", new byte[25_000_001]))
                .expect(422)
                .says("must be smaller than 25MB");
        stranger.post("/verify", "application/pdf", "").expect(400);
        stranger.post("/verify", "application/pdf", BodyPublishers.ofByteArray(new byte[25_000_001]))
                .expect(413);
        stranger.postParts("/verify", Map.of("file:paper.pdf", file(second, MediaType.PDF)))
                .expect(200)
                .says("Issued by this service, and unchanged", second.printedMark())
                .doesNotSay("Alex");
    }

    /** From a page of another site too: whoever sends the file learns what whoever has it may learn. */
    @Test
    void letsProgramsAsk() {
        assertThat(stranger()
                        .fromAnotherSite()
                        .post("/verify", "application/pdf", BodyPublishers.ofByteArray(file(second, MediaType.PDF)))
                        .expect(200)
                        .has("Content-Type", "application/json")
                        .text())
                .contains("\"verdict\":\"unchanged\"");
    }

    @Test
    void s44_asksWhoeverComesTooOftenToWait() {
        Ask eager = stranger();
        int status = 200;
        for (int i = 0; i < 200 && status == 200; i++) {
            status = eager.post("/verify", "application/pdf", "nothing").status();
        }
        assertThat(status).isEqualTo(429);
        eager.postParts("/verify", Map.of("file:paper.pdf", new byte[] {1}))
                .expect(429)
                .says("Wait a minute and try again");
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 1100})
    void canBeUsedByEverybody(int width) {
        try (Browser browser = Browser.open()) {
            Page page = browser.page(true, width);
            page.navigate(house.address() + "/verify");
            Browser.assertFits(page);
            Browser.assertAccessible(page);
            page.setInputFiles("#file", new FilePayload("paper.pdf", "application/pdf", file(second, MediaType.PDF)));
            Browser.load(page, () -> page.click("text=Check this paper"));
            assertThat(page.textContent("main")).contains("Issued by this service, and unchanged");
            Browser.assertFits(page);
            Browser.assertAccessible(page);
            Browser.keepPicture(page, "verify-unchanged-" + width);
            Browser.load(page, () -> page.click("text=Check this paper"));
            assertThat(page.textContent("main")).contains("Select a file");
            Browser.assertFits(page);
            Browser.assertAccessible(page);
            assertThat(browser.complaints()).noneMatch(complaint -> !complaint.contains("422"));
        }
    }

    private static byte[] file(SignedRecord record, MediaType type) {
        return house.rooms().finalPapers().file(record, type, papers.now()).bytes();
    }

    private static String verdict(byte[] file) {
        return stranger()
                .post("/verify", "application/octet-stream", BodyPublishers.ofByteArray(file))
                .expect(200)
                .text();
    }

    /** After a while in which nobody has asked. */
    private static Ask stranger() {
        CLOCK.pass(Duration.ofMinutes(10));
        return house.stranger();
    }

    private static byte[] zip(String name, String content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content.getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }
}
