package quire.forms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quire.merge.Shape;
import quire.merge.Value;

class FilesFieldTest {

    private static final String PLAN = "{\"name\": \"plan.pdf\", \"sha256\": \"" + "0a".repeat(32)
            + "\", \"size\": 1250, \"description\": \"The plan\"}";

    private final Asked evidence = Asked.field("type: files, label: Evidence, required: true, max: 2");

    @Test
    void listsTheFiles() {
        Value value = evidence.value("[" + PLAN + "]");
        assertThat(value).isInstanceOfSatisfying(Value.Items.class, items -> {
            assertThat(items.items()).hasSize(1);
            assertThat(items.items().get(0).member("name")).isEqualTo(new Value.Text("plan.pdf"));
            assertThat(items.items().get(0).member("description")).isEqualTo(new Value.Text("The plan"));
        });
        assertThat(evidence.value("[]").truthy()).isFalse();
        assertThat(evidence.field().shape().kind()).isEqualTo(Shape.Kind.LIST);
    }

    @ParameterizedTest
    @CsvSource({"1, 1 byte", "999, 999 bytes", "1250, 1 kB", "245000, 245 kB", "1500000, 1.5 MB"})
    void saysSizesForPeople(String bytes, String words) {
        Value value = evidence.value("[{\"name\": \"a\", \"size\": " + bytes + "}]");
        assertThat(value)
                .isInstanceOfSatisfying(
                        Value.Items.class,
                        items -> assertThat(items.items().get(0).member("size"))
                                .extracting(size -> size == null ? "" : size.text())
                                .isEqualTo(words));
    }

    @Test
    void countsTheFiles() {
        assertThat(evidence.complete("[]")).containsExactly("Upload a file for “Evidence”");
        String three = "[" + PLAN + "," + PLAN + "," + PLAN + "]";
        assertThat(evidence.draft(three)).containsExactly("You can only add up to 2 files to “Evidence”");
        assertThat(evidence.schemaTakes(three)).isFalse();
        assertThat(evidence.schemaTakes("[" + PLAN + "]")).isTrue();
    }

    @Test
    void refusesWhatIsNoFile() {
        for (String answer : new String[] {
            "\"plan.pdf\"",
            "[\"plan.pdf\"]",
            "[{}]",
            "[{\"name\": \"a\", \"size\": -1}]",
            "[{\"name\": \"a\", \"sha256\": \"x\"}]",
            "[{\"name\": \"a\", \"path\": \"/etc\"}]"
        }) {
            assertThat(evidence.draft(answer)).as(answer).hasSize(1);
            assertThat(evidence.schemaTakes(answer)).as(answer).isFalse();
        }
    }
}
