package quire.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import quire.portfolio.EvidenceFile;
import quire.testkit.Ask;
import quire.testkit.Cast;
import quire.testkit.WebHouse;

/** Files of a portfolio over HTTP: what is taken in, what is refused with which sentence, and how it is handed out. */
class EvidencePagesIT {

    @TempDir
    static Path data;

    private static WebHouse house;
    private static Cast cast;
    private static Papers papers;
    private static String page;

    @BeforeAll
    static void open() {
        house = WebHouse.open(data);
        cast = Cast.in(house);
        papers = new Papers(house, cast);
        page = "/portfolios/" + cast.portfolio("nqsw").id() + "/evidence";
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void isTakenInAndTold() {
        String document = papers.log();
        String file = upload("A certificate of a course", "my course.png", Papers.picture(101), document)
                .location();
        ask().get(file)
                .expect(200)
                .says("The file is in the portfolio", "A certificate of a course", "PNG", "Critical reflection");
        ask().get(page).says("my course.png", "added by Alex Nqsw", "/documents/" + document);
        ask().get("/documents/" + document).says("A certificate of a course", page);
        ask().get("/portfolios/" + cast.portfolio("nqsw").id()).says(page);
        papers.ask("assessor").get(page).says("my course.png");
    }

    @Test
    void isLookedIntoForThoseWhoReadIt() throws IOException {
        byte[] scan = Files.readAllBytes(Path.of("samples/evidence/letter-in-large-print.pdf"));
        String file = upload("A letter", "letter.pdf", scan, "").location();
        ask().get(file)
                .says(
                        "5 pages, A4, text cannot be searched, not accessible",
                        "Pages 1 to 5: a picture of paper, so nobody");
    }

    @Test
    void s50_anEmptyFileIsRefusedAndTheDescriptionStays() {
        upload("What I wrote about it", "empty.pdf", new byte[0], "")
                .expect(422)
                .says("The selected file is empty", "value=\"What I wrote about it\"", "href=\"#file\"");
        assertThat(described("What I wrote about it")).isEmpty();
    }

    @Test
    void s51_aFileThatIsTooLargeIsRefusedAndTheDescriptionStays() {
        upload("A film", "film.pdf", new byte[26_000_000], "")
                .expect(413)
                .says("The selected file must be smaller than 25MB", "value=\"A film\"");
        assertThat(described("A film")).isEmpty();
    }

    @Test
    void s51_aBodyWithoutEndIsCutWithoutALength() {
        byte[] head = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n"
                .getBytes(StandardCharsets.ISO_8859_1);
        byte[] much = new byte[70_000_000];
        System.arraycopy(head, 0, much, 0, head.length);
        Ask.Answer answer = ask().post(
                        page,
                        "multipart/form-data; boundary=b",
                        BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(much)));
        answer.expect(413).says("too large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"MZ program", "<html>hello</html>", "%PDX-1.7"})
    void s52_whatOnlySaysThatItIsADocumentIsRefused(String content) {
        upload("Disguised", "report.pdf", content.getBytes(StandardCharsets.UTF_8), "")
                .expect(422)
                .says("The selected file must be a PDF, DOCX, JPG or PNG");
    }

    @Test
    void s52_s53_s54_s55_archivesThatAreNoHonestWordFileAreRefused() throws IOException {
        refusesWord(Map.of("hello.txt", "hello"), "The selected file must be a PDF, DOCX, JPG or PNG");
        refusesWord(Map.of("word/document.xml", "0".repeat(30_000_000)), "The selected file");
        refusesWord(word("<!DOCTYPE d [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><d>&e;</d>"), "The selected file");
        Map<String, String> macros = word("<w:document xmlns:w=\"w\"/>");
        macros.put("word/vbaProject.bin", "macro");
        refusesWord(macros, "The selected file contains macros or embedded programs");
    }

    @Test
    void s56_aWordFileThatFetchesItsTemplateIsRefused() throws IOException {
        Map<String, String> parts =
                word("<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"/>");
        parts.put(
                "word/_rels/settings.xml.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship"
                        + " Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
                        + "attachedTemplate\" Target=\"http://canary.example/t.dotm\" TargetMode=\"External\"/>"
                        + "</Relationships>");
        Ask.Answer answer = upload("Fetching", "fetch.docx", zip(parts), "");
        if (answer.status() == 303) {
            ask().get(answer.location()).says("We removed");
        } else {
            answer.expect(422).says("The selected file");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../etc/passwd.png",
                "C:\\secret\\a.png",
                "a\u202Egnp.exe.png",
                "<script>alert(1)</script>.png"
            })
    void s57_aNameIsNeverMoreThanAName(String name) {
        byte[] picture = Papers.picture(name.hashCode());
        String file = upload("Named " + name.hashCode(), name, picture, "").location();
        EvidenceFile kept = described("Named " + name.hashCode()).get(0);
        assertThat(kept.name()).doesNotContain("/", "\\", "\u202E");
        ask().get(file).expect(200).doesNotSay("<script>alert");
        assertThat(ask().get(file.replaceAll("\\?.*", "") + "/download")
                        .expect(200)
                        .header("Content-Disposition"))
                .startsWith("attachment;")
                .doesNotContain("\n", "..");
    }

    @Test
    void s60_aPictureThatIsAFloodIsRefused() {
        byte[] flood = Papers.picture(60);
        flood[16] = 0;
        flood[17] = 0;
        flood[18] = (byte) 0xC3;
        flood[19] = 0x50;
        flood[20] = 0;
        flood[21] = 0;
        flood[22] = (byte) 0xC3;
        flood[23] = 0x50;
        java.util.zip.CRC32 sum = new java.util.zip.CRC32();
        sum.update(flood, 12, 17);
        for (int i = 0; i < 4; i++) {
            flood[29 + i] = (byte) (sum.getValue() >>> (24 - 8 * i));
        }
        upload("Flood", "flood.png", flood, "").says("The selected picture must have fewer than 60 million pixels");
        upload("Drawing", "a.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>".getBytes(StandardCharsets.UTF_8), "")
                .expect(422)
                .says("The selected file must be a PDF, DOCX, JPG or PNG");
    }

    @Test
    void s62_isHandedOutToBeSavedAndNeverShown() {
        byte[] picture = Papers.picture(62);
        String file = upload("Photo", "résumé \"1\".png", picture, "").location();
        Ask.Answer answer =
                ask().get(file.replaceAll("\\?.*", "") + "/download").expect(200);
        assertThat(answer.header("Content-Disposition"))
                .startsWith("attachment;")
                .contains("filename*=UTF-8''");
        answer.has("X-Content-Type-Options", "nosniff")
                .has("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; sandbox")
                .has("Content-Type", "image/png")
                .has("Cache-Control", "private, no-store");
        assertThat(answer.bytes()).startsWith(0x89, 'P', 'N', 'G');
    }

    @Test
    void s63_whatIsCutHalfWayLeavesNothing() throws IOException {
        int before = house.rooms()
                .evidence()
                .ofPortfolio(cast.portfolio("nqsw").id())
                .size();
        try (Socket socket = begun("nqsw")) {
            socket.getOutputStream().write(new byte[2_000_000]);
        }
        ask().get(page).expect(200);
        assertThat(house.rooms().evidence().ofPortfolio(cast.portfolio("nqsw").id()))
                .hasSize(before);
    }

    /** Two that never end keep two places; the third is told, and has one as soon as they are gone. */
    @Test
    void onePersonSendsTwoFilesAtOnce() throws IOException {
        Ask assessor = papers.ask("assessor");
        byte[] large = new byte[2_000_000];
        try (Socket one = begun("assessor");
                Socket two = begun("assessor")) {
            assertThat(List.of(one, two)).allMatch(Socket::isConnected);
            send(assessor, large).expect(409).says("You are sending 2 files already", "It was not taken in");
            upload("Small ones need no place", "a.pdf", new byte[10], "").expect(422);
            send(papers.ask("nqsw"), large).expect(422);
        }
        until(422, () -> send(assessor, large)).says("The selected file must be a PDF, DOCX, JPG or PNG");
    }

    private static Ask.Answer until(int status, Supplier<Ask.Answer> asked) {
        Ask.Answer answer = asked.get();
        for (int tries = 0; tries < 200 && answer.status() != status; tries++) {
            answer = asked.get();
        }
        return answer.expect(status);
    }

    private static Ask.Answer send(Ask ask, byte[] content) {
        return ask.postParts(page, new LinkedHashMap<>(Map.of("file:a.pdf", content)));
    }

    /** An upload of which only the beginning is sent, and which the server has begun to read. */
    private static Socket begun(String who) throws IOException {
        URI address = URI.create(house.address());
        Socket socket = new Socket(address.getHost(), address.getPort());
        String head = "POST " + page + " HTTP/1.1\r\nHost: " + address.getAuthority()
                + "\r\nSec-Fetch-Site: same-origin\r\nCookie: __Host-quire=" + house.session(cast.person(who))
                + "\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 4000000"
                + "\r\nExpect: 100-continue\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
        String goOn = "HTTP/1.1 100 Continue\r\n\r\n";
        assertThat(new String(socket.getInputStream().readNBytes(goOn.length()), StandardCharsets.ISO_8859_1))
                .isEqualTo(goOn);
        return socket;
    }

    @Test
    void s63_theSameFileTwiceIsOneFile() {
        byte[] picture = Papers.picture(63);
        String first = upload("Once", "once.png", picture, "").location();
        String second = upload("Twice", "twice.png", picture, "").location();
        assertThat(second).isEqualTo(first.replace("done=added", "done=there"));
        ask().get(second).says("was in the portfolio already");
        assertThat(described("Twice")).isEmpty();
    }

    @Test
    void asksForWhatIsMissing() {
        ask().postParts(page, new LinkedHashMap<>(Map.of("description", "Nothing chosen")))
                .expect(422)
                .says("Select a file", "value=\"Nothing chosen\"");
        upload("", "a.png", Papers.picture(7), "").expect(422).says("Enter a description of the file");
    }

    @Test
    void aConfidentialFileIsForTwoAlone() {
        EvidenceFile file = papers.file("What nobody else may see", true);
        String address = page + "/" + file.id();
        for (String who : List.of("nqsw", "assessor")) {
            papers.ask(who).get(address).expect(200);
            papers.ask(who).get(page).says("What nobody else may see");
        }
        for (String who : List.of("coordinator", "administrator")) {
            papers.ask(who).get(address).expect(404);
            papers.ask(who).get(address + "/download").expect(404);
            papers.ask(who).get(page).expect(200).doesNotSay("What nobody else may see");
        }
    }

    @Test
    void s31_aFileOfAnotherPortfolioIsNotHere() {
        EvidenceFile file = papers.file("Of this portfolio", false);
        String other = "/portfolios/" + cast.portfolio("other nqsw").id() + "/evidence/" + file.id();
        papers.ask("other nqsw").get(other).expect(404);
        papers.ask("other nqsw").get(other + "/download").expect(404);
        papers.ask("other nqsw").post(other + "/remove", Map.of()).expect(404);
    }

    @Test
    void isChangedAttachedDetachedAndTakenAway() {
        String one = papers.log();
        EvidenceFile file = papers.file("As it was called", false);
        String address = page + "/" + file.id();
        ask().post(address, Map.of("description", "As it is called", "supports", one))
                .location();
        assertThat(described("As it is called").get(0).supports()).containsExactly(one);
        ask().post(address, Map.of("description", "As it is called")).location();
        assertThat(described("As it is called").get(0).supports()).isEmpty();
        ask().post(address, Map.of("description", "")).expect(422).says("Enter a description of the file");
        papers.ask("assessor").get(address + "/remove").expect(404);
        ask().get(address + "/remove").expect(200).says("Take it away");
        assertThat(ask().post(address + "/remove", Map.of()).location()).isEqualTo(page + "?done=removed");
        ask().get(address).expect(404);
        ask().get(address + "/download").expect(404);
    }

    private static Ask ask() {
        return papers.ask("nqsw");
    }

    private static List<EvidenceFile> described(String description) {
        return house.rooms().evidence().ofPortfolio(cast.portfolio("nqsw").id()).stream()
                .filter(file -> file.description().equals(description))
                .toList();
    }

    private static Ask.Answer upload(String description, String name, byte[] content, String supports) {
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put("description", description);
        if (!supports.isEmpty()) {
            parts.put("supports", supports);
        }
        parts.put("file:" + name, content);
        return ask().postParts(page, parts);
    }

    private static void refusesWord(Map<String, String> parts, String sentence) throws IOException {
        upload("Word", "report.docx", zip(parts), "").expect(422).says(sentence);
    }

    private static Map<String, String> word(String document) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default"
                        + " Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                        + "<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-"
                        + "officedocument.wordprocessingml.document.main+xml\"/></Types>");
        parts.put(
                "_rels/.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship"
                        + " Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
                        + "officeDocument\" Target=\"word/document.xml\"/></Relationships>");
        parts.put("word/document.xml", document);
        return parts;
    }

    private static byte[] zip(Map<String, String> parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
