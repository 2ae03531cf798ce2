package quire.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TrailWordsTest {

    private static final Path SOURCES = Path.of("src/main/java/quire");
    private static final Pattern ACTION = Pattern.compile("\"([a-z][a-z_]*(?:\\.[a-z][a-z_]*)+)\"");

    /** An action that is put together of two words, and where the second ones stand then. */
    private static final Pattern FIRST = Pattern.compile("did\\(\"([a-z_]+\\.)\" \\+");

    private static final Pattern SECOND = Pattern.compile("did\\(actor, ([^;]*?), id\\)");
    private static final Pattern WORD = Pattern.compile("\"([a-z_]+)\"");

    @Test
    void everyActionThatTheProgramKnowsHasWords() throws IOException {
        Set<String> actions = actions();
        assertThat(actions)
                .hasSizeGreaterThan(40)
                .contains("session.opened", "evidence.attached", "account.opened", "portfolio.unbooked");
        assertThat(TrailWords.actions()).containsAll(actions);
    }

    /** Whatever looks like an action in a file that has to do with the trail. */
    private static Set<String> actions() throws IOException {
        Set<String> actions = new TreeSet<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                String text = Files.readString(file);
                if (text.contains("import quire.trail.") || text.contains("Actor actor")) {
                    actions.addAll(all(ACTION, text));
                    for (String first : firsts(text)) {
                        all(SECOND, text)
                                .forEach(place -> all(WORD, place).forEach(second -> actions.add(first + second)));
                    }
                }
            }
        }
        return actions;
    }

    /** What the actions of a file begin with: its own word, or that of the class that it asks. */
    private static List<String> firsts(String text) {
        List<String> firsts = new ArrayList<>(all(FIRST, text));
        if (text.contains("Portfolios.did(actor, ")) {
            firsts.add("portfolio.");
        }
        return firsts;
    }

    private static List<String> all(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}
