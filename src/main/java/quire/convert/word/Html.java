package quire.convert.word;

/** A page while it is written. Text is escaped; tags are closed by whoever opened them. */
final class Html {

    private final StringBuilder page = new StringBuilder();

    /** Opens an element; attributes as names and values in turn, those with an empty value left out. */
    Html open(String tag, String... attributes) {
        page.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            if (!attributes[i + 1].isEmpty()) {
                page.append(' ').append(attributes[i]).append("=\"");
                escape(attributes[i + 1]);
                page.append('"');
            }
        }
        page.append('>');
        return this;
    }

    Html close(String tag) {
        page.append("</").append(tag).append('>');
        return this;
    }

    Html text(String words) {
        escape(words);
        return this;
    }

    /** What must not be escaped, such as a style sheet of our own. */
    Html raw(String text) {
        page.append(text);
        return this;
    }

    /** What was written elsewhere. */
    Html append(Html other) {
        page.append(other.page);
        return this;
    }

    int length() {
        return page.length();
    }

    boolean isEmpty() {
        return page.isEmpty();
    }

    private void escape(String words) {
        for (int i = 0; i < words.length(); i++) {
            char letter = words.charAt(i);
            switch (letter) {
                case '&' -> page.append("&amp;");
                case '<' -> page.append("&lt;");
                case '>' -> page.append("&gt;");
                case '"' -> page.append("&quot;");
                default -> page.append(letter);
            }
        }
    }

    @Override
    public String toString() {
        return page.toString();
    }
}
