package quire.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import quire.core.Json;

class FormatsTest {

    static Stream<Map<String, @Nullable Object>> schemas() {
        return Stream.of(Formats.FORM, Formats.STANDARD).map(format -> Json.readObject(format.text(), "schema"));
    }

    @Test
    void knowsEveryTypeThatTheProgramKnows() {
        List<Object> types = new ArrayList<>();
        walk("", Json.readObject(Formats.FORM.text(), "schema"), (path, node) -> {
            if (path.equals(".$defs.field.properties.type")) {
                types.addAll((List<?>) Objects.requireNonNull(node.get("enum")));
            }
        });
        assertThat(types).containsExactlyElementsOf(List.copyOf(FieldType.words()));
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void explainsEveryKeyToAuthors(Map<String, @Nullable Object> schema) {
        List<String> silent = new ArrayList<>();
        walk("", schema, (path, node) -> {
            if (node.get("properties") instanceof Map<?, ?> properties) {
                properties.forEach((key, property) -> {
                    boolean explained = property instanceof Map<?, ?> map
                            && (map.containsKey("description") || map.containsKey("$ref") || map.containsKey("const"));
                    if (!explained && !Boolean.TRUE.equals(property)) {
                        silent.add(path + "." + key);
                    }
                });
            }
        });
        assertThat(silent).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void hasASentenceForEveryPattern(Map<String, @Nullable Object> schema) {
        List<String> silent = new ArrayList<>();
        walk("", schema, (path, node) -> {
            if (node.containsKey("pattern") && !(node.get("patternErrorMessage") instanceof String)) {
                silent.add(path);
            }
        });
        assertThat(silent).isEmpty();
    }

    private interface Visit {
        void at(String path, Map<?, ?> node);
    }

    private static void walk(String path, @Nullable Object node, Visit visit) {
        if (node instanceof Map<?, ?> map) {
            visit.at(path, map);
            map.forEach((key, member) -> walk(path + "." + key, member, visit));
        } else if (node instanceof List<?> list) {
            list.forEach(entry -> walk(path + "[]", entry, visit));
        }
    }
}
