package quire.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import quire.merge.Shape;
import quire.merge.Value;
import quire.testkit.Golden;

class FormShapeTest {

    private final Form whole = Whole.form();
    private final List<String> differences = new ArrayList<>();

    @Test
    void knowsEveryKeyThatValuesHaveAndNoOther() throws IOException {
        String json = Files.readString(Golden.folder("forms").resolve("whole.answers.json"));
        compare("", FormShape.of(whole), FormValues.of(whole, Asked.answers(whole, json), facts()));
        compare("", FormShape.of(whole), FormValues.of(whole, Answers.NONE, facts()));
        assertThat(differences).isEmpty();
    }

    @Test
    void saysWhatIsRequired() {
        Shape shape = FormShape.of(whole);
        assertThat(shape.members())
                .hasEntrySatisfying(
                        "setting", field -> assertThat(field.required()).isTrue());
        assertThat(shape.members())
                .hasEntrySatisfying(
                        "address", field -> assertThat(field.required()).isFalse());
        assertThat(shape.members())
                .hasEntrySatisfying(
                        "reasons", field -> assertThat(field.required()).isTrue());
    }

    private void compare(String path, Shape shape, Value value) {
        if (path.endsWith(".value")) {
            return; // in the general list of sections a value may be of any type
        }
        if (shape.kind() == Shape.Kind.LIST && value instanceof Value.Items items) {
            Shape item = shape.item();
            assertThat(item).isNotNull();
            items.items().forEach(one -> compare(path + "[]", item == null ? shape : item, one));
            return;
        }
        Map<String, Value> members = members(value);
        if (!(value instanceof Value.Picture)
                && !members.keySet().equals(shape.members().keySet())) {
            differences.add(path + ": " + shape.members().keySet() + " but " + members.keySet());
        }
        members.forEach((key, member) -> {
            Shape inside = shape.members().get(key);
            if (inside != null) {
                compare(path + "." + key, inside, member);
            }
        });
    }

    private static Map<String, Value> members(@Nullable Value value) {
        if (value instanceof Value.Group group) {
            return group.members();
        } else if (value instanceof Value.Shown shown) {
            return shown.members();
        }
        return value instanceof Value.Gap gap ? gap.members() : Map.of();
    }

    private static DocumentFacts facts() {
        return DocumentFacts.draft(LocalDate.of(2026, 11, 21));
    }
}
