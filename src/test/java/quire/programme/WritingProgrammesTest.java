package quire.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import quire.core.Finding;
import quire.core.Json;
import quire.forms.Forms;

/** The page that teaches how to write a programme says what is true. */
class WritingProgrammesTest {

    private static final Path PAGE = Path.of("src/site/markdown/writing-programmes.md");

    @Test
    void showsAWholeProgrammeThatIsSound() throws IOException {
        Matcher examples = Pattern.compile("(?s)```yaml\n(programme: first-quarter\n.*?)```")
                .matcher(page());
        assertThat(examples.find()).isTrue();
        List<Finding> findings = new ArrayList<>();
        new ProgrammeReader(Forms.load(Path.of("forms")), Set.of())
                .read(examples.group(1), "first-quarter.yaml", false, findings);
        assertThat(findings).isEmpty();
    }

    @Test
    void explainsEveryKey() throws IOException {
        Set<String> keys = new TreeSet<>();
        collect(Json.readObject(Programmes.schema(), "schema"), keys);
        String page = page();
        assertThat(keys)
                .hasSizeGreaterThan(80)
                .allMatch(key -> Pattern.compile("(?<![\\w-])" + key + "(:|`)")
                        .matcher(page)
                        .find());
    }

    private static void collect(@Nullable Object schema, Set<String> keys) {
        if (schema instanceof Map<?, ?> map) {
            if (map.get("properties") instanceof Map<?, ?> properties) {
                properties.keySet().forEach(key -> keys.add(key.toString()));
            }
            map.values().forEach(value -> collect(value, keys));
        }
    }

    private static String page() throws IOException {
        return Files.readString(PAGE);
    }
}
