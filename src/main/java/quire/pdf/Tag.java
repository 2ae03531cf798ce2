package quire.pdf;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;

/** Structure elements that the volume adds of its own (ISO 32000-1, 14.7.2). */
final class Tag {

    private static final COSName ELEMENT = COSName.getPDFName("StructElem");
    private static final COSName OBJECT = COSName.getPDFName("OBJR");

    private Tag() {}

    static COSDictionary of(String type, COSBase parent) {
        COSDictionary tag = new COSDictionary();
        tag.setItem(COSName.TYPE, ELEMENT);
        tag.setName(COSName.S, type);
        tag.setItem(COSName.P, parent);
        return tag;
    }

    /** The tag around something that is no text, such as a link or the field of a seal. */
    static COSDictionary around(String type, COSBase parent, COSBase page, COSBase object, String words) {
        COSDictionary tag = of(type, parent);
        tag.setItem(COSName.PG, page);
        tag.setString(COSName.ALT, words);
        COSDictionary reference = new COSDictionary();
        reference.setItem(COSName.TYPE, OBJECT);
        reference.setItem(COSName.OBJ, object);
        reference.setItem(COSName.PG, page);
        tag.setItem(COSName.K, reference);
        return tag;
    }

    /** The tag around all that a page shows. */
    static COSDictionary figure(COSBase parent, COSBase page, COSArray box, String words) {
        COSDictionary layout = new COSDictionary();
        layout.setName(COSName.O, "Layout");
        layout.setItem(COSName.BBOX, box);
        layout.setName(COSName.getPDFName("Placement"), "Block");
        COSDictionary figure = of("Figure", parent);
        figure.setItem(COSName.PG, page);
        figure.setString(COSName.ALT, words);
        figure.setItem(COSName.A, layout);
        figure.setInt(COSName.K, 0);
        return figure;
    }
}
