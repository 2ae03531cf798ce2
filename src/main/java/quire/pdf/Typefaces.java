package quire.pdf;

import com.openhtmltopdf.css.constants.IdentValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fonts that travel with Quire, the first choice first. Every family that a page may name leads to one of them, so
 * that nothing is ever looked for on the machine.
 */
final class Typefaces {

    private static final List<String> SANS = List.of(
            "sans-serif",
            "Noto Sans",
            "system-ui",
            "ui-sans-serif",
            "Arial",
            "Helvetica",
            "Helvetica Neue",
            "Calibri",
            "Aptos",
            "Verdana",
            "Tahoma",
            "Segoe UI",
            "Trebuchet MS",
            "Roboto",
            "Open Sans",
            "Lato",
            "Inter",
            "GDS Transport",
            "Liberation Sans",
            "DejaVu Sans",
            "fantasy",
            "cursive");
    private static final List<String> SERIF = List.of(
            "serif",
            "Noto Serif",
            "ui-serif",
            "Times New Roman",
            "Times",
            "Georgia",
            "Cambria",
            "Garamond",
            "Palatino",
            "Palatino Linotype",
            "Book Antiqua",
            "Liberation Serif",
            "DejaVu Serif");
    private static final List<String> MONOSPACE = List.of(
            "monospace",
            "ui-monospace",
            "Courier New",
            "Courier",
            "Consolas",
            "Menlo",
            "Monaco",
            "Liberation Mono",
            "DejaVu Sans Mono",
            "Noto Sans Mono");

    /** In the order in which they are asked for a character. */
    static final List<Face> ALL = List.of(
            new Face("NotoSans-Regular", SANS, 400, IdentValue.NORMAL),
            new Face("NotoSans-Bold", SANS, 700, IdentValue.NORMAL),
            new Face("NotoSans-Italic", SANS, 400, IdentValue.ITALIC),
            new Face("NotoSans-BoldItalic", SANS, 700, IdentValue.ITALIC),
            new Face("NotoSerif-Regular", SERIF, 400, IdentValue.NORMAL),
            new Face("NotoSerif-Bold", SERIF, 700, IdentValue.NORMAL),
            new Face("NotoSerif-Italic", SERIF, 400, IdentValue.ITALIC),
            new Face("NotoSerif-BoldItalic", SERIF, 700, IdentValue.ITALIC),
            new Face("DejaVuSans", List.of(), 400, IdentValue.NORMAL),
            new Face("NotoSansSymbols2-Regular", List.of(), 400, IdentValue.NORMAL),
            new Face("NotoSansHebrew-Regular", List.of(), 400, IdentValue.NORMAL),
            new Face("NotoSansArabic-Regular", List.of(), 400, IdentValue.NORMAL),
            new Face("DejaVuSansMono", MONOSPACE, 400, IdentValue.NORMAL));

    private Typefaces() {}

    /** Whether some font draws this character. */
    static boolean draw(int codePoint) {
        for (Face face : ALL) {
            if (face.typeface().glyph(codePoint) != 0) {
                return true;
            }
        }
        return false;
    }

    /** One cut of a family. Read from the jar when it is first needed; safe for all threads. */
    static final class Face {

        private final String file;
        private final List<String> families;
        private final int weight;
        private final IdentValue style;
        private volatile @Nullable Typeface typeface;

        Face(String file, List<String> families, int weight, IdentValue style) {
            this.file = file;
            this.families = families;
            this.weight = weight;
            this.style = style;
        }

        /** The place of the first of these names that leads here; a face without a name comes after all that have one. */
        int rankAmong(List<String> names) {
            for (int i = 0; i < names.size(); i++) {
                String name = names.get(i);
                if (families.stream().anyMatch(name::equalsIgnoreCase)) {
                    return i;
                }
            }
            // Where no name is known, the first family of the list is the one.
            return families == SANS ? names.size() : names.size() + 1;
        }

        /** How far the face is from what was asked for: the slant matters more than the weight. */
        int distanceFrom(int asked, boolean slanted) {
            boolean mine = style == IdentValue.ITALIC;
            return Math.abs(asked - weight) + (mine == slanted ? 0 : 10_000);
        }

        int weight() {
            return weight;
        }

        IdentValue style() {
            return style;
        }

        String file() {
            return file;
        }

        Typeface typeface() {
            Typeface known = typeface;
            if (known == null) {
                synchronized (this) {
                    known = typeface;
                    if (known == null) {
                        known = Typeface.read("fonts/" + file + ".ttf");
                        typeface = known;
                    }
                }
            }
            return known;
        }
    }
}
