package quire.convert.word;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths as Office writes them: twentieths of a point, drawing units, or a number with a unit (17.18.83, 22.9.2.15). */
final class Lengths {

    /** English Metric Units in a point. */
    private static final double EMU = 12_700;

    private static final Pattern MEASURE =
            Pattern.compile("\\s*(-?\\d{1,9}(?:\\.\\d{0,6})?)\\s*(mm|cm|in|pt|pc|pi|px)?\\s*");

    private static final Map<String, Double> POINTS =
            Map.of("mm", 72 / 25.4, "cm", 72 / 2.54, "in", 72.0, "pt", 1.0, "pc", 12.0, "pi", 12.0, "px", 0.75);

    private Lengths() {}

    /**
     * A length in points.
     *
     * @param text a number of twentieths of a point, or a number with a unit
     * @param otherwise in points, where the text is no length
     */
    static double points(String text, double otherwise) {
        return points(text, 1 / 20.0, otherwise);
    }

    /** A size of letters in points, which Word writes in halves of them. */
    static double letters(String text, double otherwise) {
        return points(text, 0.5, otherwise);
    }

    /** A length of a drawing, in points. */
    static double drawn(String text) {
        return points(text, 1 / EMU, 0);
    }

    /** A length in a style of VML, which counts in points where it has no unit. */
    static double styled(String text) {
        return points(text, 1, 0);
    }

    static int whole(String text, int otherwise) {
        if (text.isEmpty()) {
            return otherwise;
        }
        Matcher number = MEASURE.matcher(text);
        return number.matches() ? (int) Math.round(Double.parseDouble(number.group(1))) : otherwise;
    }

    private static double points(String text, double unit, double otherwise) {
        if (text.isEmpty()) {
            return otherwise;
        }
        Matcher measure = MEASURE.matcher(text);
        if (!measure.matches()) {
            return otherwise;
        }
        String named = measure.group(2);
        return Double.parseDouble(measure.group(1)) * (named == null ? unit : POINTS.getOrDefault(named, unit));
    }

    /** Points as CSS writes them. */
    static String css(double points) {
        double rounded = Math.round(points * 100) / 100.0;
        return rounded == Math.rint(rounded) ? (long) rounded + "pt" : rounded + "pt";
    }
}
