package quire.web.frame;

import java.util.Locale;

/** Small turns of words. */
public final class Wording {

    private Wording() {}

    /** The words as the beginning of a line. */
    public static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.UK) + words.substring(1);
    }
}
