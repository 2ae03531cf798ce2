package quire.pdf;

import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;

/** Tells of each page, form and annotation of a volume which tags its content has (ISO 32000-1, 14.7.4.4). */
final class ParentTree {

    private static final int LEAF = 256;

    private final List<ObjectText.Reference> entries = new ArrayList<>();

    /** The key of a new entry. */
    int add(ObjectText.Reference tags) {
        entries.add(tags);
        return entries.size() - 1;
    }

    int nextKey() {
        return entries.size();
    }

    /** Writes the tree. */
    ObjectText.Reference write(Graft graft) {
        COSArray leaves = new COSArray();
        for (int first = 0; first < entries.size(); first += LEAF) {
            leaves.add(graft.write(leaf(first, Math.min(entries.size(), first + LEAF))));
        }
        COSDictionary root = new COSDictionary();
        root.setItem(entries.isEmpty() ? COSName.NUMS : COSName.KIDS, leaves);
        return graft.write(root);
    }

    private COSDictionary leaf(int first, int end) {
        COSArray pairs = new COSArray();
        for (int key = first; key < end; key++) {
            pairs.add(COSInteger.get(key));
            pairs.add(entries.get(key));
        }
        COSArray limits = new COSArray();
        limits.add(COSInteger.get(first));
        limits.add(COSInteger.get(end - 1));
        COSDictionary leaf = new COSDictionary();
        leaf.setItem(COSName.LIMITS, limits);
        leaf.setItem(COSName.NUMS, pairs);
        return leaf;
    }
}
