package quire.pdf;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import quire.core.Digest;

/** The PDF objects of a font with only the characters that a document shows (ISO 32000-1, 9.7 and 9.10.3). */
final class FontEmbedding {

    private static final int SYMBOLIC = 4;
    private static final int ITALIC = 64;
    private static final int STEM = 80;
    /** A ToUnicode block holds at most this many characters (Adobe Technical Note 5014). */
    private static final int BLOCK = 100;

    private final Typeface typeface;
    private final List<Integer> characters;
    private final List<Integer> glyphs;

    FontEmbedding(Typeface typeface, List<Integer> characters, List<Integer> glyphs) {
        this.typeface = typeface;
        this.characters = characters;
        this.glyphs = glyphs;
    }

    void into(COSDictionary font) {
        String name = tag() + "+" + typeface.name();
        font.setItem(COSName.SUBTYPE, COSName.TYPE0);
        font.setName(COSName.BASE_FONT, name);
        font.setItem(COSName.ENCODING, COSName.IDENTITY_H);
        COSArray descendants = new COSArray();
        descendants.add(descendant(name));
        font.setItem(COSName.DESCENDANT_FONTS, descendants);
        font.setItem(COSName.TO_UNICODE, stream(toUnicode()));
    }

    /** The descriptor without its name and its font file. */
    static COSDictionary descriptor(Typeface typeface) {
        Typeface.Metrics metrics = typeface.metrics();
        COSDictionary descriptor = new COSDictionary();
        descriptor.setItem(COSName.TYPE, COSName.FONT_DESC);
        descriptor.setName(COSName.FONT_NAME, typeface.name());
        descriptor.setInt(COSName.FLAGS, metrics.italicAngle() == 0 ? SYMBOLIC : SYMBOLIC | ITALIC);
        COSArray box = new COSArray();
        for (int edge : metrics.box()) {
            box.add(COSInteger.get(edge));
        }
        descriptor.setItem(COSName.FONT_BBOX, box);
        descriptor.setInt(COSName.ITALIC_ANGLE, Math.round(metrics.italicAngle()));
        descriptor.setInt(COSName.ASCENT, Math.round(metrics.ascent()));
        descriptor.setInt(COSName.DESCENT, Math.round(metrics.descent()));
        descriptor.setInt(COSName.CAP_HEIGHT, Math.round(metrics.capHeight()));
        descriptor.setInt(COSName.STEM_V, STEM);
        return descriptor;
    }

    private COSDictionary descendant(String name) {
        COSDictionary descendant = new COSDictionary();
        descendant.setItem(COSName.TYPE, COSName.FONT);
        descendant.setItem(COSName.SUBTYPE, COSName.CID_FONT_TYPE2);
        descendant.setName(COSName.BASE_FONT, name);
        COSDictionary system = new COSDictionary();
        system.setString(COSName.REGISTRY, "Adobe");
        system.setString(COSName.ORDERING, "Identity");
        system.setInt(COSName.SUPPLEMENT, 0);
        descendant.setItem(COSName.CIDSYSTEMINFO, system);
        descendant.setItem(COSName.CID_TO_GID_MAP, COSName.IDENTITY);
        descendant.setItem(COSName.W, widths());
        COSDictionary descriptor = descriptor(typeface);
        descriptor.setName(COSName.FONT_NAME, name);
        COSStream program = stream(GlyphProgram.of(typeface, glyphs));
        program.setLong(COSName.LENGTH1, program.getLength());
        descriptor.setItem(COSName.FONT_FILE2, program);
        descendant.setItem(COSName.FONT_DESC, descriptor);
        return descendant;
    }

    private COSArray widths() {
        COSArray list = new COSArray();
        for (int glyph : glyphs) {
            float width = typeface.width(glyph);
            list.add(width == Math.rint(width) ? COSInteger.get((long) width) : new COSFloat(width));
        }
        COSArray widths = new COSArray();
        widths.add(COSInteger.ZERO);
        widths.add(list);
        return widths;
    }

    private byte[] toUnicode() {
        Bytes map = new Bytes(characters.size() * 16 + 400);
        map.text("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n")
                .text("/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n")
                .text("/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n")
                .text("1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
        for (int first = 1; first < characters.size(); first += BLOCK) {
            int end = Math.min(first + BLOCK, characters.size());
            map.decimal(end - first).text(" beginbfchar\n");
            for (int number = first; number < end; number++) {
                map.text(hex(number)).text(" ").text(utf16(characters.get(number)));
                map.text("\n");
            }
            map.text("endbfchar\n");
        }
        return map.text("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
                .toArray();
    }

    private static String hex(int number) {
        return "<" + String.format(Locale.ROOT, "%04X", number) + ">";
    }

    private static String utf16(int codePoint) {
        StringBuilder hex = new StringBuilder("<");
        for (char unit : ArabicLetters.separated(codePoint).toCharArray()) {
            hex.append(String.format(Locale.ROOT, "%04X", (int) unit));
        }
        return hex.append('>').toString();
    }

    /** Six letters that tell subsets apart (ISO 32000-1, 9.6.4), the same for the same characters. */
    private String tag() {
        String digest = Digest.of(characters.toString()).hex();
        StringBuilder tag = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            tag.append((char) ('A' + Integer.parseInt(digest.substring(i * 2, i * 2 + 2), 16) % 26));
        }
        return tag.toString();
    }

    private static COSStream stream(byte[] content) {
        COSStream stream = new COSStream();
        try (OutputStream out = stream.createRawOutputStream()) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return stream;
    }
}
