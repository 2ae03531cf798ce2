package quire.pdf;

import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSStream;
import org.jspecify.annotations.Nullable;

/**
 * What lies on a page: links stay, as far as they lead somewhere; everything else becomes part of what the page draws, as it
 * looks, and can no longer be changed (ISO 32000-1, 12.5).
 */
final class PageNotes {

    private static final int HIDDEN = 2;
    private static final int PRINTED = 4;
    private static final int NOT_SHOWN = 32;
    private static final COSName LINK = COSName.getPDFName("Link");
    private static final COSName POPUP = COSName.getPDFName("Popup");
    private static final Set<String> SAFE = Set.of("http", "https", "mailto", "tel");

    private final Function<COSDictionary, @Nullable COSArray> destinations;
    private final List<COSDictionary> links = new ArrayList<>();
    private final List<COSDictionary> gone = new ArrayList<>();
    private final StringBuilder drawing = new StringBuilder();

    private PageNotes(Function<COSDictionary, @Nullable COSArray> destinations) {
        this.destinations = destinations;
    }

    /**
     * Settles what lies on one page.
     *
     * @param destinations where a link leads within the volume; null where it leads elsewhere
     */
    static PageNotes settle(COSDictionary page, Function<COSDictionary, @Nullable COSArray> destinations) {
        PageNotes notes = new PageNotes(destinations);
        COSArray all = SourceFile.list(page.getItem(COSName.ANNOTS));
        page.removeItem(COSName.ANNOTS);
        for (int i = 0; i < all.size(); i++) {
            if (all.getObject(i) instanceof COSDictionary note) {
                notes.settle(note, page);
            }
        }
        return notes;
    }

    /** The links that stay. */
    List<COSDictionary> links() {
        return links;
    }

    /** What is no longer there as a thing of its own. */
    List<COSDictionary> gone() {
        return gone;
    }

    /** Operators that draw what was lying on the page; empty if nothing was. */
    String drawing() {
        return drawing.toString();
    }

    /** The words by which a link is read out. */
    static String words(COSDictionary link) {
        String given = link.getString(COSName.CONTENTS);
        if (given != null && !given.isBlank()) {
            return given;
        }
        String address = address(link);
        return address == null ? "Link to another page" : "Link to " + address;
    }

    /** The address that a link opens; null where it opens none. */
    static @Nullable String address(COSDictionary link) {
        return link.getDictionaryObject(COSName.A) instanceof COSDictionary action
                        && COSName.URI.equals(action.getCOSName(COSName.S))
                ? action.getString(COSName.URI)
                : null;
    }

    private void settle(COSDictionary note, COSDictionary page) {
        if (LINK.equals(note.getCOSName(COSName.SUBTYPE)) && isBox(note.getDictionaryObject(COSName.RECT))) {
            settleLink(note, page);
            links.add(note);
            return;
        }
        gone.add(note);
        int flags = note.getInt(COSName.F, 0);
        COSStream look = look(note);
        if (look != null && (flags & (HIDDEN | NOT_SHOWN)) == 0 && !POPUP.equals(note.getCOSName(COSName.SUBTYPE))) {
            draw(note, look, page);
        }
    }

    private void settleLink(COSDictionary link, COSDictionary page) {
        COSArray destination = destinations.apply(link);
        String address = address(link);
        String words = words(link);
        for (COSName name : List.copyOf(link.keySet())) {
            if (!Set.of("Rect", "QuadPoints", "StructParent").contains(name.getName())) {
                link.removeItem(name);
            }
        }
        link.setItem(COSName.TYPE, COSName.ANNOT);
        link.setItem(COSName.SUBTYPE, LINK);
        link.setItem(COSName.P, page);
        // A frame around every link of a page is no help to its reader.
        link.setItem(COSName.BORDER, Sheet.array(0, 0, 0));
        link.setInt(COSName.F, PRINTED);
        link.setString(COSName.CONTENTS, words);
        if (destination != null) {
            link.setItem(COSName.DEST, destination);
        } else if (address != null && isSafe(address)) {
            COSDictionary action = new COSDictionary();
            action.setItem(COSName.S, COSName.URI);
            action.setString(COSName.URI, address);
            link.setItem(COSName.A, action);
        }
    }

    private static boolean isSafe(String address) {
        int colon = address.indexOf(':');
        return colon > 0 && SAFE.contains(address.substring(0, colon).toLowerCase(Locale.ROOT));
    }

    /** How a note looks: its normal appearance, in the state that it is in. */
    private static @Nullable COSStream look(COSDictionary note) {
        if (!(note.getDictionaryObject(COSName.AP) instanceof COSDictionary looks)) {
            return null;
        }
        COSBase normal = looks.getDictionaryObject(COSName.N);
        if (normal instanceof COSStream stream) {
            return stream;
        }
        return normal instanceof COSDictionary states
                        && states.getDictionaryObject(note.getCOSName(COSName.AS, COSName.OFF))
                                instanceof COSStream state
                ? state
                : null;
    }

    /** Fits the box of the appearance into the rectangle of the note (ISO 32000-1, 12.5.5, algorithm 8.1). */
    private void draw(COSDictionary note, COSStream look, COSDictionary page) {
        COSBase rectangle = note.getDictionaryObject(COSName.RECT);
        COSBase box = look.getDictionaryObject(COSName.BBOX);
        if (!isBox(rectangle) || !isBox(box)) {
            return;
        }
        AffineTransform matrix = matrix(look.getDictionaryObject(COSName.MATRIX));
        Rectangle2D from = matrix.createTransformedShape(rectangle(box)).getBounds2D();
        Rectangle2D to = rectangle(rectangle);
        if (from.getWidth() <= 0 || from.getHeight() <= 0) {
            return;
        }
        double across = to.getWidth() / from.getWidth();
        double up = to.getHeight() / from.getHeight();
        look.setItem(COSName.TYPE, COSName.XOBJECT);
        look.setItem(COSName.SUBTYPE, COSName.FORM);
        String name = PageResources.add(page, COSName.XOBJECT, "QuireNote", look);
        drawing.append(String.format(
                Locale.ROOT,
                "q %.5f 0 0 %.5f %.3f %.3f cm /%s Do Q\n",
                across,
                up,
                to.getX() - from.getX() * across,
                to.getY() - from.getY() * up,
                name));
    }

    private static AffineTransform matrix(@Nullable COSBase given) {
        if (!(given instanceof COSArray array) || array.size() < 6) {
            return new AffineTransform();
        }
        return new AffineTransform(array.toFloatArray());
    }

    private static boolean isBox(@Nullable COSBase given) {
        if (!(given instanceof COSArray array) || array.size() != 4) {
            return false;
        }
        for (int i = 0; i < 4; i++) {
            if (!(array.getObject(i) instanceof COSNumber)) {
                return false;
            }
        }
        return true;
    }

    private static Rectangle2D rectangle(COSBase box) {
        float[] edges = ((COSArray) box).toFloatArray();
        Rectangle2D rectangle = new Rectangle2D.Float();
        rectangle.setFrameFromDiagonal(edges[0], edges[1], edges[2], edges[3]);
        return rectangle;
    }
}
