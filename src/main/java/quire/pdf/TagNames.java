package quire.pdf;

import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.jspecify.annotations.Nullable;

/**
 * The names by which cells of a table find their headings (ISO 32000-1, 14.8.5.7). Two items may use the same; in the volume
 * each has the number of its item in front.
 */
final class TagNames {

    private static final COSName HEADERS = COSName.getPDFName("Headers");

    private final Graft graft;
    private final Map<String, ObjectText.Reference> named = new TreeMap<>();
    private String prefix = "";

    TagNames(Graft graft) {
        this.graft = graft;
    }

    void beginItem(int item) {
        prefix = "item" + item + "-";
    }

    void settle(COSDictionary element) {
        String name = name(element.getDictionaryObject(COSName.ID));
        if (name != null) {
            element.setString(COSName.ID, name);
            named.putIfAbsent(name, graft.reference(element));
        }
        COSArray attributes = SourceFile.list(element.getItem(COSName.A));
        for (int i = 0; i < attributes.size(); i++) {
            if (attributes.getObject(i) instanceof COSDictionary attribute
                    && attribute.getDictionaryObject(HEADERS) instanceof COSArray headers) {
                attribute.setItem(HEADERS, settled(headers));
            }
        }
    }

    /** The tree of all names; null where there are none. */
    @Nullable
    COSDictionary tree() {
        if (named.isEmpty()) {
            return null;
        }
        COSArray pairs = new COSArray();
        named.forEach((name, element) -> {
            pairs.add(new COSString(name));
            pairs.add(element);
        });
        COSDictionary tree = new COSDictionary();
        tree.setItem(COSName.NAMES, pairs);
        return tree;
    }

    private COSArray settled(COSArray headers) {
        COSArray settled = new COSArray();
        for (int i = 0; i < headers.size(); i++) {
            String name = name(headers.getObject(i));
            if (name != null) {
                settled.add(new COSString(name));
            }
        }
        return settled;
    }

    /** In ASCII, so that the tree is sorted as readers compare: byte by byte. */
    private @Nullable String name(@Nullable COSBase given) {
        if (!(given instanceof COSString string)) {
            return null;
        }
        String text = string.getString();
        String known = text.startsWith(prefix) ? text.substring(prefix.length()) : text;
        return prefix
                + (known.matches("[!-~]{1,60}")
                        ? known
                        : quire.core.Digest.of(known).brief());
    }
}
