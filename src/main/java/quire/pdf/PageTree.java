package quire.pdf;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;

/** The pages of a file in their order, wherever its page tree keeps them (ISO 32000-1, 7.7.3). */
final class PageTree {

    /** No portfolio has a file like that; the limit keeps a hostile one from filling the memory. */
    private static final int MOST_PAGES = 10_000;

    private static final List<COSName> INHERITED =
            List.of(COSName.RESOURCES, COSName.MEDIA_BOX, COSName.CROP_BOX, COSName.ROTATE);

    /** All that a page in a bound volume needs; the rest is for printers, editors and slide shows. */
    private static final Set<COSName> KEPT = Set.of(
            COSName.TYPE,
            COSName.RESOURCES,
            COSName.MEDIA_BOX,
            COSName.CROP_BOX,
            COSName.ROTATE,
            COSName.CONTENTS,
            COSName.ANNOTS,
            COSName.STRUCT_PARENTS,
            COSName.GROUP,
            COSName.getPDFName("UserUnit"));

    private PageTree() {}

    /**
     * The pages, each with what it inherits and without its parent. A tree that comes back to itself is walked once.
     *
     * @throws Unbindable if there are more pages than anybody binds
     */
    static List<COSDictionary> pages(COSDictionary catalog) {
        List<COSDictionary> pages = new ArrayList<>();
        Set<COSBase> met = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<COSDictionary> ahead = new ArrayDeque<>();
        push(catalog.getDictionaryObject(COSName.PAGES), met, ahead);
        while (!ahead.isEmpty()) {
            COSDictionary node = ahead.pop();
            if (node.getDictionaryObject(COSName.KIDS) instanceof COSArray kids) {
                for (int i = kids.size() - 1; i >= 0; i--) {
                    inherit(node, kids.getObject(i));
                    push(kids.getObject(i), met, ahead);
                }
            } else if (!COSName.PAGES.equals(node.getCOSName(COSName.TYPE))) {
                pages.add(node);
            }
            if (pages.size() > MOST_PAGES) {
                throw new Unbindable("It has more than 10,000 pages.", null);
            }
        }
        pages.forEach(PageTree::strip);
        return pages;
    }

    private static void push(COSBase node, Set<COSBase> met, Deque<COSDictionary> ahead) {
        if (node instanceof COSDictionary dictionary && met.add(dictionary)) {
            ahead.push(dictionary);
        }
    }

    private static void inherit(COSDictionary node, COSBase kid) {
        if (kid instanceof COSDictionary page) {
            for (COSName name : INHERITED) {
                if (!page.containsKey(name) && node.containsKey(name)) {
                    page.setItem(name, node.getItem(name));
                }
            }
        }
    }

    private static void strip(COSDictionary page) {
        List<COSName> others =
                page.keySet().stream().filter(name -> !KEPT.contains(name)).toList();
        others.forEach(page::removeItem);
        page.setItem(COSName.TYPE, COSName.PAGE);
    }
}
