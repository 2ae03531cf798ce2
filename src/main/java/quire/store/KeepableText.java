package quire.store;

import quire.core.Finding;
import quire.core.Place;
import quire.core.Problem;

/** Text that comes out of every database as it went in. */
final class KeepableText {

    private KeepableText() {}

    /**
     * The text itself. PostgreSQL has no place for NUL; half a pair has no form in UTF-8 and would come back as “?”.
     *
     * @throws Problem if the text holds one of these
     */
    static String checked(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (c == 0 || Character.isSurrogate(c)) {
                throw Problem.badInput(Finding.error(
                        "text-character",
                        "A text holds a character that cannot be kept. Delete it and type it again.",
                        Place.UNKNOWN));
            }
        }
        return text;
    }
}
