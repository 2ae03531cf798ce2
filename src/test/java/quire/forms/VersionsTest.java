package quire.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quire.core.Finding;
import quire.core.Problem;

/** Several versions of one form, side by side (S-71). */
class VersionsTest {

    private static final String FIRST = """
            form: visit
            version: 1
            title: Visit
            roles: {writer: {label: Writer}}
            lists:
              kind:
                - {id: home, text: Home}
                - {id: office, text: Office}
            sections:
              - id: only
                title: Only
                owner: writer
                fields:
                  - {id: contact, type: choice, list: kind, label: Contact}
                  - {id: gone, type: text, label: Gone}
                  - id: aims
                    type: repeat
                    label: Aims
                    item:
                      - {id: aim, type: text, label: Aim}
            """;
    private static final String THIRD = FIRST.replace("version: 1", "version: 3")
            .replace("title: Visit", "title: Visit today")
            .replace("      - {id: gone, type: text, label: Gone}\n", "");

    @TempDir
    private Path folder;

    @BeforeEach
    void lay() throws IOException {
        write("earlier/visit.1.yaml", FIRST);
        write("earlier/visit.2.yaml", FIRST.replace("version: 1", "version: 2").replace("label: Gone", "label: Going"));
        write("visit.yaml", THIRD);
    }

    @Test
    void liveTogether() {
        Forms forms = Forms.load(folder);
        assertThat(forms.list()).extracting(Form::version).containsExactly(3);
        assertThat(forms.everyVersion()).extracting(Form::version).containsExactly(1, 2, 3);
        assertThat(forms.get("visit").title()).isEqualTo("Visit today");
        assertThat(forms.get("visit", 1).title()).isEqualTo("Visit");
        assertThat(forms.get("visit@2").version()).isEqualTo(2);
        assertThat(forms.find("visit@4")).isEmpty();
        assertThatThrownBy(() -> forms.get("visit", 9))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("visit@9");
        assertThat(Forms.check(folder)).isEmpty();
    }

    @Test
    void areFoundByTheirFileNames() throws IOException {
        write("earlier/visit.1.yaml", FIRST.replace("version: 1", "version: 2"));
        write("earlier/other.1.yaml", FIRST);
        assertThat(lines())
                .containsExactly(
                        "other.1.yaml:1 file-name The file is called “other.1.yaml”. From what is in it, an earlier version"
                                + " is called “visit.1.yaml”.",
                        "visit.1.yaml:1 file-name The file is called “visit.1.yaml”. From what is in it, an earlier version"
                                + " is called “visit.2.yaml”.");
    }

    @Test
    void endWithTheCurrentOne() throws IOException {
        write("visit.yaml", THIRD.replace("version: 3", "version: 2"));
        write("earlier/visit.7.yaml", FIRST.replace("version: 1", "version: 7"));
        assertThat(lines())
                .containsExactly(
                        "visit.2.yaml:2 version Version 2 of the form “visit” stands here and in visit.yaml, line 2. A version"
                                + " exists once.",
                        "visit.7.yaml:2 version This is version 7 of the form “visit”. The current one, in visit.yaml, line 2,"
                                + " is version 2 and must be the highest.");
        Files.delete(folder.resolve("visit.yaml"));
        assertThat(lines())
                .hasSize(3)
                .allMatch(line -> line.contains("there is no current one without faults. Put the current version"));
    }

    @Test
    void neverChangeWhatAnIdHolds() throws IOException {
        write("visit.yaml", THIRD.replace("{id: contact, type: choice, list: kind,", "{id: contact, type: text,"));
        assertThat(lines()).containsExactly("""
                visit.yaml:14 changed-type The field “contact” is of the type text here and of the type choice in visit.1.yaml, \
                line 14. An id never changes what it holds, not even after it was taken out. Give this field another id.""");
        write(
                "visit.yaml",
                THIRD.replace("{id: aim, type: text, label: Aim}", "{id: purpose, type: text, label: Aim}")
                        + "      - {id: aim, type: text, label: Aim}\n");
        assertThat(lines())
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .startsWith(
                                "visit.yaml:20 changed-type The field “aim” is of the type text here and of the type text in the"
                                        + " repeat “aims” in visit.1.yaml, line 20."));
    }

    @Test
    void neverUseTheIdOfAFieldThatIsGoneForSomethingElse() throws IOException {
        write("visit.yaml", THIRD + "      - {id: gone, type: number, label: Gone again}\n");
        assertThat(lines())
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .startsWith(
                                "visit.yaml:20 changed-type The field “gone” is of the type number here and of the type"
                                        + " text in visit.1.yaml, line 15."));
    }

    @Test
    void keepEveryChoiceThatWasOffered() throws IOException {
        write("visit.yaml", THIRD.replace("    - {id: office, text: Office}\n", "    - {id: phone, text: Phone}\n"));
        assertThat(lines()).containsExactly("""
                visit.yaml:14 removed-item The field “contact” no longer has “office”, which it has in visit.1.yaml, line 14. \
                Answers may hold it. Keep it, or give the field another id.""");
    }

    @Test
    void areCheckedWithTheOthersWhenOneFileIsAsked() throws IOException {
        write(
                "earlier/visit.2.yaml",
                FIRST.replace("version: 1", "version: 2").replace("gone, type: text", "gone, type: date"));
        assertThat(Forms.check(folder.resolve("earlier/visit.2.yaml")))
                .extracting(Finding::code)
                .containsExactly("changed-type");
        assertThat(Forms.check(folder.resolve("earlier/visit.1.yaml"))).isEmpty();
        assertThat(Forms.check(folder.resolve("visit.yaml"))).isEmpty();
    }

    private List<String> lines() {
        String inside = folder.toString();
        return Forms.check(folder).stream()
                .map(finding -> Path.of(Objects.requireNonNull(finding.place().file()))
                                .getFileName() + ":"
                        + finding.place().line() + " " + finding.code() + " "
                        + finding.message().replace(inside + "/earlier/", "").replace(inside + "/", ""))
                .toList();
    }

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
