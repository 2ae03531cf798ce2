package quire.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One block of long text. People write plain text: an empty line begins a new paragraph, lines that start with
 * {@code - } or {@code • } are a bulleted list, lines that start with {@code 1. } a numbered one. Whatever people put
 * their names to must say what they wrote, so a list keeps the numbers that were typed: where they do not go up by one
 * a new list begins.
 */
public sealed interface ProseBlock {

    /** A paragraph; its lines break where the writer broke them. */
    record Paragraph(List<String> lines) implements ProseBlock {
        public Paragraph {
            lines = List.copyOf(lines);
        }
    }

    /** A list with bullets, one line for each item. */
    record Bullets(List<String> items) implements ProseBlock {
        public Bullets {
            items = List.copyOf(items);
        }
    }

    /**
     * A list that counts up by one.
     *
     * @param first the number of the first item
     * @param items one line each
     */
    record Numbers(int first, List<String> items) implements ProseBlock {
        public Numbers {
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
        /** As a list prints it again: {@code 1)} and {@code 01.} would come out as {@code 1.} and stay plain text. */
        private static final Pattern NUMBER = Pattern.compile("\\s*(0|[1-9]\\d{0,2})\\.\\s+(.*)");

        private final List<ProseBlock> blocks = new ArrayList<>();
        private final List<String> lines = new ArrayList<>();
        private Kind gathering = Kind.PARAGRAPH;
        private int first;

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
                number(Integer.parseInt(number.group(1)), number.group(2));
            } else {
                gather(Kind.PARAGRAPH, line.stripTrailing());
            }
        }

        private void number(int number, String words) {
            if (gathering != Kind.NUMBERS || number != first + lines.size()) {
                finish();
                first = number;
            }
            gather(Kind.NUMBERS, words);
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
                        switch (gathering) {
                            case PARAGRAPH -> new Paragraph(lines);
                            case BULLETS -> new Bullets(lines);
                            case NUMBERS -> new Numbers(first, lines);
                        });
            }
            lines.clear();
            gathering = Kind.PARAGRAPH;
        }
    }
}
