package quire.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quire.core.Finding;
import quire.core.Problem;
import quire.forms.Form;
import quire.forms.Forms;
import quire.people.Actor;
import quire.store.Database;
import quire.testkit.OnBothDatabases;
import quire.testkit.TestDatabase;
import quire.trail.Sought;
import quire.trail.Trail;

/** A changed form becomes a version beside the old one, or is refused with its path and the reason. */
@OnBothDatabases
class PublishingTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-21");
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00.000Z");
    private static final String FIRST = """
            form: visit
            version: 1
            title: Visit
            roles: {writer: {label: Writer}, reader: {label: Reader}}
            lists: {kind: [{id: home, text: Home}, {id: office, text: Office}]}
            sections:
              - id: only
                title: Only
                owner: writer
                visible_to: [reader]
                fields:
                  - {id: contact, type: choice, list: kind, label: Contact}
                  - {id: note, type: text, label: Note}
                  - {id: other, type: text, label: Other}
            """;
    private static final String SECOND =
            FIRST.replace("version: 1", "version: 2").replace("label: Note", "label: Your note");

    @TempDir
    private Path folder;

    private Database database;

    @BeforeEach
    void open(TestDatabase place) throws IOException {
        database = place.open();
        write(FIRST);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void publishesWhatIsNewAndOnlyThat() {
        Forms shelf = publish();
        assertThat(shelf.list()).extracting(Form::version).containsExactly(1);
        assertThat(publish().everyVersion()).isEqualTo(shelf.everyVersion());
        assertThat(new Trail(database).list(Sought.ALL, Trail.NEWEST, 10))
                .extracting(one -> one.entry().action())
                .containsExactly("forms.published");
        assertThat(new Publishing(database).of("visit")).singleElement().satisfies(one -> {
            assertThat(one.at()).isEqualTo(NOW);
            assertThat(one.note()).isEqualTo("A note");
        });
    }

    /** The file of the version before need not be kept: the record has it. */
    @Test
    void aChangedFormStandsBesideTheOneBefore() throws IOException {
        Forms first = publish();
        String id = start(new Documents(database, first), first);
        write(SECOND);
        Forms shelf = publish();
        Documents after = new Documents(database, shelf);
        assertThat(shelf.versions("visit")).extracting(Form::version).containsExactly(1, 2);
        assertThat(shelf.get("visit").version()).isEqualTo(2);
        assertThat(after.get(id).form()).isEqualTo(shelf.get("visit", 1));
        after.save(id, "only", Map.of("note", "Still version 1"), 1, Actor.SYSTEM, NOW, TODAY);
        assertThat(after.moving().offered(after.get(id))).contains(shelf.get("visit", 2));
    }

    @Test
    void aPublishedVersionNeverChanges() throws IOException {
        Form published = publish().get("visit");
        write(FIRST.replace("label: Note", "label: Your note"));
        Forms shelf = publish();
        assertThat(shelf.get("visit")).isEqualTo(published);
        assertThat(shelf.refused())
                .singleElement()
                .extracting(Finding::message)
                .asString()
                .contains("A published version never changes", "the number 2");
    }

    @Test
    void aFormWithoutAFileIsRetiredAndStaysForItsPapers() throws IOException {
        publish();
        Files.delete(folder.resolve("visit.yaml"));
        Forms shelf = publish();
        assertThat(shelf.list()).isEmpty();
        assertThat(shelf.get("visit", 1).title()).isEqualTo("Visit");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        duplicate-id    | id: note             | id: contact
        unknown-type    | type: text           | type: colour
        missing-key     | owner: writer        | title: Twice
        duplicate-key   | title: Visit         | form: visit
        unknown-list    | list: kind           | list: sort
        """)
    void s70_aFaultyFileIsNotPublishedAndTheVersionBeforeGoesOn(String code, String what, String with)
            throws IOException {
        Forms running = publish();
        Documents documents = new Documents(database, running);
        String id = start(documents, running);
        write(SECOND.replace(what, with));
        Forms shelf = publish();
        assertThat(shelf.everyVersion()).isEqualTo(running.everyVersion());
        assertThat(shelf.refused()).isNotEmpty().allSatisfy(finding -> {
            assertThat(finding.isError()).isTrue();
            assertThat(finding.message()).isNotBlank();
            assertThat(finding.place().line()).isPositive();
        });
        documents.save(id, "only", Map.of("note", "Kept"), 1, Actor.SYSTEM, NOW, TODAY);
        assertThat(new Documents(database, shelf).get(id).answers()).containsEntry("note", "Kept");
    }

    @Test
    void s70_whereNoVersionCouldGoOnTheFaultsAreTold() throws IOException {
        write(FIRST.replace("type: text", "type: colour"));
        assertThatThrownBy(this::publish)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.findings()).isNotEmpty());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        sections.only.fields.note.type           | id: note, type: text              | id: note, type: number
        sections.only.fields.contact.type        | type: choice, list: kind          | type: date
        sections.only.fields.contact.list.office | , {id: office, text: Office}      |
        sections.only.owner                      | owner: writer                     | owner: reader
        sections.only.visible_to                 | visible_to: [reader]              | visible_to: [writer]
        """)
    void s71_whatWouldChangeAnswersOrWhoReadsThemIsRefusedOnceThereArePapers(String path, String what, String with)
            throws IOException {
        Forms running = publish();
        Documents documents = new Documents(database, running);
        String id = start(documents, running);
        documents.save(id, "only", Map.of("contact", "office", "note", "Mine"), 1, Actor.SYSTEM, NOW, TODAY);
        write(SECOND.replace(what, with == null ? "" : with));
        Forms shelf = publish();
        assertThat(shelf.everyVersion()).isEqualTo(running.everyVersion());
        assertThat(shelf.refused())
                .extracting(finding -> finding.place().path())
                .contains(path);
        assertThat(documents.get(id).answers()).containsEntry("note", "Mine");
    }

    /** Nobody has written anything yet, so nothing can change its meaning. */
    @Test
    void s71_nothingIsRefusedBeforeThereArePapers() throws IOException {
        publish();
        write(SECOND.replace("id: note, type: text", "id: note, type: number"));
        assertThat(publish().get("visit").version()).isEqualTo(2);
    }

    @Test
    void s71_anIdThatWasTakenOutDoesNotComeBackAsSomethingElse() throws IOException {
        Forms running = publish();
        start(new Documents(database, running), running);
        String without = SECOND.replace("      - {id: other, type: text, label: Other}\n", "");
        write(without);
        assertThat(publish().get("visit").version()).isEqualTo(2);
        write(SECOND.replace("version: 2", "version: 3").replace("id: other, type: text", "id: other, type: date"));
        Forms shelf = publish();
        assertThat(shelf.get("visit").version()).isEqualTo(2);
        assertThat(shelf.refused())
                .extracting(finding -> finding.place().path())
                .contains("sections.only.fields.other.type");
    }

    private Forms publish() {
        return new Publishing(database).publish(Forms.read(folder), "A note", Actor.SYSTEM, NOW);
    }

    private static String start(Documents documents, Forms shelf) {
        return documents
                .start(shelf.get("visit"), Map.of(), Actor.SYSTEM, NOW, TODAY)
                .id();
    }

    private void write(String yaml) throws IOException {
        Files.writeString(folder.resolve("visit.yaml"), yaml);
    }
}
