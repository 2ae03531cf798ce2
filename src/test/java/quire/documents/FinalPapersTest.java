package quire.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quire.core.MadeFile;
import quire.core.MediaType;
import quire.core.RecordMark;
import quire.merge.word.CopyMark;
import quire.pdf.PdfMaker;
import quire.people.Actor;
import quire.portfolio.KeptLayouts;
import quire.portfolio.SignedRecord;
import quire.store.Database;
import quire.testkit.Cast;
import quire.testkit.DocxCheck;
import quire.testkit.DocxText;
import quire.testkit.OnBothDatabases;
import quire.testkit.PdfText;
import quire.testkit.Qpdf;
import quire.testkit.SignedPapers;
import quire.testkit.TestDatabase;
import quire.testkit.VeraPdf;
import quire.testkit.WebHouse;

/** What all have signed becomes one PDF and one Word copy, which stay as they are. */
@OnBothDatabases
class FinalPapersTest {

    private Database database;
    private WebHouse house;
    private SignedPapers papers;
    private FinalPapers finals;

    @BeforeEach
    void open(TestDatabase place) {
        database = place.open();
        house = WebHouse.on(database, WebHouse.CLOCK);
        papers = new SignedPapers(house, Cast.in(house));
        finals = house.rooms().finalPapers();
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void isTheSameFileForEver() {
        SignedRecord record = papers.record(papers.log());
        for (MediaType type : MediaType.values()) {
            byte[] first = finals.file(record, type, papers.now()).bytes();
            assertThat(finals.file(record, type, papers.now()).bytes()).isEqualTo(first);
            assertThat(finals.make(record, type).bytes()).isEqualTo(first);
        }
    }

    @Test
    void saysWhoSignedAndHowItIsKnown() {
        SignedRecord record = papers.record(papers.log());
        byte[] pdf = finals.pdf(record, papers.now()).bytes();
        assertThat(PdfText.of(pdf))
                .contains("Alex Nqsw", "Alex Assessor", "21 November 2026", "Signed online at ")
                .contains("Signed record " + record.printedMark())
                .doesNotContain("Draft", "Final,");
        assertThat(RecordMark.in(pdf)).contains(record.mark());
        VeraPdf.assertAccessibleAndArchival(pdf);
        Qpdf.assertSound(pdf);
        byte[] word = finals.word(record, papers.now()).bytes();
        assertThat(DocxText.of(word)).contains("Alex Nqsw", "Alex Assessor", "Signed online at ");
        assertThat(String.join("\n", DocxText.lines(word, "word/footer.xml")))
                .contains("Copy of the signed record " + record.printedMark());
        assertThat(CopyMark.of(word)).contains(record.mark());
        assertThat(DocxCheck.problems(word)).isEmpty();
    }

    /** Opened again, changed and signed again: the new one says what stands no more, the old one stays as it was. */
    @Test
    void keepsWhatWasSignedBefore() {
        String document = papers.log();
        SignedRecord first = papers.record(document);
        byte[] before = finals.pdf(first, papers.now()).bytes();
        papers.change(document, "the_work", "situation", "I went to see her twice.");
        assertThat(finals.of(house.rooms().documents().get(document))).isEmpty();
        papers.signAll(document);
        SignedRecord second = papers.record(document);
        assertThat(second.number()).isEqualTo(2);
        assertThat(second.mark()).isNotEqualTo(first.mark());
        assertThat(finals.all(document)).containsExactly(first, second);
        assertThat(finals.pdf(first, papers.now()).bytes()).isEqualTo(before);
        assertThat(finals.make(first, MediaType.PDF).bytes()).isEqualTo(before);
        assertThat(PdfText.of(finals.pdf(second, papers.now()).bytes()))
                .contains("I went to see her twice.", "(superseded)", "Superseded on");
        assertThat(DocxText.of(finals.word(second, papers.now()).bytes()))
                .contains("I went to see her twice.", "(superseded)");
        assertThat(PdfText.of(before)).doesNotContain("superseded");
    }

    @Test
    void isTheSameRecordWhereNothingWasChanged() {
        String document = papers.log();
        SignedRecord first = papers.record(document);
        house.rooms()
                .documents()
                .sections()
                .reopenSigned(document, Set.of("the_work"), "Look again.", Actor.SYSTEM, papers.now());
        papers.complete(document, "the_work");
        assertThat(papers.record(document)).isEqualTo(first);
    }

    /** The program ended between the last signature and the files. */
    @Test
    void makesWhatWasNotMadeYet() {
        SignedRecord record = papers.record(papers.log());
        SignedRecord other = papers.record(papers.log());
        assertThat(house.rooms().documents().signedRecords().unprinted(10)).containsExactlyInAnyOrder(record, other);
        assertThat(finals.catchUp(papers.now(), () -> true)).isZero();
        assertThat(house.rooms().documents().signedRecords().unprinted(10)).isEmpty();
        MadeFile file = finals.pdf(record, papers.now());
        assertThat(house.rooms().documents().signedRecords().renditions(file.digest()))
                .singleElement()
                .satisfies(rendition -> assertThat(rendition.document()).isEqualTo(record.document()));
    }

    /** An employer has changed the templates since. */
    @Test
    void looksAsItDidWhenItWasSigned(@TempDir Path templates) throws IOException {
        SignedRecord record = papers.record(papers.log());
        byte[] pdf = finals.make(record, MediaType.PDF).bytes();
        byte[] word = finals.make(record, MediaType.DOCX).bytes();
        copy(Path.of("templates"), templates);
        Files.writeString(
                templates.resolve("pdf/style.html"),
                Files.readString(templates.resolve("pdf/style.html")).replace("10pt", "14pt"));
        Files.copy(
                templates.resolve("word/action-plan.docx"),
                templates.resolve("word/critical-reflection-log.docx"),
                StandardCopyOption.REPLACE_EXISTING);
        FinalPapers later = new FinalPapers(
                new DocumentMaker(TemplateShelf.open(templates), new PdfMaker()),
                house.rooms().documents().signedRecords(),
                new KeptLayouts(database),
                database.blobs(),
                "a later one",
                WebHouse.CLOCK.getZone());
        assertThat(later.make(record, MediaType.PDF).bytes()).isEqualTo(pdf);
        assertThat(later.make(record, MediaType.DOCX).bytes()).isEqualTo(word);
        assertThat(later.pdf(record, papers.now()).bytes()).isEqualTo(pdf);
    }

    private static void copy(Path from, Path to) throws IOException {
        for (String folder : List.of("word", "pdf")) {
            Files.createDirectories(to.resolve(folder));
            try (Stream<Path> files = Files.list(from.resolve(folder))) {
                for (Path file : files.toList()) {
                    Files.copy(
                            file, to.resolve(folder).resolve(file.getFileName().toString()));
                }
            }
        }
    }
}
