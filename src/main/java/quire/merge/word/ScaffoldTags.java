package quire.merge.word;

import quire.merge.Key;

/** ScaffoldTags as they stand in a template, and words that are not to be taken for one. */
final class ScaffoldTags {

    /** Keeps two braces apart without showing. */
    private static final char WORD_JOINER = '\u2060';

    private ScaffoldTags() {}

    static String value(Key key) {
        return "{{" + key + "}}";
    }

    static String open(Key key) {
        return "{{#" + key + "}}";
    }

    static String openInverted(Key key) {
        return "{{^" + key + "}}";
    }

    static String close(Key key) {
        return "{{/" + key + "}}";
    }

    /** A remark that is in the template and never on the paper. */
    static String remark(String words) {
        return "{{! " + plain(words) + " }}";
    }

    /** The words of a form as one line that is safe in a Word file: no stray tag, nothing that XML cannot hold. */
    static String plain(String words) {
        StringBuilder line = new StringBuilder();
        words.codePoints().forEach(point -> {
            if (Character.isWhitespace(point) || Character.isISOControl(point)) {
                line.append(' ');
            } else if (isXml(point)) {
                boolean tag = (point == '{' || point == '}') && endsWith(line, point);
                line.append(tag ? String.valueOf(WORD_JOINER) : "").appendCodePoint(point);
            }
        });
        return line.toString().strip();
    }

    private static boolean isXml(int point) {
        return !(point >= 0xD800 && point <= 0xDFFF) && (point & 0xFFFE) != 0xFFFE;
    }

    private static boolean endsWith(StringBuilder line, int point) {
        return !line.isEmpty() && line.charAt(line.length() - 1) == point;
    }
}
