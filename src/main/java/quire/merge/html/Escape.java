package quire.merge.html;

/**
 * Text made safe to stand anywhere between tags or inside quotes.
 *
 * @param text the escaped text
 * @param dropped whether characters were left out that no XML document may hold
 */
record Escape(String text, boolean dropped) {

    static Escape html(String text) {
        int plain = plainLength(text);
        if (plain == text.length()) {
            return new Escape(text, false);
        }
        StringBuilder escaped = new StringBuilder(text.length() + 32).append(text, 0, plain);
        boolean dropped = false;
        for (int i = plain; i < text.length(); ) {
            int character = text.codePointAt(i);
            if (allowed(character)) {
                append(character, escaped);
            } else {
                dropped = true;
            }
            i += Character.charCount(character);
        }
        return new Escape(escaped.toString(), dropped);
    }

    private static int plainLength(String text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            boolean plain = character >= ' ' && character < '\uD800' && "&<>\"'".indexOf(character) < 0;
            if (!plain && character != '\n') {
                return i;
            }
        }
        return text.length();
    }

    private static void append(int character, StringBuilder escaped) {
        switch (character) {
            case '&' -> escaped.append("&amp;");
            case '<' -> escaped.append("&lt;");
            case '>' -> escaped.append("&gt;");
            case '"' -> escaped.append("&quot;");
            case '\'' -> escaped.append("&#39;");
            default -> escaped.appendCodePoint(character);
        }
    }

    /** The characters of XML 1.0, section 2.2; a surrogate that stands alone is none. */
    private static boolean allowed(int character) {
        return (character >= 0x20 && character < 0xD800)
                || character == '\n'
                || character == '\t'
                || character == '\r'
                || (character >= 0xE000 && character <= 0xFFFD)
                || character >= 0x10000;
    }
}
