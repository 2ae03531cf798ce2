package quire.forms;

/** Counts words and characters as the browser does, so that both sides agree on every limit. */
public final class Words {

    /** The most characters that any one text may have. */
    public static final int HARD_LIMIT = 50_000;

    private Words() {}

    /** The number of matches of {@code \S+} with the white space of JavaScript, which knows more of it than Java's. */
    public static int count(String text) {
        int words = 0;
        boolean inWord = false;
        for (int i = 0; i < text.length(); i++) {
            boolean space = isSpace(text.charAt(i));
            if (!space && !inWord) {
                words++;
            }
            inWord = !space;
        }
        return words;
    }

    /** The number of Unicode code points. */
    public static int characters(String text) {
        return text.codePointCount(0, text.length());
    }

    /** The text with LF at the ends of its lines, and nothing that cannot be printed: as every answer is kept. */
    public static String printable(String text) {
        return Intake.printable(text);
    }

    static boolean isBlank(String text) {
        return text.chars().allMatch(character -> isSpace((char) character));
    }

    /** The text without white space at its ends. */
    public static String trim(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /** ECMAScript's WhiteSpace and LineTerminator, which are what {@code \s} matches there. */
    private static boolean isSpace(char character) {
        return switch (character) {
            case '\t',
                    '\n',
                    '\u000B',
                    '\f',
                    '\r',
                    ' ',
                    '\u00A0',
                    '\u1680',
                    '\u2028',
                    '\u2029',
                    '\u202F',
                    '\u205F',
                    '\u3000',
                    '\uFEFF' -> true;
            default -> character >= '\u2000' && character <= '\u200A';
        };
    }
}
