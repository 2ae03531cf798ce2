package quire.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One block of long text. People write plain text: an empty line begins a new paragraph, lines that start with
 * {@code - } or {@code • } are a bulleted list, lines that start with {@code 1. } a numbered one.
 */
public sealed interface ProseBlock {

    /** A paragraph; its lines break where the writer broke them. */
    record Paragraph(List<String> lines) implements ProseBlock {
        public Paragraph {
            lines = List.copyOf(lines);
        }
    }

    /**
     * A list.
     *
     * @param numbered with numbers from 1, or else with bullets
     * @param items one line each
     */
    record Points(boolean numbered, List<String> items) implements ProseBlock {
        public Points {
            items = List.copyOf(items);
        }
    }

    /** The blocks of a text, in order; none for a text of blanks. */
    static List<ProseBlock> of(String text) {
        return new Reader().read(text);
    }

    /** Gathers lines into blocks. */
    final class Reader {
        private static final Pattern BULLET = Pattern.compile("\\s*[-•*–]\\s+(.*)");
        private static final Pattern NUMBER = Pattern.compile("\\s*\\d{1,3}[.)]\\s+(.*)");

        private final List<ProseBlock> blocks = new ArrayList<>();
        private final List<String> lines = new ArrayList<>();
        private Kind gathering = Kind.PARAGRAPH;

        private enum Kind {
            PARAGRAPH,
            BULLETS,
            NUMBERS
        }

        private Reader() {}

        private List<ProseBlock> read(String text) {
            text.lines().forEach(this::line);
            finish();
            return List.copyOf(blocks);
        }

        private void line(String line) {
            Matcher bullet = BULLET.matcher(line);
            Matcher number = NUMBER.matcher(line);
            if (line.isBlank()) {
                finish();
            } else if (bullet.matches()) {
                gather(Kind.BULLETS, bullet.group(1));
            } else if (number.matches()) {
                gather(Kind.NUMBERS, number.group(1));
            } else {
                gather(Kind.PARAGRAPH, line.stripTrailing());
            }
        }

        private void gather(Kind kind, String words) {
            if (kind != gathering) {
                finish();
                gathering = kind;
            }
            lines.add(words);
        }

        private void finish() {
            if (!lines.isEmpty()) {
                blocks.add(
                        gathering == Kind.PARAGRAPH
                                ? new Paragraph(lines)
                                : new Points(gathering == Kind.NUMBERS, lines));
            }
            lines.clear();
            gathering = Kind.PARAGRAPH;
        }
    }
}
