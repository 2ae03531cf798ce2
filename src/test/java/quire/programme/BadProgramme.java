package quire.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/**
 * A good programme with something wrong in it, and what is said of that. It is written as an excerpt, from the top of the
 * file downwards: its title, then each line with a sign before it.
 *
 * <pre>
 * - a line of the good programme that is taken out
 * + a line that comes in its place
 * = a line that stays
 * ! what is said of the line above: the code, the sentence, and perhaps → what was probably meant
 * </pre>
 *
 * @param title what is wrong
 * @param yaml the whole file
 * @param said what is said: line, code, sentence
 */
record BadProgramme(String title, String yaml, List<String> said) {

    /** The cases of a text, with empty lines between them. */
    static Stream<BadProgramme> read(String good, String cases) {
        return Arrays.stream(cases.replaceAll("(?m)^#.*\n", "").split("\n\n+", -1))
                .map(String::strip)
                .filter(excerpt -> !excerpt.isEmpty())
                .map(excerpt -> new Excerpt(good).read(excerpt));
    }

    @Override
    public String toString() {
        return title;
    }

    /** An excerpt being read. */
    private static final class Excerpt {

        private final List<String> lines;
        private final List<String> said = new ArrayList<>();
        private final Deque<String> takenOut = new ArrayDeque<>();
        private String indentation = "";
        private int at = -1;

        Excerpt(String good) {
            lines = new ArrayList<>(good.lines().toList());
        }

        BadProgramme read(String excerpt) {
            List<String> signed = excerpt.lines().toList();
            signed.stream().skip(1).forEach(this::take);
            return new BadProgramme(signed.get(0), String.join("\n", lines) + "\n", List.copyOf(said));
        }

        private void take(String signed) {
            String text = signed.substring(2);
            switch (signed.charAt(0)) {
                case '=' -> find(text);
                case '-' -> takeOut(text);
                case '+' -> lines.add(++at, indentation() + text);
                case '!' -> said.add(at + 1 + " " + text);
                default -> throw new AssertionError("No sign: " + signed);
            }
        }

        private void takeOut(String text) {
            int before = at;
            find(text);
            if (at > before + 1) {
                takenOut.clear();
            }
            takenOut.add(lines.remove(at--));
        }

        private void find(String text) {
            int found = at + 1;
            while (found < lines.size() && !lines.get(found).strip().equals(text.strip())) {
                found++;
            }
            assertThat(found).as("the line “%s” below line %d", text, at + 1).isLessThan(lines.size());
            at = found;
            indentation = indentationOf(lines.get(at));
        }

        /** As the lines taken out were indented, one after the other; then as the last of them. */
        private String indentation() {
            indentation = takenOut.isEmpty() ? indentation : indentationOf(takenOut.remove());
            return indentation;
        }

        private static String indentationOf(String line) {
            return line.substring(0, line.length() - line.stripLeading().length());
        }
    }
}
