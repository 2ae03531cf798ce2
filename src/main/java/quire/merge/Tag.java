package quire.merge;

import org.jspecify.annotations.Nullable;

/**
 * One tag of a template as it is written.
 *
 * @param kind what it asks for
 * @param name the key, the partial's name, or the words of a comment; empty for a close tag without a name
 * @param start where it begins in the text that was scanned, counted in characters from 0
 * @param end where it ends, exclusive
 * @param delimiters what a {@link Kind#DELIMITERS} tag changes to; null for every other kind
 */
public record Tag(
        Kind kind,
        String name,
        int start,
        int end,
        @Nullable Delimiters delimiters) {

    /** The kinds of tag that Mustache has. */
    public enum Kind {
        VALUE(""),
        RICH("&"),
        SECTION("#"),
        INVERTED("^"),
        CLOSE("/"),
        COMMENT("!"),
        PARTIAL(">"),
        DELIMITERS("=");

        private final String mark;

        Kind(String mark) {
            this.mark = mark;
        }

        /** The character that stands before the name. */
        public String mark() {
            return mark;
        }

        public boolean opens() {
            return this == SECTION || this == INVERTED;
        }

        /** Whether the tag can print something in its own place. */
        public boolean prints() {
            return this == VALUE || this == RICH;
        }
    }

    public Key key() {
        return Key.parse(name);
    }

    /** The tag with the usual delimiters, as a message quotes it. */
    @Override
    public String toString() {
        return "{{" + kind.mark() + name + "}}";
    }
}
