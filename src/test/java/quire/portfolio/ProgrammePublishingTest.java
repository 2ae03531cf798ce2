package quire.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quire.core.Finding;
import quire.core.Problem;
import quire.forms.Forms;
import quire.people.Actor;
import quire.programme.Programme;
import quire.programme.Programmes;
import quire.store.Database;
import quire.testkit.OnBothDatabases;
import quire.testkit.TestDatabase;

/** A new version of a programme beside those that years go by. */
@OnBothDatabases
class ProgrammePublishingTest {

    private static final Forms FORMS = Forms.load(Path.of("forms"));
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00.000Z");

    @TempDir
    private Path folder;

    private Database database;
    private Path adult;
    private String second = "";

    @BeforeEach
    void open(TestDatabase place) throws IOException {
        database = place.open();
        adult = folder.resolve("adult.yaml");
        second = Files.readString(Path.of("forms/programmes/adult.yaml"));
        Files.writeString(adult, second);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aNewVersionStandsBesideTheOneBefore() throws IOException {
        Programme before = publish().get("adult");
        assertThat(before.version()).isEqualTo(2);
        Files.writeString(adult, second.replaceFirst("\nversion: 2\n", "\nversion: 3\n"));
        Programmes shelf = publish();
        assertThat(shelf.everyVersion()).extracting(Programme::version).containsExactly(2, 3);
        assertThat(shelf.get("adult").version()).isEqualTo(3);
        assertThat(shelf.get("adult", 2)).isEqualTo(before);
        assertThat(shelf.refused()).isEmpty();
        Files.delete(adult);
        assertThat(publish().everyVersion()).isEqualTo(shelf.everyVersion());
        assertThat(publish().list()).isEmpty();
    }

    @Test
    void aPublishedVersionNeverChanges() throws IOException {
        Programme before = publish().get("adult");
        Files.writeString(adult, second.replaceFirst("title: .*", "title: Another year"));
        Programmes shelf = publish();
        assertThat(shelf.get("adult")).isEqualTo(before);
        assertThat(shelf.refused())
                .singleElement()
                .extracting(Finding::message)
                .asString()
                .contains("A published version never changes", "the number 3");
    }

    @Test
    void s70_aFaultyFileIsNotPublishedAndTheVersionBeforeGoesOn() throws IOException {
        Programme before = publish().get("adult");
        Files.writeString(
                adult,
                second.replaceFirst("\nversion: 2\n", "\nversion: 3\n")
                        .replaceFirst("form_version: \\d+", "form_version: 99"));
        Programmes shelf = publish();
        assertThat(shelf.everyVersion()).containsExactly(before);
        assertThat(shelf.refused())
                .isNotEmpty()
                .allMatch(finding -> finding.place().line() > 0);
    }

    @Test
    void s70_whereNoVersionCouldGoOnTheFaultsAreTold() throws IOException {
        Files.writeString(adult, second.replaceFirst("form_version: \\d+", "form_version: 99"));
        assertThatThrownBy(this::publish).isInstanceOf(Problem.class);
    }

    private Programmes publish() {
        return new ProgrammePublishing(database, FORMS).publish(Programmes.read(folder, FORMS), "", Actor.SYSTEM, NOW);
    }
}
