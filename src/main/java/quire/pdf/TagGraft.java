package quire.pdf;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.jspecify.annotations.Nullable;

/**
 * The tags of one file on their way into a volume: they get standard names, hang below the part that the item is, and the
 * keys by which pages find them are counted on from those of the items before.
 */
final class TagGraft {

    private static final COSName ROOT = COSName.getPDFName("StructTreeRoot");
    private static final COSName NAMESPACE = COSName.getPDFName("NS");
    private static final COSName CLASS = COSName.getPDFName("C");
    private static final COSName REFERENCE = COSName.getPDFName("Ref");
    private static final COSName OBJECT = COSName.getPDFName("OBJR");

    private final COSDictionary root;
    private final Graft graft;
    private final ParentTree parents;
    private final Roles roles;
    private final TagNames names;
    private final Map<Integer, COSBase> entries = new HashMap<>();
    private final Map<Integer, Integer> keys = new HashMap<>();

    private TagGraft(COSDictionary root, TagNames names, Graft graft, ParentTree parents) {
        this.root = root;
        this.graft = graft;
        this.parents = parents;
        this.names = names;
        this.roles = new Roles(root.getCOSDictionary(COSName.ROLE_MAP));
        readEntries();
    }

    /**
     * The tags of a file; null where it has none.
     *
     * @param part the number of the part that they will hang below
     */
    static @Nullable TagGraft of(SourceFile source, int part, TagNames names, Graft graft, ParentTree parents) {
        COSDictionary root = source.part(ROOT.getName());
        if (root == null || SourceFile.list(root.getItem(COSName.K)).size() == 0) {
            return null;
        }
        graft.place(root, part);
        return new TagGraft(root, names, graft, parents);
    }

    /** Whether what the page shows is tagged. */
    boolean tags(COSDictionary page) {
        return page.getDictionaryObject(COSName.STRUCT_PARENTS) instanceof COSNumber key
                && entries.get(key.intValue()) instanceof COSArray;
    }

    /**
     * Settles all tags, which must be done before any of them is written.
     *
     * @param gone annotations that the volume leaves out
     * @return the tags on top, which belong below the part
     */
    List<ObjectText.Reference> settleTags(Set<COSBase> gone) {
        Set<COSBase> met = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<COSDictionary> ahead = new ArrayDeque<>();
        COSArray top = settleChildren(root, met, gone, ahead);
        while (!ahead.isEmpty()) {
            COSDictionary element = ahead.pop();
            settleElement(element);
            element.setItem(COSName.K, settleChildren(element, met, gone, ahead));
        }
        List<ObjectText.Reference> references = new java.util.ArrayList<>();
        for (int i = 0; i < top.size(); i++) {
            references.add(graft.reference(top.getObject(i)));
        }
        return references;
    }

    /** Puts right by which key a page, form or annotation finds its tags. */
    void settle(COSDictionary holder) {
        settleKey(holder, COSName.STRUCT_PARENTS);
        settleKey(holder, COSName.STRUCT_PARENT);
    }

    private void settleKey(COSDictionary holder, COSName name) {
        COSBase old = holder.getDictionaryObject(name);
        if (old == null) {
            return;
        }
        COSBase entry = old instanceof COSNumber key ? entries.get(key.intValue()) : null;
        if (entry == null) {
            holder.removeItem(name);
        } else {
            int key = ((COSNumber) old).intValue();
            holder.setInt(name, keys.computeIfAbsent(key, any -> parents.add(graft.reference(entry))));
        }
    }

    private COSArray settleChildren(
            COSDictionary parent, Set<COSBase> met, Set<COSBase> gone, Deque<COSDictionary> ahead) {
        COSArray kept = new COSArray();
        COSArray children = SourceFile.list(parent.getItem(COSName.K));
        for (int i = 0; i < children.size(); i++) {
            COSBase child = children.getObject(i);
            if (child instanceof COSNumber) {
                kept.add(child);
            } else if (child instanceof COSDictionary dictionary && isWanted(dictionary, met, gone)) {
                if (dictionary.containsKey(COSName.S)) {
                    dictionary.setItem(COSName.P, graft.reference(parent));
                    ahead.push(dictionary);
                }
                kept.add(children.get(i));
            }
        }
        return kept;
    }

    /** An element that hangs in two places stays in the first; what speaks of an annotation that is gone, goes. */
    private static boolean isWanted(COSDictionary child, Set<COSBase> met, Set<COSBase> gone) {
        if (OBJECT.equals(child.getCOSName(COSName.TYPE))) {
            COSBase object = child.getDictionaryObject(COSName.OBJ);
            return object != null && !gone.contains(object);
        }
        return met.add(child);
    }

    private void settleElement(COSDictionary element) {
        element.setItem(COSName.S, roles.standard(element.getCOSName(COSName.S)));
        element.removeItem(NAMESPACE);
        element.removeItem(REFERENCE);
        element.removeItem(COSName.getPDFName("AF"));
        giveClasses(element);
        names.settle(element);
    }

    /** Attributes that the file gives by class stand on the element itself in the volume. */
    private void giveClasses(COSDictionary element) {
        COSArray classes = SourceFile.list(element.getItem(CLASS));
        element.removeItem(CLASS);
        COSDictionary map = root.getCOSDictionary(COSName.getPDFName("ClassMap"));
        if (classes.size() == 0 || map == null) {
            return;
        }
        COSArray attributes = new COSArray();
        for (int i = 0; i < classes.size(); i++) {
            if (classes.getObject(i) instanceof COSName name) {
                SourceFile.list(map.getItem(name)).forEach(attributes::add);
            }
        }
        SourceFile.list(element.getItem(COSName.A)).forEach(attributes::add);
        element.setItem(COSName.A, attributes);
    }

    private void readEntries() {
        Set<COSBase> met = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<COSBase> ahead = new ArrayDeque<>();
        COSBase tree = root.getDictionaryObject(COSName.PARENT_TREE);
        if (tree != null) {
            ahead.push(tree);
        }
        while (!ahead.isEmpty()) {
            if (ahead.pop() instanceof COSDictionary node && met.add(node)) {
                readLeaf(SourceFile.list(node.getItem(COSName.NUMS)));
                COSArray kids = SourceFile.list(node.getItem(COSName.KIDS));
                for (int i = 0; i < kids.size(); i++) {
                    if (kids.getObject(i) != null) {
                        ahead.push(kids.getObject(i));
                    }
                }
            }
        }
    }

    private void readLeaf(COSArray pairs) {
        for (int i = 0; i + 1 < pairs.size(); i += 2) {
            COSBase value = pairs.getObject(i + 1);
            if (pairs.getObject(i) instanceof COSNumber key && value != null) {
                entries.putIfAbsent(key.intValue(), value);
            }
        }
    }
}
