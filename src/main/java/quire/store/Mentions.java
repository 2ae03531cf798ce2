package quire.store;

import java.util.Set;
import java.util.function.Consumer;

/** Finds in texts which of some files they name. */
final class Mentions {

    private static final int LENGTH = 64;

    private final Set<String> known;
    private final Consumer<String> found;

    /**
     * A search.
     *
     * @param known the digests of the files that are looked for
     * @param found told each that is named
     */
    Mentions(Set<String> known, Consumer<String> found) {
        this.known = known;
        this.found = found;
    }

    /** Looks at every run of 64 hexadecimal digits, also inside longer ones: too many found harms nobody, too few does. */
    void lookAt(String text) {
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            run = isDigit(text.charAt(i)) ? run + 1 : 0;
            if (run >= LENGTH) {
                String digest = text.substring(i + 1 - LENGTH, i + 1);
                if (known.contains(digest)) {
                    found.accept(digest);
                }
            }
        }
    }

    private static boolean isDigit(char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    }
}
