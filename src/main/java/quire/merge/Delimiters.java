package quire.merge;

import quire.core.Finding;
import quire.core.Place;
import quire.core.Problem;

/**
 * What a tag begins and ends with.
 *
 * @param open usually <code>{{</code>
 * @param close usually <code>}}</code>
 */
public record Delimiters(String open, String close) {

    public static final Delimiters MUSTACHE = new Delimiters("{{", "}}");

    public Delimiters {
        if (open.isBlank() || close.isBlank() || (open + close).matches("(?s).*[\\s=].*")) {
            throw Problem.badInput(Finding.error(
                    "delimiters",
                    "The delimiters must be two marks with a space between them, for example “{ }”, without “=”.",
                    Place.UNKNOWN));
        }
    }

    /** Reads {@code "{ }"} or {@code "<% %>"} as a person types it. */
    public static Delimiters parse(String words) {
        String[] marks = words.strip().split("\\s+", -1);
        return new Delimiters(marks[0], marks.length == 2 ? marks[1] : "");
    }

    @Override
    public String toString() {
        return open + " " + close;
    }
}
