package quire.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quire.core.Problem;

class FormTest {

    private static final String FORM = """
            form: agreement
            version: 1
            title: Agreement
            roles: {writer: {label: Writer}}
            sections:
              - id: only
                title: Only
                owner: writer
                fields:
                  - {id: name, type: text, label: Full name, max: 100}
            """;

    @Test
    void isTheSameWhateverTheOrderOfItsKeysAndItsRemarks() {
        String turned = """
                # The same form, written by somebody else.
                sections:
                  - owner: "writer"
                    title: 'Only'   # the only one
                    fields: [{max: 100, label: Full name, type: text, id: name}]
                    id: only
                roles:
                  writer:
                    label: Writer
                title: Agreement
                version: 1
                form: agreement
                """;
        assertThat(read(turned).digest()).isEqualTo(read(FORM).digest());
    }

    @ParameterizedTest
    @CsvSource({
        "version: 1, version: 2",
        "title: Agreement, title: An agreement",
        "Full name, Name in full",
        "max: 100, max: 101",
        "label: Writer, label: Author",
        "type: text, type: longtext",
    })
    void isAnotherWithAnyWordChanged(String from, String to) {
        String changed =
                FORM.replace(from, to).replace("longtext, label: Full name, max: 100", "longtext, label: Full name");
        assertThat(changed).isNotEqualTo(FORM);
        assertThat(read(changed).digest()).isNotEqualTo(read(FORM).digest());
    }

    @Test
    void countsTheRecordBlockAmongItsWords() {
        String header = "record: {record: header, title: Header, fields: [{id: name, type: text, label: Name}]}\n";
        assertThat(read(FORM + header).digest())
                .isNotEqualTo(read(FORM + header.replace("label: Name", "label: Full name"))
                        .digest());
    }

    @Test
    void namesTheSectionThatIsNotThere() {
        assertThatThrownBy(() -> read(FORM).section("other"))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.NOT_FOUND))
                .hasMessage("“Agreement” has no section “other”.");
    }

    private static Form read(String yaml) {
        return FormReader.read(yaml, "form").orThrow();
    }
}
