package quire.pdf;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.jspecify.annotations.Nullable;
import quire.core.Digest;

/**
 * Takes objects of one file after another over into the file that is being written: whatever is referred to gets a number
 * and is written once. Streams with the same content are written once for all files. Belongs to one thread.
 */
final class Graft implements ObjectText.Numbering {

    /** What an archive does not take or a bound volume does not need, wherever it stands on a picture or form. */
    private static final List<COSName> LEFT_OUT = List.of(
            COSName.METADATA,
            COSName.getPDFName("PieceInfo"),
            COSName.getPDFName("LastModified"),
            COSName.getPDFName("Alternates"),
            COSName.getPDFName("OPI"),
            COSName.getPDFName("PS"),
            COSName.getPDFName("Ref"),
            COSName.getPDFName("Interpolate"));

    private final ObjectFile file;
    private final IdentityHashMap<COSBase, Integer> numbers = new IdentityHashMap<>();
    private final Deque<COSBase> waiting = new ArrayDeque<>();
    private final Map<Digest, Integer> shared = new HashMap<>();
    private @Nullable TagGraft tags;
    private int nothing;

    Graft(PdfOutput out) {
        file = new ObjectFile(out, this);
    }

    ObjectFile file() {
        return file;
    }

    /** Says under which number something is or will be written by somebody else. */
    void place(COSBase container, int number) {
        numbers.put(container, number);
    }

    /** The tags of the file whose objects are taken over from now on; null if it has none. */
    void tags(@Nullable TagGraft these) {
        tags = these;
    }

    @Override
    public int of(COSBase container, boolean referred) {
        Integer known = numbers.get(container);
        if (known != null) {
            return known;
        }
        return referred || container instanceof COSStream ? number(container) : 0;
    }

    /** The number of an object, which is written sooner or later. */
    int number(COSBase container) {
        Integer known = numbers.get(container);
        if (known != null) {
            return known;
        }
        int number = isStrayPage(container) ? nothing() : numberOfNew(container);
        numbers.put(container, number);
        return number;
    }

    ObjectText.Reference reference(COSBase container) {
        return new ObjectText.Reference(number(container));
    }

    /** Writes an object at once. */
    ObjectText.Reference write(COSBase object) {
        int number = file.next();
        writeAs(number, object);
        return new ObjectText.Reference(number);
    }

    /** Writes an object at once, under a number that was given out before. */
    void writeAs(int number, COSBase object) {
        if (object instanceof COSStream stream) {
            file.write(number, stream);
        } else {
            file.write(number, object);
        }
    }

    /** Writes everything that was referred to, and what that refers to. */
    void writeWaiting() {
        while (!waiting.isEmpty()) {
            COSBase object = waiting.pop();
            Integer number = numbers.get(object);
            if (number != null) {
                settle(object);
                writeAs(number, object);
            }
        }
    }

    /** Ends one file: nothing of it is held any longer. */
    void forget() {
        writeWaiting();
        numbers.clear();
        tags = null;
        file.pack();
    }

    private int numberOfNew(COSBase container) {
        if (container instanceof COSStream stream && isPlain(stream)) {
            settle(stream);
            return numberOfContent(stream);
        }
        waiting.push(container);
        return file.next();
    }

    /** The same font, picture or colour profile in several files is one object. */
    private int numberOfContent(COSStream stream) {
        Bytes content = new Bytes(1024);
        new ObjectText((container, referred) -> 0).body(stream, content);
        Digest digest = StreamBytes.digest(content.toArray(), stream);
        Integer known = shared.get(digest);
        if (known != null) {
            return known;
        }
        int number = file.next();
        shared.put(digest, number);
        file.write(number, stream);
        return number;
    }

    /** Whether a stream refers to nothing, so that its own bytes say all about it. */
    private static boolean isPlain(COSStream stream) {
        return stream.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(COSName.LENGTH) && !LEFT_OUT.contains(entry.getKey()))
                .allMatch(entry -> StreamBytes.isPlain(entry.getValue(), 4));
    }

    private void settle(COSBase object) {
        if (object instanceof COSStream stream) {
            LEFT_OUT.forEach(stream::removeItem);
        }
        if (object instanceof COSDictionary dictionary && tags != null) {
            tags.settle(dictionary);
        } else if (object instanceof COSDictionary dictionary) {
            dictionary.removeItem(COSName.STRUCT_PARENTS);
            dictionary.removeItem(COSName.STRUCT_PARENT);
        }
    }

    /** A page that is not bound must not come along because something still speaks of it. */
    private static boolean isStrayPage(COSBase container) {
        return container instanceof COSDictionary dictionary
                && (COSName.PAGE.equals(dictionary.getItem(COSName.TYPE))
                        || COSName.PAGES.equals(dictionary.getItem(COSName.TYPE))
                        || COSName.CATALOG.equals(dictionary.getItem(COSName.TYPE)));
    }

    /** A number that is never used: who refers to it refers to nothing (ISO 32000-1, 7.3.10). */
    private int nothing() {
        if (nothing == 0) {
            nothing = file.next();
        }
        return nothing;
    }
}
