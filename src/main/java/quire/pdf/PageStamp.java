package quire.pdf;

import java.util.Objects;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSName;
import org.jspecify.annotations.Nullable;

/** What the binder prints on every page: its number, the way back to the contents, and a watermark on drafts. */
final class PageStamp {

    private static final COSName GRAPHICS_STATE = COSName.EXT_G_STATE;

    /** The size of the type on a page of the usual size, in points. */
    private static final float SIZE = 8.5f;

    /** From the edges of the page, in points: what every printer can print. */
    private static final float MARGIN = 11;

    /** From the sides, where the eye looks for a number. */
    private static final float SIDE = 28;

    private static final float LEAST_SIZE = 3;
    private static final String BACK = "Contents";
    private static final double SHADE = 0.45;
    private static final float FAINT = 0.16f;

    private final PaperFont font = new PaperFont(Typefaces.ALL.get(0).typeface());
    private final ObjectText.Reference fontReference;
    private final int fontNumber;
    private final String watermark;
    private final ObjectText.@Nullable Reference faint;

    PageStamp(Graft graft, String watermark) {
        this.fontNumber = graft.file().next();
        this.fontReference = new ObjectText.Reference(fontNumber);
        this.watermark = watermark;
        this.faint = watermark.isEmpty() ? null : graft.write(faint());
    }

    /** Operators that print on a page, which gets what they need. */
    String operators(COSDictionary page, Sheet sheet, String number, boolean linksBack) {
        String fontName = PageResources.add(page, COSName.FONT, "QuireStamp", fontReference);
        float size = size(sheet);
        float line = line(sheet);
        float side = scaled(SIDE, sheet);
        Operators out = new Operators().add("/Artifact <</Type/Pagination/Subtype/Header>> BDC q ");
        out.add(sheet.matrix()).add("cm\n");
        print(number, fontName, size, sheet.width() - side - width(number, size), line, out);
        if (linksBack) {
            print(BACK, fontName, size, side, line, out);
        }
        out.add("Q EMC\n");
        if (faint != null) {
            printWatermark(page, sheet, fontName, out);
        }
        return out.toString();
    }

    /** Where on the page the words lie that lead back to the contents. */
    COSArray backLink(Sheet sheet) {
        float size = size(sheet);
        float line = line(sheet);
        float side = scaled(SIDE, sheet);
        return sheet.rectangle(side - size / 3, line - size / 2, side + width(BACK, size) + size / 3, line + size);
    }

    /** Writes the font, once all pages are printed. */
    void finish(Graft graft) {
        font.embed();
        graft.writeAs(fontNumber, font.getCOSObject());
        graft.writeWaiting();
    }

    /** In white behind the words, so that they can be read on a photograph. */
    private void print(String words, String fontName, float size, float x, float y, Operators out) {
        out.add("1 g ").add(x - size / 4, y - size / 3, width(words, size) + size / 2, size * 1.3);
        out.add("re f 0 g BT /")
                .add(fontName)
                .add(" ")
                .add(size)
                .add("Tf ")
                .add(x, y)
                .add("Td <");
        addText(words, out);
        out.add("> Tj ET\n");
    }

    private void printWatermark(COSDictionary page, Sheet sheet, String fontName, Operators out) {
        String state = PageResources.add(page, GRAPHICS_STATE, "QuireFaint", Objects.requireNonNull(faint));
        double angle = Math.atan2(sheet.height(), sheet.width());
        double across = Math.cos(angle);
        double up = Math.sin(angle);
        double diagonal = Math.hypot(sheet.width(), sheet.height());
        double size = Math.min(sheet.height() / 4, 0.7 * diagonal / width(watermark, 1));
        double length = width(watermark, (float) size);
        double x = sheet.width() / 2 - across * length / 2 + up * size / 3;
        double y = sheet.height() / 2 - up * length / 2 - across * size / 3;
        out.add("/Artifact <</Type/Pagination/Subtype/Watermark>> BDC q ").add(sheet.matrix());
        out.add("cm /")
                .add(state)
                .add(" gs ")
                .add(SHADE)
                .add("g BT /")
                .add(fontName)
                .add(" ")
                .add(size)
                .add("Tf ");
        out.add(across, up, -up, across, x, y).add("Tm <");
        addText(watermark, out);
        out.add("> Tj ET Q EMC\n");
    }

    private void addText(String words, Operators out) {
        words.codePoints().forEach(character -> out.addHex(font.encode(character)));
    }

    private static float size(Sheet sheet) {
        return Math.max(LEAST_SIZE, Math.min(SIZE, Math.min(sheet.width() / 20, sheet.height() / 12)));
    }

    private static float scaled(float length, Sheet sheet) {
        return length * size(sheet) / SIZE;
    }

    /** Where the line of words stands: at the top, because papers have numbers of their own at their foot. */
    private static float line(Sheet sheet) {
        return sheet.height() - scaled(MARGIN, sheet) - size(sheet) * 0.8f;
    }

    private float width(String words, float size) {
        return font.getStringWidth(words) / 1000 * size;
    }

    private static COSDictionary faint() {
        COSDictionary state = new COSDictionary();
        state.setItem(COSName.TYPE, GRAPHICS_STATE);
        state.setItem(COSName.CA_NS, new COSFloat(FAINT));
        return state;
    }
}
