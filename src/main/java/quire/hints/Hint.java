package quire.hints;

/**
 * A place in a text that may identify somebody. It is a question to a person and never a reason to refuse the text.
 *
 * @param kind what it looks like
 * @param start where it begins, counted as {@link String#charAt} does
 * @param end the place after its end
 */
public record Hint(Kind kind, int start, int end) {

    /** What a place in a text can look like. */
    public enum Kind {
        NHS_NUMBER("an NHS number"),
        PHONE("a telephone number"),
        EMAIL("an email address"),
        POSTCODE("a postcode"),
        BIRTH("a date of birth"),
        INSURANCE("a National Insurance number"),
        REGISTRATION("a Social Work England number"),
        NAME("a name");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** To be read behind “This looks like”. */
        public String words() {
            return words;
        }
    }

    /** What stands there. */
    public String in(String text) {
        return text.substring(start, end);
    }

    boolean overlaps(Hint other) {
        return start < other.end && other.start < end;
    }
}
