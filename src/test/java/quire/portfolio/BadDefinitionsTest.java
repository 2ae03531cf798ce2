package quire.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import quire.core.Finding;
import quire.core.Problem;
import quire.forms.Form;
import quire.forms.Forms;
import quire.people.Actor;
import quire.store.Database;
import quire.testkit.OnBothDatabases;
import quire.testkit.TestDatabase;

/** Bad definition files are refused with file, line and reason, and what is running stays as it was (S-70, S-71). */
@OnBothDatabases
class BadDefinitionsTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-21");
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00.000Z");
    private static final String GOOD = """
            form: visit
            version: 1
            title: Visit
            roles: {writer: {label: Writer}}
            lists: {kind: [{id: home, text: Home}, {id: office, text: Office}]}
            sections:
              - id: only
                title: Only
                owner: writer
                fields:
                  - {id: contact, type: choice, list: kind, label: Contact}
                  - {id: note, type: text, label: Note}
            sign_off:
              - {step: 1, by: {all: [writer]}, covers: [only], statement: I wrote this.}
            """;
    private static final String NEXT = GOOD.replace("version: 1", "version: 2");

    /** What somebody may hand in, and what is said of it. */
    enum Bad {
        DUPLICATE_IDS("duplicate-id", 12, GOOD.replace("id: note", "id: contact")),
        UNKNOWN_TYPE("unknown-type", 12, GOOD.replace("type: text", "type: colour")),
        CIRCLE(
                "circle",
                11,
                GOOD.replace("label: Contact}", "label: Contact, show_if: {field: note, answered: true}}")
                        .replace("label: Note}", "label: Note, show_if: {field: contact, answered: true}}")),
        SIGN_OFF_OF_NOTHING("unknown-section", 14, GOOD.replace("covers: [only]", "covers: [onyl]")),
        NO_OWNER("missing-key", 7, GOOD.replace("    owner: writer\n", "")),
        FIVE_THOUSAND_FIELDS(
                "limit",
                211,
                GOOD.replace(
                        "      - {id: note, type: text, label: Note}\n",
                        IntStream.range(0, 5_000)
                                .mapToObj(i -> "      - {id: f" + i + ", type: text, label: Field}\n")
                                .collect(Collectors.joining()))),
        DEEP_NESTING("limit", 3, GOOD.replace("title: Visit", "title: " + "[".repeat(10_000))),
        TWENTY_MEGABYTES("limit", 0, "{\"form\": \"visit\", \"title\": \"" + "x".repeat(20_000_000) + "\"}"),
        DUPLICATE_KEYS("duplicate-key", 4, GOOD.replace("title: Visit\n", "title: Visit\ntitle: Visits\n")),
        HUGE_NUMBER("number", 2, GOOD.replace("version: 1", "version: " + "9".repeat(100_000))),
        NUMBER_WITH_A_HUGE_EXPONENT("number", 2, GOOD.replace("version: 1", "version: 1e999999999")),
        CHANGED_TYPE("changed-type", 12, NEXT.replace("id: note, type: text", "id: note, type: number")),
        REUSED_ID(
                "changed-type",
                11,
                NEXT.replace("{id: contact, type: choice, list: kind,", "{id: contact, type: date,")),
        REMOVED_ITEM("removed-item", 11, NEXT.replace(", {id: office, text: Office}", ""));

        private final String code;
        private final int line;
        private final String yaml;

        Bad(String code, int line, String yaml) {
            this.code = code;
            this.line = line;
            this.yaml = yaml;
        }
    }

    @TempDir
    private Path folder;

    private Path forms;
    private Database database;
    private Documents documents;

    @BeforeEach
    void open(TestDatabase place) throws IOException {
        forms = folder.resolve("forms");
        Files.createDirectories(forms.resolve("earlier"));
        Files.writeString(forms.resolve("visit.yaml"), GOOD);
        database = place.open();
        documents = new Documents(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest
    @EnumSource(Bad.class)
    void areRefusedAndDisturbNothing(Bad bad) throws IOException {
        Forms running = Forms.load(forms);
        String id = documents
                .start(running.get("visit"), Map.of(), Actor.SYSTEM, NOW, TODAY)
                .id();
        if (bad.yaml.contains("version: 2\n")) {
            Files.writeString(forms.resolve("earlier/visit.1.yaml"), GOOD);
        }
        Files.writeString(forms.resolve("visit.yaml"), bad.yaml);
        assertThatThrownBy(() -> Forms.load(forms))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.findings())
                                .anySatisfy(finding -> assertSays(finding, bad))
                                .allSatisfy(finding ->
                                        assertThat(finding.place().file()).isNotNull()));
        documents.save(id, "only", Map.of("contact", "office", "note", "Kept"), 1, Actor.SYSTEM, NOW, TODAY);
        Document document = new Documents(database).get(id);
        assertThat(document.form()).isEqualTo(running.get("visit"));
        assertThat(document.answers()).containsEntry("contact", "office");
    }

    private static void assertSays(Finding finding, Bad bad) {
        assertThat(finding.code()).isEqualTo(bad.code);
        assertThat(finding.place().line()).isEqualTo(bad.line);
        assertThat(Path.of(Objects.requireNonNull(finding.place().file()))).hasFileName("visit.yaml");
        assertThat(finding.message()).isNotBlank().hasSizeLessThan(400).doesNotContain("Exception");
    }

    @Test
    void aNewVersionLeavesPapersWithTheOneTheyWereStartedWith() throws IOException {
        String before = documents
                .start(Forms.load(forms).get("visit"), Map.of(), Actor.SYSTEM, NOW, TODAY)
                .id();
        Files.writeString(forms.resolve("earlier/visit.1.yaml"), GOOD);
        Files.writeString(forms.resolve("visit.yaml"), NEXT.replace("title: Visit", "title: Visit today"));
        Forms both = Forms.load(forms);
        Documents restarted = new Documents(database, both);
        String after = restarted
                .start(both.get("visit"), Map.of(), Actor.SYSTEM, NOW, TODAY)
                .id();
        String again = restarted
                .start(both.get("visit", 1), Map.of(), Actor.SYSTEM, NOW, TODAY)
                .id();
        assertThat(Arrays.asList(before, after, again).stream()
                        .map(restarted::get)
                        .map(Document::form)
                        .map(Form::version))
                .containsExactly(1, 2, 1);
        assertThat(restarted.get(after).title()).isEqualTo("Visit today");
    }
}
