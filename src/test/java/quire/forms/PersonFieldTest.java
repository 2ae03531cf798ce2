package quire.forms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PersonFieldTest {

    private static final String ROSE =
            "{\"name\": \" Rose Okafor \", \"role\": \"Practice educator\", \"registration\": \"SW0\"}";

    private final Asked observer = Asked.field("type: person, role: writer, label: Observer, required: true");

    @Test
    void printsTheName() {
        assertThat(observer.value(ROSE).text()).isEqualTo("Rose Okafor");
        assertThat(observer.text(ROSE, "role")).isEqualTo("Practice educator");
        assertThat(observer.text("{\"name\": \"Rose\"}", "registration")).isEmpty();
        assertThat(observer.text("null", "registration")).isEmpty();
        assertThat(observer.field().shape().members()).containsOnlyKeys("name", "role", "registration");
    }

    @Test
    void asksForAMissingName() {
        assertThat(observer.complete("null")).containsExactly("Enter the name of the observer");
        assertThat(observer.complete("{\"name\": \" \"}")).containsExactly("Enter the name of the observer");
        assertThat(Asked.field("type: person, label: Observer’s name, required: true")
                        .complete("null"))
                .containsExactly("Enter the observer’s name");
    }

    @Test
    void refusesWhatIsNoPerson() {
        for (String answer : new String[] {
            "\"Rose\"", "{\"role\": \"Observer\"}", "{\"name\": 5}", "{\"name\": \"Rose\", \"age\": \"40\"}"
        }) {
            assertThat(observer.draft(answer)).as(answer).hasSize(1);
            assertThat(observer.schemaTakes(answer)).as(answer).isFalse();
        }
        assertThat(observer.schemaTakes(ROSE)).isTrue();
    }

    @Test
    void wantsARoleThatIsThere() {
        assertThat(Asked.faults("{id: p, type: person, role: writter, label: P}"))
                .containsExactly("The field “p” names the role “writter”, which is not under “roles”.");
    }
}
