package quire.merge.html;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import quire.core.Json;
import quire.core.Problem;
import quire.merge.Missing;
import quire.merge.Value;

/**
 * The published Mustache specification, case by case, with its silence about missing keys. Its optional parts
 * (lambdas, inheritance, dynamic names) are left out on purpose: each would let a template do more than fill in.
 */
class MustacheSpecTest {

    /** Cases that print markup out of the data: ours print the same words, escaped, whatever the template says. */
    private static final Set<String> ESCAPED_ALL_THE_SAME = Set.of(
            "Triple Mustache",
            "Ampersand",
            "Implicit Iterators - Triple Mustache",
            "Implicit Iterators - Ampersand",
            "Implicit Iterator - Triple mustache",
            "Implicit Iterator - Ampersand",
            "Standalone Indentation");

    /** A partial that is not there is a fault of the template, and never silence. */
    private static final Set<String> REFUSED = Set.of("Failed Lookup");

    private static final List<String> PARTS =
            List.of("comments", "delimiters", "interpolation", "inverted", "partials", "sections");

    /** One case of the specification. */
    private record Example(
            String name,
            String reason,
            String template,
            @Nullable Object data,
            String expected,
            Map<String, @Nullable Object> partials) {

        static Example of(Map<?, ?> json) {
            Object partials = json.get("partials");
            return new Example(
                    text(json, "name"),
                    text(json, "desc"),
                    text(json, "template"),
                    json.get("data"),
                    text(json, "expected"),
                    partials == null ? Map.of() : Json.asObject((Map<?, ?>) partials));
        }

        private static String text(Map<?, ?> json, String key) {
            return (String) requireNonNull(json.get(key));
        }
    }

    @TestFactory
    Stream<DynamicContainer> follows() {
        return PARTS.stream()
                .map(part -> dynamicContainer(
                        part, examples(part).map(example -> dynamicTest(example.name(), () -> follows(example)))));
    }

    @Test
    void everyExceptionStillExists() {
        assertThat(PARTS.stream().flatMap(MustacheSpecTest::examples).map(Example::name))
                .containsAll(ESCAPED_ALL_THE_SAME)
                .containsAll(REFUSED);
    }

    private static void follows(Example example) {
        if (REFUSED.contains(example.name())) {
            assertThatThrownBy(() -> merge(example)).isInstanceOf(Problem.class);
        } else if (ESCAPED_ALL_THE_SAME.contains(example.name())) {
            assertThat(merge(example)).isNotEqualTo(example.expected());
            assertThat(Parser.unescapeEntities(merge(example), true)).isEqualTo(example.expected());
        } else {
            assertThat(merge(example)).as(example.reason()).isEqualTo(example.expected());
        }
    }

    private static String merge(Example example) {
        HtmlTemplates templates = new HtmlTemplates(
                name -> Optional.ofNullable((String) example.partials().get(name)));
        return templates
                .compile(example.template(), "spec")
                .merge(Value.of(example.data()), Missing.BLANK)
                .html();
    }

    private static Stream<Example> examples(String part) {
        String file = "/spec/specs/" + part + ".json";
        try (InputStream json = requireNonNull(MustacheSpecTest.class.getResourceAsStream(file))) {
            Map<String, @Nullable Object> spec = Json.readObject(new String(json.readAllBytes(), UTF_8), part);
            List<?> tests = (List<?>) requireNonNull(spec.get("tests"));
            return tests.stream().map(test -> Example.of((Map<?, ?>) test));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
