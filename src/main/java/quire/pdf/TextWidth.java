package quire.pdf;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How wide text comes out in the fonts of our papers, for whoever has to know before it is printed. Thread-safe. */
public final class TextWidth {

    private static final int BOLD = 700;
    private static final int NORMAL = 400;

    private static final Map<Lettering, List<Typefaces.Face>> FACES = new ConcurrentHashMap<>();

    private record Lettering(String family, boolean bold, boolean italic) {}

    private TextWidth() {}

    /**
     * The width of a line of text.
     *
     * @param family as a style names it, for example {@code sans-serif}
     * @return in type sizes (em)
     */
    public static double of(String text, String family, boolean bold, boolean italic) {
        List<Typefaces.Face> faces = FACES.computeIfAbsent(new Lettering(family, bold, italic), TextWidth::faces);
        double width = 0;
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            i += Character.charCount(codePoint);
            width += width(codePoint, faces);
        }
        return width / 1000;
    }

    private static double width(int codePoint, List<Typefaces.Face> faces) {
        for (Typefaces.Face face : faces) {
            int glyph = face.typeface().glyph(codePoint);
            if (glyph != 0) {
                return face.typeface().width(glyph);
            }
        }
        return 0;
    }

    private static List<Typefaces.Face> faces(Lettering asked) {
        Comparator<Typefaces.Face> byFamily = Comparator.comparingInt(face -> face.rankAmong(List.of(asked.family)));
        int weight = asked.bold ? BOLD : NORMAL;
        return Typefaces.ALL.stream()
                .sorted(byFamily.thenComparingInt(face -> face.distanceFrom(weight, asked.italic)))
                .toList();
    }
}
