package quire.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.fontbox.util.BoundingBox;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.util.Matrix;

/**
 * A {@link Typeface} at work in one document: it gives each character its number when it is first shown, and in the end
 * embeds just these. A character has one number, so that copied text is exactly what was typed. Belongs to one thread.
 */
final class PaperFont extends PDFont {

    private final Typeface typeface;
    private final Map<Integer, Integer> numbers = new HashMap<>();
    private final List<Integer> characters = new ArrayList<>();
    private final List<Integer> glyphs = new ArrayList<>();

    PaperFont(Typeface typeface) {
        super(named(typeface.name()));
        this.typeface = typeface;
        characters.add(0);
        glyphs.add(0);
    }

    /** The characters shown so far, by their numbers; number 0 is the glyph of a missing character. */
    List<Integer> characters() {
        return characters;
    }

    /** Writes the font into its dictionary, once all pages are written. */
    void embed() {
        new FontEmbedding(typeface, characters, glyphs).into(dict);
    }

    @Override
    public String getName() {
        return dict.getNameAsString(COSName.BASE_FONT);
    }

    @Override
    protected byte[] encode(int codePoint) {
        int glyph = typeface.glyph(codePoint);
        if (glyph == 0) {
            throw new NoGlyph();
        }
        int number = numbers.computeIfAbsent(codePoint, character -> {
            characters.add(character);
            glyphs.add(glyph);
            return glyphs.size() - 1;
        });
        return new byte[] {(byte) (number >> 8), (byte) number};
    }

    @Override
    public float getStringWidth(String text) {
        float width = 0;
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            int codePoint = unit;
            if (Character.isHighSurrogate(unit)) {
                codePoint = text.codePointAt(i);
                i += Character.charCount(codePoint) - 1;
            }
            int glyph = typeface.glyph(codePoint);
            if (glyph == 0) {
                throw new NoGlyph();
            }
            width += typeface.width(glyph);
        }
        return width;
    }

    @Override
    public int readCode(InputStream in) throws IOException {
        return in.read() << 8 | in.read();
    }

    @Override
    public float getWidthFromFont(int code) {
        return typeface.width(glyphs.get(code));
    }

    @Override
    public float getWidth(int code) {
        return getWidthFromFont(code);
    }

    @Override
    protected float getStandard14Width(int code) {
        throw new IllegalStateException("Not one of the fonts that come with a PDF reader");
    }

    @Override
    public PDFontDescriptor getFontDescriptor() {
        return new PDFontDescriptor(FontEmbedding.descriptor(typeface));
    }

    @Override
    public BoundingBox getBoundingBox() {
        List<Integer> box = typeface.metrics().box();
        return new BoundingBox(box.get(0), box.get(1), box.get(2), box.get(3));
    }

    @Override
    public Matrix getFontMatrix() {
        return new Matrix(0.001f, 0, 0, 0.001f, 0, 0);
    }

    @Override
    @Deprecated
    public float getHeight(int code) {
        return typeface.metrics().capHeight();
    }

    @Override
    public boolean hasExplicitWidth(int code) {
        return true;
    }

    @Override
    public boolean isEmbedded() {
        return true;
    }

    @Override
    public boolean isDamaged() {
        return false;
    }

    @Override
    public boolean isVertical() {
        return false;
    }

    /** Nothing to do: showing a character is enough. */
    @Override
    public void addToSubset(int codePoint) {}

    /** Nothing to do: {@link #embed()} is called by those who made the font. */
    @Override
    public void subset() {}

    @Override
    public boolean willBeSubset() {
        return false;
    }

    private static COSDictionary named(String name) {
        COSDictionary dictionary = new COSDictionary();
        dictionary.setItem(COSName.TYPE, COSName.FONT);
        dictionary.setName(COSName.BASE_FONT, name);
        dictionary.setItem(COSName.DESCENDANT_FONTS, new COSArray());
        return dictionary;
    }

    /** Thrown and caught for every piece of text that needs another font, so it carries no stack trace. */
    private static final class NoGlyph extends IllegalArgumentException {

        NoGlyph() {
            super("The font has no glyph for a character");
        }

        @Override
        public synchronized Throwable fillInStackTrace() {
            return this;
        }
    }
}
