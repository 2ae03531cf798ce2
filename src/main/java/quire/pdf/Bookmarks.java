package quire.pdf;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.jspecify.annotations.Nullable;

/** The bookmarks of a volume: its items, and below each what its own file had (ISO 32000-1, 12.3.3). */
final class Bookmarks {

    private static final int DEEPEST = 8;

    /** Of one file; more would only slow its readers down. */
    private static final int MOST = 20_000;

    private final List<Bookmark> top = new ArrayList<>();

    private record Bookmark(String title, @Nullable COSArray destination, List<Bookmark> below) {}

    /**
     * Adds an item, with the bookmarks of its own file.
     *
     * @param number of its first page, as stamped: whoever is told a page finds it among the bookmarks
     */
    void add(Item item, int number, COSArray destination, SourceFile source, Destinations within, Graft graft) {
        if (item.level() == 0) {
            return;
        }
        List<Bookmark> own = new ArrayList<>();
        COSDictionary outlines = source.part("Outlines");
        if (outlines != null) {
            Set<COSBase> met = Collections.newSetFromMap(new IdentityHashMap<>());
            own.addAll(read(outlines, within, graft, met, 0));
        }
        Bookmark bookmark = new Bookmark(item.title() + ", page " + number, destination, own);
        boolean below = item.level() > 1 && !top.isEmpty();
        (below ? top.get(top.size() - 1).below : top).add(bookmark);
    }

    /** Writes them; null where there are none. */
    ObjectText.@Nullable Reference write(Graft graft) {
        if (top.isEmpty()) {
            return null;
        }
        int root = graft.file().next();
        COSDictionary outlines = new COSDictionary();
        outlines.setItem(COSName.TYPE, COSName.OUTLINES);
        writeChildren(top, outlines, root, true, graft);
        graft.writeAs(root, outlines);
        return new ObjectText.Reference(root);
    }

    private static List<Bookmark> read(
            COSDictionary parent, Destinations within, Graft graft, Set<COSBase> met, int depth) {
        List<Bookmark> found = new ArrayList<>();
        COSBase next = parent.getDictionaryObject(COSName.FIRST);
        while (next instanceof COSDictionary entry && met.add(entry) && met.size() <= MOST) {
            COSArray destination = within.of(entry);
            if (destination != null) {
                destination.set(0, graft.reference(destination.getObject(0)));
            }
            List<Bookmark> below = depth < DEEPEST ? read(entry, within, graft, met, depth + 1) : List.of();
            String title = entry.getString(COSName.TITLE, "").strip();
            if (destination != null || !below.isEmpty()) {
                found.add(new Bookmark(title.isEmpty() ? "Untitled" : title, destination, below));
            }
            next = entry.getDictionaryObject(COSName.NEXT);
        }
        return found;
    }

    /**
     * Writes all that stand below one.
     *
     * @param open whether they are seen before anybody opens their parent
     */
    private static void writeChildren(
            List<Bookmark> children, COSDictionary parent, int parentNumber, boolean open, Graft graft) {
        if (children.isEmpty()) {
            return;
        }
        int[] numbers = children.stream().mapToInt(child -> graft.file().next()).toArray();
        for (int i = 0; i < numbers.length; i++) {
            COSDictionary entry = new COSDictionary();
            entry.setString(COSName.TITLE, children.get(i).title());
            entry.setItem(COSName.PARENT, new ObjectText.Reference(parentNumber));
            if (children.get(i).destination() != null) {
                entry.setItem(COSName.DEST, children.get(i).destination());
            }
            link(entry, COSName.PREV, i - 1, numbers);
            link(entry, COSName.NEXT, i + 1, numbers);
            writeChildren(children.get(i).below(), entry, numbers[i], false, graft);
            graft.writeAs(numbers[i], entry);
        }
        link(parent, COSName.FIRST, 0, numbers);
        link(parent, COSName.LAST, numbers.length - 1, numbers);
        parent.setInt(COSName.COUNT, open ? numbers.length : -numbers.length);
    }

    private static void link(COSDictionary entry, COSName name, int place, int[] numbers) {
        if (place >= 0 && place < numbers.length) {
            entry.setItem(name, new ObjectText.Reference(numbers[place]));
        }
    }
}
