package quire.people;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import quire.core.Finding;
import quire.core.Place;
import quire.core.Problem;

/** Colours that an organisation may choose: those that white words can be read on. */
final class Colour {

    /** What WCAG 2.2 asks for between a text and what is behind it (1.4.3, level AA). */
    static final double LEAST_CONTRAST = 4.5;

    private static final Pattern HEX = Pattern.compile("#?([0-9a-f]{6}|[0-9a-f]{3})");

    private Colour() {}

    /**
     * The colour as {@code #rrggbb}.
     *
     * @throws Problem if it is not a colour, or too light
     */
    static String checked(String typed) {
        Matcher digits = HEX.matcher(typed.strip().toLowerCase(Locale.ROOT));
        if (!digits.matches()) {
            throw wrong("colour", "Enter the colour as # and six digits, like #1d4f91.");
        }
        String colour = "#" + (digits.group(1).length() == 3 ? doubled(digits.group(1)) : digits.group(1));
        double contrast = contrastWithWhite(colour);
        if (contrast < LEAST_CONTRAST) {
            // Rounded down, so that it never seems to be enough.
            String shown = String.format(Locale.ROOT, "%.1f", Math.floor(contrast * 10) / 10);
            throw wrong(
                    "colour-contrast",
                    "Choose a darker colour. White words on " + colour + " have a contrast of " + shown
                            + " to 1, and people need at least 4.5 to 1 to read them.");
        }
        return colour;
    }

    /** The contrast ratio of WCAG 2.2, from 1 to 21. */
    static double contrastWithWhite(String colour) {
        double luminance = 0.2126 * light(colour, 1) + 0.7152 * light(colour, 3) + 0.0722 * light(colour, 5);
        return 1.05 / (luminance + 0.05);
    }

    private static double light(String colour, int from) {
        double part = Integer.parseInt(colour.substring(from, from + 2), 16) / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }

    private static String doubled(String three) {
        return three.replaceAll("(.)", "$1$1");
    }

    private static Problem wrong(String code, String message) {
        return Problem.badInput(Finding.error(code, message, Place.atPath("accent")));
    }
}
