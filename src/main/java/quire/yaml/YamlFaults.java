package quire.yaml;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import quire.core.Finding;
import quire.core.Place;
import quire.core.Problem;

/** Says in plain words why a text is no YAML. */
final class YamlFaults {

    private YamlFaults() {}

    static Problem tooLong(String name) {
        return Problem.tooLarge(Finding.error(
                "limit",
                "The file is larger than " + YamlReader.MAX_CHARACTERS / 1024
                        + " kB, which is the most that it may have.",
                Place.inFile(name)));
    }

    static Problem notYaml(YamlEngineException fault, String yaml, String name) {
        int line = line(fault, yaml);
        return Problem.badInput(Finding.error(
                        "yaml", sentence(fault, yaml, line), Place.inFile(name).line(line)))
                .because(fault);
    }

    private static int line(YamlEngineException fault, String yaml) {
        if (fault instanceof MarkedYamlEngineException marked
                && marked.getProblemMark().isPresent()) {
            return marked.getProblemMark().get().getLine() + 1;
        }
        return fault instanceof ReaderException reader ? lineAt(yaml, reader.getPosition()) : 0;
    }

    /** @param position in code points */
    private static int lineAt(String yaml, int position) {
        return 1
                + (int) yaml.codePoints()
                        .limit(position)
                        .filter(character -> character == '\n')
                        .count();
    }

    private static String sentence(YamlEngineException fault, String yaml, int line) {
        if (fault instanceof ReaderException reader) {
            return String.format(
                    "There is a character here that no text can hold (U+%04X). Delete it.", reader.getCodePoint());
        }
        if (indentation(yaml, line).indexOf('\t') >= 0) {
            return "This line is indented with a tab. Use spaces.";
        }
        String problem = fault instanceof MarkedYamlEngineException marked ? marked.getProblem() : null;
        return "This is not YAML" + meaning(problem)
                + " Look at the colons, quotes and indentation of this line and the " + "one before.";
    }

    /** The parser's commonest complaints, in the words of somebody who writes forms. */
    private static String meaning(@Nullable String problem) {
        if (problem == null) {
            return ".";
        } else if (problem.startsWith("mapping values are not allowed")) {
            return ": a colon stands inside a text, or the indentation is wrong. Put quotes round a text with a colon.";
        } else if (problem.startsWith("could not find expected ':'")) {
            return ": a key has no colon after it.";
        } else if (problem.contains("found unexpected end of stream")) {
            return ": a quotation mark is never closed.";
        } else if (problem.startsWith("expected <block end>")) {
            return ": this line is indented differently from those it belongs to.";
        } else if (problem.contains("cannot start any token")) {
            return ": a text that begins with this character needs quotes.";
        } else if (problem.contains("expected ',' or")) {
            return ": a comma or closing bracket is missing.";
        }
        return " (" + problem + ").";
    }

    private static String indentation(String yaml, int line) {
        List<String> lines = yaml.lines().skip(Math.max(0, line - 1L)).limit(1).toList();
        return lines.isEmpty() ? "" : lines.get(0).replaceFirst("[^ \\t].*", "");
    }
}
