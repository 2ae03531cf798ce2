package quire.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TrailWordsTest {

    private static final Path SOURCES = Path.of("src/main/java/quire");
    private static final Pattern ACTION = Pattern.compile("\"([a-z][a-z_]*(?:\\.[a-z][a-z_]*)+)\"");

    /** Words with dots that are none of the trail's, in files that also write into it. */
    private static final Set<String> OTHERS = Set.of();

    @Test
    void everyActionThatTheProgramKnowsHasWords() throws IOException {
        Set<String> actions = actions();
        assertThat(actions).hasSizeGreaterThan(40).contains("session.opened", "evidence.attached", "account.opened");
        assertThat(TrailWords.actions()).containsAll(actions);
    }

    /** Whatever looks like an action in a file that has to do with the trail. */
    private static Set<String> actions() throws IOException {
        Set<String> actions = new TreeSet<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                String text = Files.readString(file);
                if (text.contains("import quire.trail.") || text.contains("Actor actor")) {
                    ACTION.matcher(text).results().map((MatchResult found) -> found.group(1)).forEach(actions::add);
                }
            }
        }
        actions.removeAll(OTHERS);
        return actions;
    }
}
