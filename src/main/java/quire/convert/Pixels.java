package quire.convert;

import java.util.Locale;

/** How large a picture may be: told by its header, before anybody makes room for its dots. */
final class Pixels {

    private Pixels() {}

    /**
     * @param width in dots; 0 or less where the header does not say
     * @throws quire.core.Problem if there are too many dots, or none
     */
    static void check(long width, long height) {
        if (width <= 0 || height <= 0) {
            throw Refusal.DAMAGED.problem("It does not say how large the picture is. " + Advice.SAVE_AGAIN);
        } else if (width >= Uploads.MAX_PIXELS
                || height >= Uploads.MAX_PIXELS
                || width * height >= Uploads.MAX_PIXELS) {
            throw Refusal.PIXELS.problem(String.format(
                    Locale.UK,
                    "It has %,d by %,d. Make it smaller in a picture program and save it again.",
                    width,
                    height));
        }
    }
}
