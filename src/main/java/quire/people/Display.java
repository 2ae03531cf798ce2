package quire.people;

import java.util.Arrays;
import java.util.Locale;
import quire.core.Finding;
import quire.core.Place;
import quire.core.Problem;

/**
 * How somebody wants to read: on the pages, and in Word files that they download.
 *
 * @param font the typeface
 * @param size of the letters
 * @param spacing between the lines
 * @param background behind the words
 */
public record Display(Font font, Size size, Spacing spacing, Background background) {

    /** As everything looks for those who have chosen nothing. */
    public static final Display PLAIN = new Display(Font.ARIAL, Size.NORMAL, Spacing.NORMAL, Background.WHITE);

    /** The typeface. */
    public enum Font {
        ARIAL,
        VERDANA,
        OPEN_DYSLEXIC
    }

    /** Of the letters. */
    public enum Size {
        NORMAL,
        LARGE,
        LARGER
    }

    /** Between the lines. */
    public enum Spacing {
        NORMAL,
        WIDE,
        WIDER
    }

    /** Behind the words. */
    public enum Background {
        WHITE,
        CREAM,
        PALE_BLUE,
        DARK
    }

    /**
     * Reads the words of a form, such as {@code open_dyslexic}.
     *
     * @throws Problem if one of them is not on offer
     */
    public static Display of(String font, String size, String spacing, String background) {
        return new Display(
                chosen(Font.class, "font", font),
                chosen(Size.class, "size", size),
                chosen(Spacing.class, "spacing", spacing),
                chosen(Background.class, "background", background));
    }

    /** A choice as the word that {@link #of} reads. */
    public static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }

    private static <E extends Enum<E>> E chosen(Class<E> type, String field, String word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(choice -> word(choice).equals(word))
                .findFirst()
                .orElseThrow(() -> Problem.badInput(Finding.error(
                        "display", "Choose one of the ways to show the " + field + ".", Place.atPath(field))));
    }
}
