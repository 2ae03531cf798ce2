package quire.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quire.core.Finding;
import quire.core.Problem;

class FormsTest {

    private static final String FORM = """
            form: agreement
            version: 1
            title: Agreement
            record: header
            roles: {writer: {label: Writer}}
            sections:
              - id: only
                title: Only
                owner: writer
                fields:
                  - {id: place, type: text, label: Place}
            """;
    private static final String HEADER = """
            record: header
            title: Header
            lists: {route: [{id: adults, text: Adults}]}
            fields:
              - {id: name, type: text, label: Name}
              - {id: route, type: choice, list: route, label: Route}
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void lay() throws IOException {
        write("agreement.yaml", FORM);
        write("records/header.yaml", HEADER);
    }

    @Test
    void putsEveryFormOfAFolderOnTheShelf() throws IOException {
        write("another.yaml", FORM.replace("form: agreement", "form: another"));
        write("programmes/year.yaml", "programme: year");
        write("notes.txt", "not a form");
        Forms forms = Forms.load(folder);
        assertThat(forms.list()).extracting(Form::id).containsExactly("agreement", "another");
        assertThat(forms.get("agreement").record())
                .isNotNull()
                .satisfies(record ->
                        assertThat(record.fields()).extracting(Field::id).containsExactly("name", "route"));
        assertThat(forms.find("stranger")).isEmpty();
        assertThatThrownBy(() -> forms.get("stranger"))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.NOT_FOUND));
    }

    @Test
    void refusesAFolderWithEveryFaultOfEveryFile() throws IOException {
        write("agreement.yaml", FORM.replace("title: Agreement", "titel: Agreement"));
        write("broken.yaml", "form: [");
        write("records/header.yaml", HEADER.replace("type: text", "type: txt"));
        assertThatThrownBy(() -> Forms.load(folder)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.kind()).isEqualTo(Problem.Kind.BAD_INPUT);
            assertThat(problem.findings())
                    .extracting(finding -> name(finding) + ":" + finding.place().line() + " " + finding.code())
                    .containsExactly(
                            "header.yaml:5 unknown-type",
                            "agreement.yaml:3 unknown-key",
                            "agreement.yaml:4 unknown-record",
                            "broken.yaml:1 yaml");
        });
    }

    @Test
    void theFootOfThePagesIsAFieldOfTheBlock() throws IOException {
        write("records/header.yaml", HEADER.replace("fields:", "foot: nmae\nfields:"));
        assertThat(Forms.check(folder.resolve("records/header.yaml")))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.message())
                            .isEqualTo("The block has no field “nmae” to stand at the foot of the pages.");
                    assertThat(finding.suggestion()).isEqualTo("name");
                    assertThat(finding.place().path()).isEqualTo("foot");
                });
    }

    @Test
    void checksOneFileAlone() throws IOException {
        write("broken.yaml", "form: [");
        assertThat(Forms.check(folder.resolve("agreement.yaml"))).isEmpty();
        assertThat(Forms.check(folder.resolve("records/header.yaml"))).isEmpty();
        assertThat(Forms.check(folder.resolve("broken.yaml"))).hasSize(1);
        assertThat(Forms.check(folder)).hasSize(1);
    }

    @Test
    void refusesTwentyMegabytesWithoutReadingThem() throws IOException {
        write("agreement.yaml", FORM + "#".repeat(20_000_000));
        assertThat(Forms.check(folder))
                .extracting(Finding::message)
                .containsExactly("The file is larger than 512 kB, which is the most that it may have.");
    }

    @Test
    void namesTheLineThatIsNotInUtf8() throws IOException {
        Files.write(
                folder.resolve("agreement.yaml"),
                FORM.replace("title: Agreement", "title: Caf\u00e9").getBytes(StandardCharsets.ISO_8859_1));
        assertThat(Forms.check(folder)).singleElement().satisfies(finding -> {
            assertThat(finding.place().line()).isEqualTo(3);
            assertThat(finding.message()).contains("UTF-8");
        });
    }

    @Test
    void readsAFileThatBeginsWithAByteOrderMark() throws IOException {
        write("agreement.yaml", "\uFEFF" + FORM.replace("\n", "\r\n"));
        assertThat(Forms.check(folder)).isEmpty();
    }

    @Test
    void saysWhenThereIsNothingToRead() {
        assertThatThrownBy(() -> Forms.load(folder.resolve("nowhere")))
                .isInstanceOf(Problem.class)
                .hasMessageStartingWith("There is no folder");
        assertThatThrownBy(() -> Forms.check(folder.resolve("nowhere.yaml")))
                .isInstanceOf(Problem.class)
                .hasMessageStartingWith("There is no file");
    }

    @Test
    void findsNoFaultInTheShippedForms() {
        Path shipped = Path.of("forms");
        List<Finding> findings = Forms.check(shipped);
        assertThat(findings).isEmpty();
        assertThat(Forms.load(shipped).list()).isNotEmpty();
    }

    private static String name(Finding finding) {
        String file = finding.place().file();
        return file == null ? "" : Path.of(file).getFileName().toString();
    }

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
