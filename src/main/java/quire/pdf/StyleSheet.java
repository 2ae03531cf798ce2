package quire.pdf;

import java.util.ArrayList;
import java.util.List;

/**
 * A style sheet taken apart just as far as is needed to leave things out of it: blocks, what stands before them, and
 * declarations. What it does not understand it keeps.
 */
final class StyleSheet {

    /** Deeper blocks and longer selectors than these are left out: the renderer would run out of stack. */
    private static final int DEEPEST = 8;

    private static final int LONGEST_PRELUDE = 2_000;

    private final String css;
    private int place;

    private StyleSheet(String css) {
        this.css = css;
    }

    /**
     * A block with what stands before it: a selector, or a rule that begins with @.
     *
     * @param statements what ends with a semicolon: declarations, or a rule such as {@code @import}
     */
    record Block(String prelude, List<String> statements, List<Block> blocks) {

        boolean is(String rule) {
            return prelude.regionMatches(true, 0, rule, 0, rule.length());
        }

        /** The block as CSS again; the outermost one without braces. */
        String text() {
            StringBuilder text = new StringBuilder();
            write(text);
            return text.toString();
        }

        private void write(StringBuilder text) {
            for (String statement : statements) {
                text.append(statement).append(";\n");
            }
            for (Block block : blocks) {
                text.append(block.prelude).append(" {\n");
                block.write(text);
                text.append("}\n");
            }
        }
    }

    /** The whole sheet as a block that has nothing before it. */
    static Block parse(String css) {
        return new StyleSheet(withoutComments(css)).block("", 0);
    }

    /** The parts of a style attribute. */
    static List<String> declarations(String style) {
        return new ArrayList<>(parse(style).statements());
    }

    private Block block(String prelude, int depth) {
        List<String> statements = new ArrayList<>();
        List<Block> blocks = new ArrayList<>();
        while (place < css.length()) {
            int start = place;
            char end = findEnd();
            String words = css.substring(start, place).strip();
            place++;
            if (end == '{' && (depth >= DEEPEST || words.length() > LONGEST_PRELUDE)) {
                skipBlock();
            } else if (end == '{') {
                blocks.add(block(words, depth + 1));
            } else if (!words.isEmpty()) {
                statements.add(words);
            }
            // A brace too many at the top is a slip of the author, not the end.
            if (end == '}' && depth > 0) {
                break;
            }
        }
        return new Block(prelude, statements, blocks);
    }

    private void skipBlock() {
        int open = 1;
        while (open > 0 && place < css.length()) {
            char end = findEnd();
            place++;
            open += end == '{' ? 1 : end == '}' ? -1 : 0;
        }
    }

    /** Moves to the next brace or semicolon outside quotes and parentheses. */
    private char findEnd() {
        int open = 0;
        while (place < css.length()) {
            char letter = css.charAt(place);
            switch (letter) {
                case '"', '\'' -> skipQuoted(letter);
                case '\\' -> place++;
                case '(' -> open++;
                case ')' -> open = Math.max(0, open - 1);
                case '{', '}' -> {
                    return letter;
                }
                case ';' -> {
                    if (open == 0) {
                        return letter;
                    }
                }
                default -> {}
            }
            place++;
        }
        place = css.length();
        return ';';
    }

    private void skipQuoted(char quote) {
        place++;
        while (place < css.length() && css.charAt(place) != quote && css.charAt(place) != '\n') {
            place += css.charAt(place) == '\\' ? 2 : 1;
        }
        place = Math.min(place, css.length() - 1);
    }

    private static String withoutComments(String css) {
        if (!css.contains("/*")) {
            return css;
        }
        StringBuilder kept = new StringBuilder(css.length());
        int from = 0;
        while (true) {
            int open = css.indexOf("/*", from);
            if (open < 0) {
                return kept.append(css, from, css.length()).toString();
            }
            kept.append(css, from, open).append(' ');
            int close = css.indexOf("*/", open + 2);
            if (close < 0) {
                return kept.toString();
            }
            from = close + 2;
        }
    }
}
