package quire.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import quire.core.Finding;
import quire.testkit.Golden;

class FormReaderTest {

    /** Not a measure of speed: after this long a reading would never have come back. */
    private static final Duration HANGS = Duration.ofMinutes(2);

    private static final String WHOLE = "forms/whole.yaml";

    static Stream<Path> badFiles() throws IOException {
        try (Stream<Path> files = Files.list(Golden.folder("forms/bad"))) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
        }
    }

    /** Each bad file stands beside what is said of it, so that the two can be read together. */
    @ParameterizedTest
    @MethodSource("badFiles")
    void saysEverythingThatIsWrongAtOnce(Path file) throws IOException {
        FormReader.Read read = FormReader.read(Files.readString(file), "form");
        String findings = read.findings().stream().map(FormReaderTest::line).collect(Collectors.joining());
        assertThat(read.form()).isNull();
        Golden.check("forms/bad/" + file.getFileName().toString().replace(".yaml", ".txt"), findings);
    }

    @Test
    void readsAFormThatUsesEverything() throws IOException {
        FormReader.Read read =
                FormReader.read(Files.readString(Golden.folder("forms").resolve("whole.yaml")), WHOLE);
        assertThat(read.findings()).isEmpty();
        Form form = read.orThrow();
        assertThat(form.fields().map(Field::type)).containsAll(List.of(FieldType.values()));
        assertThat(form.titleOf(2)).isEqualTo("Direct observation 2");
        assertThat(form.section("observed").readers()).containsExactlyInAnyOrder("observer", "assessor", "nqsw");
        assertThat(form.roles().get("observer"))
                .isEqualTo(new Role("observer", "Observer", Role.Source.INVITE, true, 30));
        assertThat(form.signOff()).hasSize(3).last().satisfies(step -> {
            assertThat(step.everyone()).isFalse();
            assertThat(step.locksDocument()).isTrue();
        });
    }

    @Test
    void readsItsOwnCanonicalJson() throws IOException {
        Form form = FormReader.read(Files.readString(Golden.folder("forms").resolve("whole.yaml")), WHOLE)
                .orThrow();
        Form again = FormReader.read(form.canonicalJson(), "stored form").orThrow();
        assertThat(again.digest()).isEqualTo(form.digest());
        assertThat(again.fields()).containsExactlyElementsOf(form.fields().toList());
        assertThat(again.signOff()).isEqualTo(form.signOff());
        assertThat(again.record()).isEqualTo(form.record());
    }

    @Test
    void wantsTheFileNamedAsTheForm() {
        assertThat(FormReader.read(tiny(1), "forms/other.yaml").findings())
                .extracting(Finding::message)
                .containsExactly("“form” is “tiny”, but the file is called “other.yaml”. The two must be the same.");
        assertThat(FormReader.read(tiny(1), "forms/tiny.yaml").findings()).isEmpty();
    }

    @Test
    void takesWordsThatOlderYamlWouldTurnIntoTruths() {
        Form form = Asked.form("{id: country, type: text, label: NO, hint: 12:30, guidance: off}");
        assertThat(form.fields()).first().satisfies(field -> {
            assertThat(field.label()).isEqualTo("NO");
            assertThat(field.hint()).isEqualTo("12:30");
            assertThat(field.guidance()).isEqualTo("off");
        });
    }

    @Test
    void refusesTwentyMegabytesAtOnce() {
        assertSaidFast("x".repeat(20_000_000), "The file is larger than 512 kB, which is the most that it may have.");
    }

    @Test
    void refusesFiveThousandFields() {
        assertSaidFast(
                tiny(5_000),
                "The form has 5000 fields, those inside repeats counted. It may have at most 200. Divide it into several "
                        + "forms.");
    }

    @Test
    void refusesDeepNesting() {
        assertSaidFast("[".repeat(200_000), "This is nested more than 30 deep.");
        assertSaidFast("{a: ".repeat(100_000), "This is nested more than 30 deep.");
        assertSaidFast("- ".repeat(200_000), "This is nested more than 30 deep.");
    }

    @Test
    void refusesManyMeaningsOfOneAlias() {
        StringBuilder laughs = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            String inner = "*a" + (i - 1);
            laughs.append("a%d: &a%d [%s]%n"
                    .formatted(
                            i,
                            i,
                            String.join(
                                    ", ",
                                    IntStream.range(0, 9).mapToObj(j -> inner).toList())));
        }
        assertSaidFast(
                laughs.toString(), "The file has more than 50000 pieces up to here, repeated ones counted each time.");
    }

    @Test
    void takesAnAliasThatRepeatsALittle() {
        Form form = Asked.form("{id: a, type: text, label: &label Name}", "{id: b, type: text, label: *label}");
        assertThat(form.fields().map(Field::label)).containsExactly("Name", "Name");
    }

    @Test
    void refusesNumbersOfAnyLength() {
        List<Finding> findings = FormReader.read("form: x\nversion: " + "9".repeat(400_000), "form")
                .findings();
        assertThat(findings)
                .first()
                .satisfies(finding -> assertThat(finding.message()).hasSizeLessThan(200));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sections:\n%s- {start_when: {section: s}}\n",
                "roles:\n%s  r#: {from: no}\n",
                "sign_off:\n%s- {step: 1, by: {all: [who]}, covers: [what]}\n",
                "lists:\n%s  l#: [{id: l#, txt: a}]\n",
                "lists: {only: [\n%s{id: same},\n]}",
                "%skey#: 1\n",
                "sections:\n- visible_to: [\n%sr#,\n]\n  release_to: {r: on_sign}",
            })
    void doesNotDwellOnThousandsOfFaults(String pattern) {
        String before = pattern.substring(0, pattern.indexOf("%s"));
        String line = pattern.substring(pattern.indexOf("%s") + 2, pattern.indexOf('\n', pattern.indexOf("%s")) + 1);
        String after = pattern.substring(pattern.indexOf("%s") + 2 + line.length());
        StringBuilder yaml = new StringBuilder("form: x\n" + before);
        for (int i = 0; yaml.length() < 500_000 && i < 12_000; i++) {
            yaml.append(line.replace("#", Integer.toString(i)));
        }
        yaml.append(after);
        List<Finding> findings = Assertions.assertTimeoutPreemptively(
                HANGS, () -> FormReader.read(yaml.toString(), "form").findings());
        assertThat(findings).isNotEmpty().hasSizeLessThanOrEqualTo(201);
    }

    @Test
    void stopsTellingAfterTwoHundred() {
        String faults =
                IntStream.range(0, 300).mapToObj(i -> "key" + i + ": 1\n").collect(Collectors.joining());
        List<Finding> findings = FormReader.read("form: x\n" + faults, "form").findings();
        assertThat(findings).hasSize(201);
        assertThat(findings.get(200).message()).isEqualTo("There are 104 more findings after these.");
    }

    private static void assertSaidFast(String yaml, String message) {
        List<Finding> findings = Assertions.assertTimeoutPreemptively(
                HANGS, () -> FormReader.read(yaml, "form").findings());
        assertThat(findings).extracting(Finding::message).containsExactly(message);
    }

    private static String tiny(int fields) {
        return "form: tiny\nversion: 1\ntitle: Tiny\nroles: {writer: {}}\n"
                + "sections:\n  - id: only\n    title: Only\n    owner: writer\n    fields:\n"
                + IntStream.range(0, fields)
                        .mapToObj(i -> "      - {id: f" + i + ", type: text, label: Field " + i + "}\n")
                        .collect(Collectors.joining());
    }

    private static String line(Finding finding) {
        String line = "line " + finding.place().line() + "  " + finding.code() + "  " + finding.message();
        return line + (finding.suggestion() == null ? "" : "  → " + finding.suggestion()) + "\n";
    }
}
