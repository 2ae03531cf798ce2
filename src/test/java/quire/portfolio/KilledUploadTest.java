package quire.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static quire.portfolio.BesideHouse.NOW;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import quire.people.Actor;
import quire.store.Database;
import quire.testkit.Child;
import quire.testkit.OnBothDatabases;
import quire.testkit.TestDatabase;

/** A process that is killed while files come in has lost none that it had called kept, and names none that is not there. */
@OnBothDatabases
class KilledUploadTest {

    private TestDatabase place;
    private String portfolio;
    private String person;

    @BeforeEach
    void open(TestDatabase place) {
        this.place = place;
        try (Database database = place.open()) {
            BesideHouse house = new BesideHouse(database);
            portfolio = house.portfolio;
            person = house.ana.id();
        }
    }

    @RepeatedTest(2)
    void r01_noRowIsWithoutItsFile(RepetitionInfo round) throws IOException {
        int wanted = 15 * round.getCurrentRepetition();
        List<String> kept = Child.start(Uploader.class, TestDatabase.told(place.place()), portfolio, person)
                .killAfter(lines -> lines.size() >= wanted)
                .stream()
                .filter(line -> line.startsWith("kept ") && line.endsWith("."))
                .map(line -> line.substring("kept ".length(), line.length() - 1))
                .toList();
        try (Database database = place.open()) {
            Evidence evidence = new Evidence(database);
            assertThat(kept).hasSizeGreaterThanOrEqualTo(wanted);
            assertThat(evidence.ofPortfolio(portfolio))
                    .extracting(EvidenceFile::id)
                    .containsAll(kept);
            assertThat(evidence.missing()).isEmpty();
            for (EvidenceFile file : evidence.ofPortfolio(portfolio)) {
                assertThat((long) database.blobs().read(file.digest()).length).isEqualTo(file.size());
            }
        }
    }

    /** The child: hands in one file after the other, and says so after each. */
    static final class Uploader {

        public static void main(String[] arguments) {
            Evidence evidence = new Evidence(Database.open(TestDatabase.place(arguments[0])));
            for (int i = 0; ; i++) {
                Upload upload = evidence.add(
                        arguments[1],
                        EvidenceNote.of("File " + i),
                        "a.png",
                        new ByteArrayInputStream(Pictures.png(i)),
                        Actor.of(arguments[2]),
                        NOW);
                System.out.println("kept " + upload.file().id() + ".");
                System.out.flush();
            }
        }
    }
}
