package quire.pdf;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes a small TrueType font that holds only the glyphs that one document shows, numbered in the order given. Hints
 * for coarse screens are left out: paper and today's screens do not use them. Layout of the tables: OpenType 1.9.
 */
final class GlyphProgram {

    private static final int COMPOSITE_WORDS = 0x0001;
    private static final int COMPOSITE_SCALE = 0x0008;
    private static final int COMPOSITE_MORE = 0x0020;
    private static final int COMPOSITE_SCALE_XY = 0x0040;
    private static final int COMPOSITE_MATRIX = 0x0080;
    private static final int COMPOSITE_HINTS = 0x0100;
    private static final long CHECKSUM_TARGET = 0xB1B0AFBAL;
    private static final int CHECKSUM_PLACE = 8;
    private static final int LONG_OFFSETS_PLACE = 50;
    private static final int METRICS_COUNT_PLACE = 34;
    private static final int GLYPH_COUNT_PLACE = 4;

    private final Typeface typeface;
    private final List<Integer> glyphs;
    /** Parts of accented letters that no character needed by itself, with the numbers they get behind the others. */
    private final Map<Integer, Integer> parts = new LinkedHashMap<>();

    private GlyphProgram(Typeface typeface, List<Integer> glyphs) {
        this.typeface = typeface;
        this.glyphs = new ArrayList<>(glyphs);
    }

    /**
     * The font file.
     *
     * @param glyphs the font's own numbers of the glyphs; the first becomes glyph 0 and should be the “missing” glyph
     */
    static byte[] of(Typeface typeface, List<Integer> glyphs) {
        return new GlyphProgram(typeface, glyphs).write();
    }

    private byte[] write() {
        Bytes outlines = new Bytes(glyphs.size() * 200);
        Bytes places = new Bytes(glyphs.size() * 4 + 64);
        // The list grows while composites name their parts.
        for (int number = 0; number < glyphs.size(); number++) {
            places.uint32(outlines.size());
            outline(typeface.outline(glyphs.get(number)), outlines);
            outlines.padToFour();
        }
        places.uint32(outlines.size());
        Map<String, byte[]> tables = new LinkedHashMap<>();
        tables.put("glyf", outlines.toArray());
        tables.put("head", head());
        tables.put("hhea", counted(typeface.horizontalHeader(), METRICS_COUNT_PLACE));
        tables.put("hmtx", metrics());
        tables.put("loca", places.toArray());
        tables.put("maxp", counted(typeface.profile(), GLYPH_COUNT_PLACE));
        return file(tables);
    }

    private void outline(byte[] outline, Bytes out) {
        if (outline.length == 0) {
            return;
        }
        ByteBuffer in = ByteBuffer.wrap(outline);
        int contours = in.getShort(0);
        if (contours >= 0) {
            simple(outline, in, contours, out);
        } else {
            composite(outline, in, out);
        }
    }

    private static void simple(byte[] outline, ByteBuffer in, int contours, Bytes out) {
        int hintsPlace = 10 + contours * 2;
        int hints = Short.toUnsignedInt(in.getShort(hintsPlace));
        out.write(outline, 0, hintsPlace);
        out.uint16(0);
        int points = hintsPlace + 2 + hints;
        out.write(outline, points, outline.length - points);
    }

    private void composite(byte[] outline, ByteBuffer in, Bytes out) {
        out.write(outline, 0, 10);
        int place = 10;
        int flags;
        do {
            flags = Short.toUnsignedInt(in.getShort(place));
            int part = Short.toUnsignedInt(in.getShort(place + 2));
            int length = argumentLength(flags);
            out.uint16(flags & ~COMPOSITE_HINTS).uint16(number(part));
            out.write(outline, place + 4, length);
            place += 4 + length;
        } while ((flags & COMPOSITE_MORE) != 0);
    }

    private static int argumentLength(int flags) {
        int length = (flags & COMPOSITE_WORDS) != 0 ? 4 : 2;
        if ((flags & COMPOSITE_SCALE) != 0) {
            return length + 2;
        }
        if ((flags & COMPOSITE_SCALE_XY) != 0) {
            return length + 4;
        }
        return (flags & COMPOSITE_MATRIX) != 0 ? length + 8 : length;
    }

    private int number(int part) {
        return parts.computeIfAbsent(part, glyph -> {
            glyphs.add(glyph);
            return glyphs.size() - 1;
        });
    }

    private byte[] head() {
        byte[] head = typeface.head();
        ByteBuffer.wrap(head).putInt(CHECKSUM_PLACE, 0).putShort(LONG_OFFSETS_PLACE, (short) 1);
        return head;
    }

    private byte[] counted(byte[] table, int place) {
        ByteBuffer.wrap(table).putShort(place, (short) glyphs.size());
        return table;
    }

    private byte[] metrics() {
        Bytes metrics = new Bytes(glyphs.size() * 4);
        for (int glyph : glyphs) {
            metrics.uint16(typeface.advance(glyph)).uint16(typeface.bearing(glyph));
        }
        return metrics.toArray();
    }

    private static byte[] file(Map<String, byte[]> tables) {
        int count = tables.size();
        int power = Integer.highestOneBit(count);
        Bytes directory = new Bytes(12 + count * 16);
        directory.uint32(0x00010000).uint16(count).uint16(power * 16);
        directory.uint16(Integer.numberOfTrailingZeros(power)).uint16((count - power) * 16);
        int start = 12 + count * 16;
        Bytes body = new Bytes(1 << 14);
        int headPlace = 0;
        for (Map.Entry<String, byte[]> table : tables.entrySet()) {
            byte[] content = table.getValue();
            if (table.getKey().equals("head")) {
                headPlace = start + body.size();
            }
            directory.text(table.getKey()).uint32(checksum(content));
            directory.uint32(start + body.size()).uint32(content.length);
            body.write(content);
            body.padToFour();
        }
        directory.write(body.array(), 0, body.size());
        byte[] file = directory.toArray();
        ByteBuffer.wrap(file).putInt(headPlace + CHECKSUM_PLACE, (int) (CHECKSUM_TARGET - checksum(file)));
        return file;
    }

    private static long checksum(byte[] content) {
        ByteBuffer words = ByteBuffer.wrap(content);
        int sum = 0;
        while (words.remaining() >= 4) {
            sum += words.getInt();
        }
        int last = 0;
        int rest = words.remaining();
        for (int i = 0; i < 4; i++) {
            last = last << 8 | (i < rest ? Byte.toUnsignedInt(words.get()) : 0);
        }
        return Integer.toUnsignedLong(sum + last);
    }
}
