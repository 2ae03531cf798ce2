package quire.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import quire.core.Json;
import quire.core.MediaType;
import quire.core.Problem;
import quire.merge.Value;

class NamePatternTest {

    private final Value data = Value.of(Json.read("{\"name\":\"Ann & Bob\",\"a\":{\"b\":\"x\\ny\"},\"n\":3}", "test"));

    @Test
    void fillsKeysIn() {
        assertThat(NamePattern.parse("{{name}} - {{{a.b}}} {{& n }}{{none}} {{_number}}.PDF"))
                .satisfies(pattern -> {
                    assertThat(pattern.type()).isEqualTo(MediaType.PDF);
                    assertThat(pattern.of(data, 17)).isEqualTo("Ann & Bob - x 3 17");
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{{name}}", "{{name}}.doc", "{{#list}}x{{/list}}.docx", "{{name.docx", "name}}.docx", "{{}}.docx"
            })
    void refusesWhatIsNotANameWithKeys(String words) {
        assertThatThrownBy(() -> NamePattern.parse(words)).isInstanceOf(Problem.class);
    }
}
