package quire.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quire.core.Finding;

class StandardTest {

    private static final String FORM = """
            form: grid
            version: 1
            title: Grid
            roles: {writer: {label: Writer}}
            lists:
              knowledge: {standard: tidy}
            sections:
              - id: only
                title: Only
                owner: writer
                fields:
                  - {id: shown, type: choices, list: knowledge, label: Shown}
                  - {id: grid, type: repeat, label: Grid, rows: knowledge, item: [{id: note, type: text, label: Note}]}
            """;
    private static final String STANDARD = """
            standard: tidy
            version: 4
            title: Tidiness
            source: A house
            in_force: {from: 2020-02-01, until: 2027-03-31}
            level: {number: "3", title: Tidy enough}
            groups: [{id: inside, title: Inside}]
            statements:
              - {id: floor, number: "1", text: Floors, group: inside, descriptor: Sweeps them.}
              - {id: wall, text: Walls}
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void lay() throws IOException {
        write("grid.yaml", FORM);
        write("standards/tidy.yaml", STANDARD);
    }

    @Test
    void givesItsStatementsToAForm() {
        Form form = Forms.load(folder).get("grid");
        assertThat(Objects.requireNonNull(form.lists().get("knowledge")).items())
                .containsExactly(
                        new ChoiceList.Item("floor", "1 Floors", "Sweeps them."),
                        new ChoiceList.Item("wall", "Walls", null));
        assertThat(form.lists().get("knowledge"))
                .extracting(ChoiceList::standard)
                .isEqualTo("tidy");
        assertThat(form.field("grid").orElseThrow())
                .isInstanceOfSatisfying(
                        RepeatField.class,
                        grid -> assertThat(Objects.requireNonNull(grid.rows()).ids())
                                .containsExactly("floor", "wall"));
    }

    @Test
    void changesNoFormThatWasPublishedBefore() throws IOException {
        Form before = Forms.load(folder).get("grid");
        String stored = before.canonicalJson();
        write("standards/tidy.yaml", STANDARD.replace("Floors", "Ceilings").replace("version: 4", "version: 5"));
        Form after = Forms.load(folder).get("grid");
        assertThat(after.digest()).isNotEqualTo(before.digest());
        Form kept = FormReader.read(stored, "the stored form").orThrow();
        assertThat(kept.lists()).isEqualTo(before.lists());
        assertThat(kept.digest()).isEqualTo(before.digest());
        assertThat(kept.sections()).isEqualTo(before.sections());
    }

    @Test
    void isOnTheShelfWithTheDaysOnWhichItApplies() {
        Standard tidy = Objects.requireNonNull(Forms.load(folder).standards().get("tidy"));
        assertThat(tidy.inForce().on(LocalDate.of(2020, 1, 31))).isFalse();
        assertThat(tidy.inForce().on(LocalDate.of(2020, 2, 1))).isTrue();
        assertThat(tidy.inForce().on(LocalDate.of(2027, 3, 31))).isTrue();
        assertThat(tidy.inForce().on(LocalDate.of(2027, 4, 1))).isFalse();
        assertThat(Standard.InForce.ALWAYS.on(LocalDate.of(1901, 1, 1))).isTrue();
        assertThat(tidy.level()).isEqualTo(new Standard.Level("3", "Tidy enough", null));
        assertThat(tidy.find("wall")).map(Standard.Statement::group).isEmpty();
    }

    @Test
    void isMissedWithTheNameThatWasProbablyMeant() throws IOException {
        write("grid.yaml", FORM.replace("standard: tidy", "standard: tidi"));
        assertThat(lines()).containsExactly("""
                grid.yaml:6 unknown-standard The list “knowledge” takes its items from the standard “tidi”. There is no \
                standards/tidi.yaml beside the form, or that file has faults. → tidy""");
    }

    @Test
    void isRefusedWithEveryFaultAndItsLine() throws IOException {
        write("grid.yaml", FORM.replace("standard: tidy", "standard: other"));
        write("standards/other.yaml", STANDARD.replace("standard: tidy", "standard: other"));
        write("standards/tidy.yaml", """
                standard: tidier
                version: 0
                source: A house
                in_force: {from: 2027-02-30, until: soon}
                placeholder: maybe
                groups:
                  - {id: inside, title: Inside}
                  - {id: inside, titel: Outside}
                statements:
                  - {id: floor, number: 1, text: Floors, group: outside}
                  - {id: floor, text: "", gruop: inside}
                """);
        assertThat(lines())
                .containsExactly(
                        "tidy.yaml:1 missing-key The standard has no “title”. Add it.",
                        "tidy.yaml:1 file-name “standard” is “tidier”, but the file is called “tidy.yaml”. The two must be the"
                                + " same.",
                        "tidy.yaml:2 limit “version” of the standard is 0. It must be 1 or more.",
                        "tidy.yaml:4 format “in_force.until” of the standard is “soon”. Write a day such as 2027-03-31.",
                        "tidy.yaml:4 format “2027-02-30” is no day of the calendar. Write one such as 2027-03-31.",
                        "tidy.yaml:5 kind “placeholder” of the standard is “maybe”. It must be true or false.",
                        "tidy.yaml:8 unknown-key The group “inside” does not know the key “titel”. → title",
                        "tidy.yaml:8 duplicate-id The id “inside” is used for another group on line 7. Give this one an id of"
                                + " its own.",
                        "tidy.yaml:10 kind “number” of the statement “floor” is 1. It must be text. Put it in quotes.",
                        "tidy.yaml:10 unknown-group The statement “floor” stands in the group “outside”, which is not under"
                                + " “groups”.",
                        "tidy.yaml:11 limit “text” of the statement “floor” is empty. Write something.",
                        "tidy.yaml:11 unknown-key The statement “floor” does not know the key “gruop”. → group",
                        "tidy.yaml:11 duplicate-id The id “floor” is used for another statement on line 10. Give this one an"
                                + " id of its own.");
        assertThat(Forms.check(folder.resolve("standards/tidy.yaml"))).hasSameSizeAs(lines());
        assertThat(Forms.check(folder.resolve("standards/other.yaml"))).isEmpty();
    }

    @Test
    void cannotEndBeforeItBegins() throws IOException {
        write("standards/tidy.yaml", STANDARD.replace("from: 2020", "from: 2028"));
        assertThat(lines())
                .first()
                .isEqualTo("tidy.yaml:5 bounds The standard is in force until a day before it begins.");
    }

    @Test
    void isShippedAsPublished() {
        Forms forms = Forms.load(Path.of("forms"));
        assertThat(forms.standards().keySet()).containsExactly("adult-pqs", "child-family-pqs", "early-career", "pcf");
        Standard pcf = Objects.requireNonNull(forms.standards().get("pcf"));
        assertThat(pcf.statements()).hasSize(9).allMatch(statement -> statement.descriptor() != null);
        assertThat(numbers(pcf, "purpose")).containsExactly("2", "3", "4");
        assertThat(numbers(pcf, "practice")).containsExactly("5", "6", "7");
        assertThat(numbers(pcf, "impact")).containsExactly("1", "8", "9");
        Standard adults = Objects.requireNonNull(forms.standards().get("adult-pqs"));
        assertThat(adults.statements())
                .extracting(Standard.Statement::number)
                .containsExactly("2", "3", "4", "5", "6", "7", "8", "9", "10");
        assertThat(Objects.requireNonNull(adults.level()).number()).isEqualTo("11");
        Standard children = Objects.requireNonNull(forms.standards().get("child-family-pqs"));
        Standard next = Objects.requireNonNull(forms.standards().get("early-career"));
        assertThat(children.statements()).hasSize(10);
        assertThat(next.statements()).hasSize(6);
        assertThat(next.placeholder()).isTrue();
        LocalDate last = LocalDate.of(2027, 3, 31);
        assertThat(children.inForce().on(last)).isTrue();
        assertThat(next.inForce().on(last)).isFalse();
        assertThat(children.inForce().on(last.plusDays(1))).isFalse();
        assertThat(next.inForce().on(last.plusDays(1))).isTrue();
    }

    private static List<String> numbers(Standard standard, String group) {
        return standard.statements().stream()
                .filter(statement -> group.equals(statement.group()))
                .map(statement -> Objects.requireNonNull(statement.number()))
                .toList();
    }

    private List<String> lines() {
        return Forms.check(folder).stream().map(StandardTest::line).toList();
    }

    private static String line(Finding finding) {
        String file = Path.of(Objects.requireNonNull(finding.place().file()))
                .getFileName()
                .toString();
        String suggestion = finding.suggestion() == null ? "" : " → " + finding.suggestion();
        return file + ":" + finding.place().line() + " " + finding.code() + " " + finding.message() + suggestion;
    }

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
