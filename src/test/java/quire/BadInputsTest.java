package quire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each line of the page of bad inputs names tests that are there and carry its id. */
class BadInputsTest {

    private static final Path PAGE = Path.of("src", "site", "markdown", "bad-inputs.md");

    /** A line of a table: the id and the classes that hold it. */
    record Line(String id, List<String> classes) {

        /** How a method begins, or holds, that carries the id. */
        boolean isHeldBy(String source) {
            return source.contains(id.toLowerCase(Locale.ROOT).replace("-", "") + "_");
        }
    }

    static List<Line> lines() throws IOException {
        return Files.readAllLines(PAGE).stream()
                .filter(line -> line.matches("\\| [SR]-\\d+ \\|.*"))
                .map(line -> line.split("\\|", -1))
                .map(cells -> new Line(
                        cells[1].strip(),
                        Arrays.stream(cells[4].split(",")).map(String::strip).toList()))
                .toList();
    }

    @Test
    void knowsEveryLineOnce() throws IOException {
        assertThat(lines().stream().map(Line::id)).hasSize(69).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("lines")
    void isHeld(Line line) throws IOException {
        Map<String, String> tests = tests();
        for (String named : line.classes()) {
            assertThat(tests).as(line.id()).containsKey(named);
            assertThat(line.isHeldBy(tests.get(named)))
                    .as("%s in %s", line.id(), named)
                    .isTrue();
        }
    }

    /** The text of every test, by the name of its class. */
    private static Map<String, String> tests() throws IOException {
        Map<String, String> tests = new HashMap<>();
        List<Path> sources = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src", "test", "java"))) {
            files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
        }
        for (Path source : sources) {
            tests.put(String.valueOf(source.getFileName()).replace(".java", ""), Files.readString(source));
        }
        return tests;
    }
}
