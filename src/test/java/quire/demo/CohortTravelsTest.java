package quire.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quire.core.Digest;
import quire.forms.Forms;
import quire.people.People;
import quire.portfolio.Attachments;
import quire.portfolio.Comments;
import quire.portfolio.Documents;
import quire.portfolio.Evidence;
import quire.portfolio.Portfolio;
import quire.portfolio.Portfolios;
import quire.programme.Programmes;
import quire.store.Database;
import quire.takeaway.Luggage;
import quire.testkit.TestDatabase;
import quire.trail.Trail;

/** P-08 with the papers of the samples: the fullest portfolios of the cohort travel to an empty server. */
class CohortTravelsTest {

    private static final Path SAMPLES = Path.of("samples");
    /** Each of them is some fifty files to make. */
    private static final int MOST = 3;

    @Tag("slow")
    @Test
    void p08_thePapersOfTheCohortAreTheSameElsewhere(@TempDir Path folder) throws IOException {
        Forms forms = Forms.load(Path.of("forms"));
        Programmes programmes = Programmes.load(Path.of("forms/programmes"), forms);
        Cohort cohort = Cohort.loadAgain(SAMPLES, forms, programmes);
        try (TestDatabase place = TestDatabase.of(TestDatabase.Kind.SQLITE);
                Database database = place.open();
                Database other = Database.open(place.another(TestDatabase.Kind.POSTGRESQL))) {
            Doors doors = doors(database, forms, programmes);
            database.run(tx -> Enactment.people(cohort, SAMPLES, doors.people(), doors.attachments()));
            database.run(tx -> Enactment.years(() -> cohort, SAMPLES, doors));
            List<Portfolio> fullest = doors.portfolios().list().stream()
                    .sorted(Comparator.comparing((Portfolio one) ->
                            -doors.documents().ofPortfolio(one.id()).size()))
                    .limit(MOST)
                    .toList();
            assertThat(fullest).hasSize(MOST);
            for (Portfolio portfolio : fullest) {
                Path file = Luggage.pack(database, portfolio.id(), folder.resolve(portfolio.code() + ".zip"));
                String employer = doors.people()
                        .organisations()
                        .get(portfolio.organisation())
                        .name();
                boolean known = doors(other, forms, programmes)
                        .people()
                        .organisations()
                        .findByName(employer)
                        .isPresent();
                Luggage.unpack(file, other, known ? employer : null, null);
                assertThat(Luggage.record(other, portfolio.id()))
                        .as(portfolio.code())
                        .isEqualTo(Luggage.record(database, portfolio.id()));
                Files.delete(file);
            }
            assertThat(new Trail(other).verify().isWhole()).isTrue();
        }
    }

    private static Doors doors(Database database, Forms forms, Programmes programmes) {
        Documents documents = new Documents(database, forms);
        return new Doors(
                People.of(database),
                new Portfolios(database, programmes),
                documents,
                new Comments(database, documents),
                new Evidence(database),
                new Attachments(database.blobs()),
                form -> Map.of("pdf", Digest.of(form.id())));
    }
}
