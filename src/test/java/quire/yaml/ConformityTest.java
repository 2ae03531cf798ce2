package quire.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import quire.core.Json;
import quire.forms.Forms;

/** The quick judge says yes where the library does, and nowhere else. */
class ConformityTest {

    private static final Nouns NOUNS = new Nouns("the file", Map.of(), Map.of());
    private static final Format FORM = Format.of(Forms.class, "form.schema.json", NOUNS, OwnWords.NONE);
    private static final Format RECORD = FORM.inside("record", NOUNS);
    private static final Format STANDARD = Format.of(Forms.class, "standard.schema.json", NOUNS, OwnWords.NONE);

    static Stream<Path> files() throws IOException {
        List<Path> files = new ArrayList<>(Definitions.files(Path.of("src/test/resources/golden/forms/bad")));
        files.add(Path.of("src/test/resources/golden/forms/whole.yaml"));
        files.addAll(Definitions.files(Path.of("forms")));
        files.addAll(Definitions.files(Path.of("forms/records")));
        files.addAll(Definitions.files(Path.of("forms/standards")));
        return files.stream();
    }

    @ParameterizedTest
    @MethodSource("files")
    void agreesWithTheLibraryOnFilesAndOnWhatBecomesOfThemBySlips(Path file) throws IOException {
        Format format =
                file.startsWith("forms/records") ? RECORD : file.startsWith("forms/standards") ? STANDARD : FORM;
        List<@Nullable Object> read = new ArrayList<>();
        Definitions.read(Files.readString(file), "file", new ArrayList<>(), part -> read.add(part.data()));
        Random random = new Random(file.getFileName().toString().hashCode());
        for (int slip = 0; !read.isEmpty() && slip < 40; slip++) {
            Object data = slip == 0 ? read.get(0) : slipped(read.get(0), random);
            assertThat(Conformity.holds(format.schema(), format.fragment(), data))
                    .as(() -> Json.write(data))
                    .isEqualTo(format.errors(data).isEmpty());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"type": "integer"}                         | 1.0      | true
            {"type": "integer"}                         | 1.5      | false
            {"type": ["string", "null"]}                | null     | true
            {"maxLength": 1}                            | "\ud83d\ude42" | true
            {"enum": [1, "a"]}                          | 1.0      | true
            {"uniqueItems": true}                       | [1, 1.0] | false
            {"uniqueItems": true}                       | [1, "1"] | true
            {"pattern": "b"}                            | "abc"    | true
            {"pattern": "^b"}                           | "abc"    | false
            {"minLength": 2}                            | 5        | true
            {"propertyNames": {"enum": ["a"]}}          | {"b": 1} | false
            {"additionalProperties": false}             | {"b": 1} | false
            {"dependentRequired": {"a": ["b"]}}         | {"a": 1} | false
            {"format": "date"}                          | "x"      | false
            {"$ref": "#/$defs/nowhere"}                 | 1        | false
            """)
    void knowsItsKeywordsAndNeverSaysYesToAnother(String schema, String data, boolean holds) {
        assertThat(Conformity.holds(
                        Json.readObject(schema, "schema"),
                        "",
                        Json.readObject("{\"it\": " + data + "}", "data").get("it")))
                .isEqualTo(holds);
    }

    /** The same with one thing in it taken away, doubled, renamed or made something else. */
    private static @Nullable Object slipped(@Nullable Object data, Random random) {
        if (data instanceof Map<?, ?> map && !map.isEmpty() && random.nextInt(4) > 0) {
            Map<String, @Nullable Object> copy = new LinkedHashMap<>(Json.asObject(map));
            String key = List.copyOf(copy.keySet()).get(random.nextInt(copy.size()));
            switch (random.nextInt(8)) {
                case 0 -> copy.remove(key);
                case 1 -> copy.put(key + "x", copy.remove(key));
                default -> copy.put(key, slipped(copy.get(key), random));
            }
            return copy;
        } else if (data instanceof List<?> list && !list.isEmpty() && random.nextInt(4) > 0) {
            List<@Nullable Object> copy = new ArrayList<>(list);
            int index = random.nextInt(copy.size());
            switch (random.nextInt(8)) {
                case 0 -> copy.remove(index);
                case 1 -> copy.add(copy.get(index));
                default -> copy.set(index, slipped(copy.get(index), random));
            }
            return copy;
        }
        return switch (random.nextInt(9)) {
            case 0 -> null;
            case 1 -> true;
            case 2 -> new BigDecimal("-3");
            case 3 -> new BigDecimal("2.50");
            case 4 -> "";
            case 5 -> data + " Twice";
            case 6 -> List.of();
            case 7 -> Map.of();
            default -> data;
        };
    }
}
