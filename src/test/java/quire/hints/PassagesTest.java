package quire.hints;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How much of what identifies somebody is found in five hundred made up passages, and how much else. */
class PassagesTest {

    private static final Path FILE = Path.of("src/test/resources/quire/hints/passages.txt");
    private static final Pattern MARKED = Pattern.compile("\\[\\[([A-Z_]+):(.+?)]]");
    private static final String NAME = "# name: ";

    private static final Map<Hint.Kind, Count> COUNTS = new EnumMap<>(Hint.Kind.class);
    private static int passages;

    private static final class Count {
        int marked;
        int found;
        int wrong;

        double recall() {
            return (double) found / marked;
        }

        double precision() {
            return (double) found / (found + wrong);
        }
    }

    @BeforeAll
    static void lookForAll() {
        for (Hint.Kind kind : Hint.Kind.values()) {
            COUNTS.put(kind, new Count());
        }
        List<String> lines = lines();
        Hints hints = new Hints(lines.stream()
                .filter(line -> line.startsWith(NAME))
                .map(line -> line.substring(NAME.length()))
                .toList());
        lines.stream().filter(line -> !line.startsWith("#")).forEach(line -> lookFor(line, hints));
    }

    /** Found is what has the right kind and covers the mark; wrong is what touches no mark of its kind. */
    private static void lookFor(String line, Hints hints) {
        passages++;
        StringBuilder text = new StringBuilder();
        List<Hint> marks = new ArrayList<>();
        Matcher marked = MARKED.matcher(line);
        int at = 0;
        while (marked.find()) {
            text.append(line, at, marked.start());
            int start = text.length();
            text.append(marked.group(2));
            marks.add(new Hint(Hint.Kind.valueOf(marked.group(1)), start, text.length()));
            at = marked.end();
        }
        text.append(line.substring(at));
        List<Hint> found = hints.in(text.toString());
        for (Hint mark : marks) {
            Count count = COUNTS.get(mark.kind());
            count.marked++;
            count.found += found.stream().anyMatch(hint -> covers(hint, mark)) ? 1 : 0;
        }
        for (Hint hint : found) {
            boolean isRight = marks.stream().anyMatch(mark -> mark.kind() == hint.kind() && mark.overlaps(hint));
            COUNTS.get(hint.kind()).wrong += isRight ? 0 : 1;
        }
    }

    private static boolean covers(Hint hint, Hint mark) {
        return hint.kind() == mark.kind() && hint.start() <= mark.start() && hint.end() >= mark.end();
    }

    @ParameterizedTest
    @EnumSource(Hint.Kind.class)
    void findsNearlyAllAndLittleElse(Hint.Kind kind, TestReporter reporter) {
        Count count = COUNTS.get(kind);
        reporter.publishEntry(
                kind.name(),
                "%d marked, recall %.3f, precision %.3f".formatted(count.marked, count.recall(), count.precision()));
        assertThat(count.marked).isGreaterThanOrEqualTo(20);
        assertThat(count.recall()).isGreaterThanOrEqualTo(kind == Hint.Kind.NAME ? 0.8 : 0.95);
        assertThat(count.precision()).isGreaterThanOrEqualTo(0.9);
    }

    @Test
    void looksAtFiveHundredPassages() {
        assertThat(passages).isEqualTo(500);
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(FILE, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
