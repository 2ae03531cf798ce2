package quire.pdf;

import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;

/** The page tree of a volume: every page has its number before the first is written, so that links can lead ahead. */
final class VolumePages {

    private static final int IN_A_NODE = 64;

    private final Graft graft;
    private final int root;
    private final int[] pages;
    private final List<Integer> nodes = new ArrayList<>();

    VolumePages(int count, Graft graft) {
        this.graft = graft;
        root = graft.file().next();
        pages = new int[count];
        for (int i = 0; i < count; i++) {
            pages[i] = graft.file().next();
            if (i % IN_A_NODE == 0) {
                nodes.add(graft.file().next());
            }
        }
    }

    int count() {
        return pages.length;
    }

    /** The object number of a page, counted from 0. */
    int number(int page) {
        return pages[page];
    }

    ObjectText.Reference reference(int page) {
        return new ObjectText.Reference(pages[page]);
    }

    ObjectText.Reference parent(int page) {
        return new ObjectText.Reference(nodes.get(page / IN_A_NODE));
    }

    /** Writes the tree. */
    ObjectText.Reference write() {
        COSArray kids = new COSArray();
        for (int node = 0; node < nodes.size(); node++) {
            int first = node * IN_A_NODE;
            graft.writeAs(nodes.get(node), node(first, Math.min(pages.length, first + IN_A_NODE)));
            kids.add(new ObjectText.Reference(nodes.get(node)));
        }
        COSDictionary tree = of(kids, pages.length);
        graft.writeAs(root, tree);
        return new ObjectText.Reference(root);
    }

    private COSDictionary node(int first, int end) {
        COSArray kids = new COSArray();
        for (int page = first; page < end; page++) {
            kids.add(reference(page));
        }
        COSDictionary node = of(kids, end - first);
        node.setItem(COSName.PARENT, new ObjectText.Reference(root));
        return node;
    }

    private static COSDictionary of(COSArray kids, int count) {
        COSDictionary node = new COSDictionary();
        node.setItem(COSName.TYPE, COSName.PAGES);
        node.setItem(COSName.KIDS, kids);
        node.setInt(COSName.COUNT, count);
        return node;
    }
}
