package quire.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quire.core.Finding;
import quire.core.Problem;
import quire.forms.Forms;
import quire.testkit.Golden;

class ProgrammesTest {

    private static final Forms FORMS = Forms.load(Golden.folder("programme").resolve("forms"));

    @TempDir
    private Path folder;

    private String second = "";
    private String first = "";

    @BeforeEach
    void lay() throws IOException {
        second = Files.readString(Golden.folder("programme").resolve("year.yaml"));
        first = second.replace("version: 2", "version: 1").replace("A year of learning", "The year as it was");
        write("year.yaml", second);
    }

    @Test
    void aNewVersionStandsBesideTheOneBefore() throws IOException {
        write("earlier/year.1.yaml", first);
        Programmes programmes = Programmes.load(folder, FORMS);
        assertThat(programmes.get("year").title()).isEqualTo("A year of learning");
        assertThat(programmes.get("year", 1).title()).isEqualTo("The year as it was");
        assertThat(programmes.list()).extracting(Programme::version).containsExactly(2);
        assertThat(programmes.everyVersion()).extracting(Programme::version).containsExactly(1, 2);
        assertThat(programmes.find("year", 3)).isEmpty();
        assertThatThrownBy(() -> programmes.get("year", 3))
                .hasMessage("There is no version 3 of the programme “year”.");
        assertThatThrownBy(() -> programmes.get("term")).hasMessage("There is no programme “term”.");
    }

    @Test
    void anEarlierVersionIsLower() throws IOException {
        write("earlier/year.2.yaml", second);
        assertThat(said())
                .containsExactly("year.2.yaml:2 version This is version 2 of the programme “year”. The current one, in "
                        + folder.resolve("year.yaml") + ", is version 2 and must be the highest.");
    }

    @Test
    void anEarlierVersionHasACurrentOne() throws IOException {
        write("earlier/term.1.yaml", first.replace("programme: year", "programme: term"));
        assertThat(said())
                .containsExactly(
                        "term.1.yaml:2 version This is an earlier version of the programme “term”, and there is no"
                                + " current one without faults. Put the current version into the folder above, as term.yaml.");
    }

    @Test
    void anEarlierVersionIsCalledByItsNumber() throws IOException {
        write("earlier/year.yaml", first);
        assertThat(said())
                .containsExactly("year.yaml:1 file-name The file is called “year.yaml”. From what is in it, an earlier"
                        + " version is called “year.1.yaml”.");
    }

    @Test
    void anEarlierVersionIsHeldAgainstTheSameRules() throws IOException {
        write("earlier/year.1.yaml", first.replace("route: town", "route: sea"));
        assertThat(said())
                .containsExactly(
                        "year.1.yaml:5 unknown-route There is no route “sea” in the record block “person”. There is"
                                + " town, country.");
    }

    @Test
    void aFileIsCheckedAloneThoughItsOtherVersionsAreRead() throws IOException {
        write("earlier/year.2.yaml", second);
        write("other.yaml", second.replace("route: town", "route: sea"));
        assertThat(Programmes.check(folder.resolve("year.yaml"), FORMS, Set.of()))
                .isEmpty();
        assertThat(Programmes.check(folder.resolve("earlier/year.2.yaml"), FORMS, Set.of()))
                .extracting(Finding::code)
                .containsExactly("version");
        assertThat(Programmes.check(folder.resolve("other.yaml"), FORMS, Set.of()))
                .extracting(Finding::code)
                .containsExactly("file-name", "unknown-route");
    }

    @Test
    void aTemplateThatAFormIsPrintedWithIsAtHand() {
        assertThat(Programmes.check(folder, FORMS, Set.of("review.docx"))).isEmpty();
        assertThat(Programmes.check(folder, FORMS, Set.of("revue.docx")).stream()
                        .map(ProgrammesTest::line))
                .containsExactly(
                        "year.yaml:76 unknown-template There is no template “review.docx”, which the form “review”"
                                + " is printed with. → revue.docx");
    }

    @Test
    void nothingIsLoadedWhereThereIsAFault() throws IOException {
        write("year.yaml", second.replace("route: town", "route: sea").replace("[skills]", "[skils]"));
        assertThatThrownBy(() -> Programmes.load(folder, FORMS))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.findings())
                                .extracting(Finding::code)
                                .containsExactly("unknown-route", "unknown-standard"));
    }

    @Test
    void aFileIsInUtf8() throws IOException {
        Files.write(folder.resolve("year.yaml"), second.replace("A year", "Añ").getBytes(StandardCharsets.ISO_8859_1));
        assertThat(said())
                .containsExactly(
                        "year.yaml:3 encoding This line holds a character that is not in UTF-8. Save the file again"
                                + " with the encoding UTF-8.");
    }

    @Test
    void thereMayBeNoProgrammes() {
        Path none = folder.resolve("none");
        assertThat(Programmes.load(none, FORMS).list()).isEmpty();
        assertThatThrownBy(() -> Programmes.check(none, FORMS, Set.of())).hasMessage("There is no file " + none + ".");
    }

    private List<String> said() {
        return Programmes.check(folder, FORMS, Set.of()).stream()
                .map(ProgrammesTest::line)
                .toList();
    }

    private static String line(Finding finding) {
        Path file = Path.of(Objects.requireNonNull(finding.place().file()));
        String suggestion = finding.suggestion() == null ? "" : " → " + finding.suggestion();
        return file.getFileName() + ":" + finding.place().line() + " " + finding.code() + " " + finding.message()
                + suggestion;
    }

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
