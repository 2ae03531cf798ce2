package quire.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quire.core.MadeFile;
import quire.portfolio.SignedRecord;
import quire.store.Database;
import quire.testkit.Cast;
import quire.testkit.SignedPapers;
import quire.testkit.TestDatabase;
import quire.testkit.WebHouse;

/** {@code verify} and {@code trail verify} on a record in which somebody has signed. */
class VerifyCommandTest {

    @TempDir
    private Path folder;

    @Test
    void saysWhetherAFileIsASignedPaper() throws IOException {
        try (TestDatabase place = TestDatabase.of(TestDatabase.Kind.SQLITE);
                Database database = place.open();
                WebHouse house = WebHouse.on(database, WebHouse.CLOCK)) {
            SignedPapers papers = new SignedPapers(house, Cast.in(house));
            String document = papers.log();
            SignedRecord record = papers.record(document);
            MadeFile pdf = house.rooms().finalPapers().pdf(record, papers.now());
            MadeFile word = house.rooms().finalPapers().word(record, papers.now());
            Path file = Files.write(folder.resolve("paper.pdf"), pdf.bytes());
            Path copy = Files.write(folder.resolve("paper.docx"), word.bytes());
            Ran good = verify(file, place);
            assertThat(good.out())
                    .startsWith("Issued by this service, and unchanged. This is “Critical reflection log”")
                    .contains("Signed record " + record.printedMark());
            assertThat(good.code()).isZero();
            assertThat(verify(copy, place).code()).isZero();
            byte[] longer = Arrays.copyOf(pdf.bytes(), pdf.bytes().length + 1);
            Ran changed = verify(Files.write(folder.resolve("longer.pdf"), longer), place);
            assertThat(changed.out()).startsWith("Changed after it was issued.");
            assertThat(changed.code()).isEqualTo(1);
            Ran other = verify(Files.writeString(folder.resolve("other.pdf"), "other"), place);
            assertThat(other.out()).startsWith("Not from here.");
            assertThat(other.code()).isEqualTo(1);
            papers.change(document, "the_work", "situation", "I went to see her twice.");
            assertThat(verify(file, place).out()).contains("The paper was opened again later");
            papers.signAll(document);
            Ran old = verify(file, place);
            assertThat(old.out()).startsWith("Issued by this service, but not the newest.");
            assertThat(old.code()).isEqualTo(1);
            Ran trail = Ran.in(folder, "trail", "verify", "--data", place.folder());
            assertThat(trail.out()).contains("The trail is whole", "What was signed is as it was signed", "files 2");
            assertThat(trail.code()).isZero();
        }
    }

    @Test
    void saysThatThereIsNoSuchFile() {
        try (TestDatabase place = TestDatabase.of(TestDatabase.Kind.SQLITE);
                Database database = place.open()) {
            assertThat(database).isNotNull();
            Ran none = verify(folder.resolve("none.pdf"), place);
            assertThat(none.err()).contains("There is no file");
            assertThat(none.code()).isEqualTo(1);
        }
        assertThat(Ran.in(folder, "verify").code()).isEqualTo(2);
    }

    @Test
    void saysWhatOfWhatWasSignedIsWrong() throws Exception {
        try (TestDatabase place = TestDatabase.of(TestDatabase.Kind.SQLITE)) {
            try (Database database = place.open();
                    WebHouse house = WebHouse.on(database, WebHouse.CLOCK)) {
                new SignedPapers(house, Cast.in(house)).log();
            }
            place.tamper("update document set answers = replace(answers, 'interpreter', 'translator')");
            Ran verify = Ran.in(folder, "trail", "verify", "--data", place.folder());
            assertThat(verify.code()).isEqualTo(1);
            assertThat(verify.err())
                    .contains("What was signed is not as it was signed. The first fault is at entry")
                    .contains("are not those that were signed.");
        }
    }

    private Ran verify(Path file, TestDatabase place) {
        return Ran.in(folder, "verify", file, "--data", place.folder());
    }
}
