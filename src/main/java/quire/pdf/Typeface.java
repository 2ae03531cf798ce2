package quire.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.HeaderTable;
import org.apache.fontbox.ttf.HorizontalMetricsTable;
import org.apache.fontbox.ttf.OS2WindowsMetricsTable;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TTFTable;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * One TrueType font, read once: which glyph draws a character, how wide it is, and its outline. Immutable, so all
 * threads share it. Lengths are in thousandths of the type size, as in PDF.
 */
final class Typeface {

    /** The planes that hold letters and pictographs; nothing is assigned between them and the private ones. */
    private static final int LAST_CODE_POINT = 0x1FFFF;

    private final String name;
    private final char[] glyphs;
    private final int[] advances;
    private final float[] widths;
    private final int[] bearings;
    private final int[] offsets;
    private final byte[] outlines;
    private final byte[] head;
    private final byte[] horizontalHeader;
    private final byte[] profile;
    private final Metrics metrics;

    /** The figures of a font descriptor. */
    record Metrics(
            int unitsPerEm, List<Integer> box, float ascent, float descent, float capHeight, float italicAngle) {}

    private Typeface(TrueTypeFont font) throws IOException {
        name = font.getName();
        glyphs = glyphs(font.getUnicodeCmapLookup());
        metrics = metrics(font);
        HorizontalMetricsTable horizontal = font.getHorizontalMetrics();
        int count = font.getNumberOfGlyphs();
        advances = new int[count];
        bearings = new int[count];
        widths = new float[count];
        for (int glyph = 0; glyph < count; glyph++) {
            advances[glyph] = horizontal.getAdvanceWidth(glyph);
            bearings[glyph] = horizontal.getLeftSideBearing(glyph);
            widths[glyph] = advances[glyph] * 1000f / metrics.unitsPerEm;
        }
        offsets = Arrays.stream(font.getIndexToLocation().getOffsets())
                .mapToInt(Math::toIntExact)
                .toArray();
        outlines = table(font, "glyf");
        head = table(font, "head");
        horizontalHeader = table(font, "hhea");
        profile = table(font, "maxp");
    }

    /** Reads a font that travels in the jar. */
    static Typeface read(String resource) {
        try (InputStream input = Typeface.class.getResourceAsStream(resource)) {
            if (input == null) {
                throw new IllegalStateException("The font " + resource + " is missing from the program");
            }
            try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(input.readAllBytes()))) {
                return new Typeface(font);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The font " + resource + " cannot be read", e);
        }
    }

    String name() {
        return name;
    }

    Metrics metrics() {
        return metrics;
    }

    /** The glyph of a character; 0 where the font has none. */
    int glyph(int codePoint) {
        return codePoint < glyphs.length ? glyphs[codePoint] : 0;
    }

    float width(int glyph) {
        return widths[glyph];
    }

    int advance(int glyph) {
        return advances[glyph];
    }

    int bearing(int glyph) {
        return bearings[glyph];
    }

    /** The outline of a glyph as it stands in the font file; empty for a blank. */
    byte[] outline(int glyph) {
        return Arrays.copyOfRange(outlines, offsets[glyph], offsets[glyph + 1]);
    }

    byte[] head() {
        return head.clone();
    }

    byte[] horizontalHeader() {
        return horizontalHeader.clone();
    }

    byte[] profile() {
        return profile.clone();
    }

    private static char[] glyphs(CmapLookup characters) {
        char[] glyphs = new char[LAST_CODE_POINT + 1];
        for (int codePoint = 0; codePoint <= LAST_CODE_POINT; codePoint++) {
            // Nobody outside this font could know what a private character means.
            if (Character.getType(codePoint) != Character.PRIVATE_USE) {
                glyphs[codePoint] = (char) characters.getGlyphId(codePoint);
            }
        }
        return glyphs;
    }

    private static Metrics metrics(TrueTypeFont font) throws IOException {
        HeaderTable header = font.getHeader();
        float scale = 1000f / header.getUnitsPerEm();
        OS2WindowsMetricsTable windows = font.getOS2Windows();
        List<Integer> box = Stream.of(header.getXMin(), header.getYMin(), header.getXMax(), header.getYMax())
                .map(edge -> Math.round(edge * scale))
                .toList();
        return new Metrics(
                header.getUnitsPerEm(),
                box,
                font.getHorizontalHeader().getAscender() * scale,
                font.getHorizontalHeader().getDescender() * scale,
                windows.getCapHeight() > 0 ? windows.getCapHeight() * scale : 700,
                font.getPostScript().getItalicAngle());
    }

    private static byte[] table(TrueTypeFont font, String tag) throws IOException {
        Map<String, TTFTable> tables = font.getTableMap();
        TTFTable table = tables.get(tag);
        if (table == null) {
            throw new IOException("The font has no table " + tag);
        }
        return font.getTableBytes(table);
    }
}
