package quire.redaction;

import java.util.Locale;
import quire.hints.Hint;

/** What the kinds of hints are called in the record and on paper. */
final class HintWords {

    private HintWords() {}

    static String word(Hint.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** The word for it without an article, such as “postcode”; “removed” for a word that is none of them. */
    static String noun(String word) {
        for (Hint.Kind kind : Hint.Kind.values()) {
            if (word(kind).equals(word)) {
                return kind.words().replaceFirst("^an? ", "");
            }
        }
        return "removed";
    }
}
