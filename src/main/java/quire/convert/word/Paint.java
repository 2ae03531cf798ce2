package quire.convert.word;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Colours, shades and lines of Word's as CSS writes them. */
final class Paint {

    private static final Pattern HEXADECIMAL = Pattern.compile("[0-9A-Fa-f]{6}");

    /** Darker than this, Word writes text of no colour in white. */
    private static final double DARK = 60;

    private static final double EIGHTH = 1 / 8.0;
    private static final double THINNEST = 0.5;

    /** The names of highlighters that CSS does not know, or knows as something else. */
    private static final Map<String, String> HIGHLIGHTERS = Map.of(
            "darkblue", "#000080",
            "darkcyan", "#008080",
            "darkgreen", "#008000",
            "darkmagenta", "#800080",
            "darkred", "#800000",
            "darkyellow", "#808000",
            "darkgray", "#808080",
            "lightgray", "#c0c0c0",
            "green", "#00ff00");

    private Paint() {}

    /** The colour, or nothing where there is none or Word chooses itself. */
    static String colour(String hexadecimal) {
        return HEXADECIMAL.matcher(hexadecimal).matches() ? "#" + hexadecimal.toLowerCase(Locale.ROOT) : "";
    }

    /** The colour behind text; nothing where there is none. */
    static String shade(Xml shading) {
        boolean solid = shading.value().equals("solid");
        return shading.value().equals("nil") ? "" : colour(shading.attribute(solid ? "color" : "fill"));
    }

    static String highlighter(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        boolean none = lower.isEmpty() || lower.equals("none") || !lower.chars().allMatch(Character::isLetter);
        return none ? "" : HIGHLIGHTERS.getOrDefault(lower, lower);
    }

    /** Whether text of no colour must be white on this. */
    static boolean isDark(String colour) {
        if (colour.length() != 7) {
            return false;
        }
        int rgb = Integer.parseInt(colour.substring(1), 16);
        // How bright it looks (ITU-R BT.601).
        return 0.299 * (rgb >> 16) + 0.587 * (rgb >> 8 & 0xFF) + 0.114 * (rgb & 0xFF) < DARK;
    }

    static boolean isLine(Xml border) {
        return border.isThere()
                && !border.value().isEmpty()
                && !border.value().equals("nil")
                && !border.value().equals("none");
    }

    /** A line as the value of a CSS border; {@code none} where there is none. */
    static String line(Xml border) {
        if (!isLine(border)) {
            return "none";
        }
        double width = Math.max(THINNEST, Lengths.whole(border.attribute("sz"), 4) * EIGHTH);
        String colour = colour(border.attribute("color"));
        return Lengths.css(Math.min(width, 12)) + " " + kind(border.value()) + " "
                + (colour.isEmpty() ? "#000" : colour);
    }

    private static String kind(String line) {
        if (line.startsWith("double") || line.startsWith("triple")) {
            return "double";
        } else if (line.startsWith("dot")) {
            return "dotted";
        }
        return line.contains("dash") || line.contains("Dash") ? "dashed" : "solid";
    }
}
