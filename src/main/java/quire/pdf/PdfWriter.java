package quire.pdf;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes all objects of a finished document that is in memory into an {@link ObjectFile}. The same objects give the same
 * bytes. Used once.
 */
final class PdfWriter {

    /** Kinds of dictionary that readers expect to find under a number of their own. */
    private static final Set<COSName> NUMBERED = Set.of(
            COSName.CATALOG,
            COSName.PAGES,
            COSName.PAGE,
            COSName.ANNOT,
            COSName.FONT,
            COSName.FONT_DESC,
            COSName.OUTLINES,
            COSName.getPDFName("StructTreeRoot"),
            COSName.getPDFName("StructElem"));

    private final IdentityHashMap<COSBase, Indirect> containers = new IdentityHashMap<>();
    private final List<COSBase> packed = new ArrayList<>();
    private final List<COSStream> streams = new ArrayList<>();

    /** What is known of one dictionary, array or stream: how often it is named and the number it gets. */
    private static final class Indirect {
        private boolean listed;
        private int number;
    }

    /**
     * The file.
     *
     * @param catalog the root of the document
     * @param information the document information dictionary
     */
    static byte[] write(COSDictionary catalog, COSDictionary information) {
        PdfWriter writer = new PdfWriter();
        Bytes bytes = new Bytes(1 << 16);
        try (ObjectFile file =
                new ObjectFile(new PdfOutput(bytes), (container, referred) -> writer.number(container))) {
            writer.write(catalog, information, file);
        }
        return bytes.toArray();
    }

    private void write(COSDictionary catalog, COSDictionary information, ObjectFile file) {
        find(List.of(catalog, information));
        packed.forEach(container -> indirect(container).number = file.next());
        streams.forEach(stream -> indirect(stream).number = file.next());
        streams.forEach(stream -> file.write(number(stream), stream));
        packed.forEach(container -> file.write(number(container), container));
        file.finish(number(catalog), number(information));
    }

    /** Finds all containers, and lists those that need a number: streams, those named twice, and the expected kinds. */
    private void find(List<COSDictionary> roots) {
        Deque<COSBase> open = new ArrayDeque<>();
        for (COSDictionary root : roots) {
            meet(root, open);
            list(root, containers.get(root));
        }
        while (!open.isEmpty()) {
            COSBase container = open.pop();
            if (container instanceof COSDictionary dictionary) {
                dictionary.getValues().forEach(value -> meet(value, open));
            } else if (container instanceof COSArray array) {
                array.forEach(value -> meet(value, open));
            }
        }
    }

    private void meet(@Nullable COSBase value, Deque<COSBase> open) {
        COSBase container = ObjectText.resolved(value);
        if (!(container instanceof COSDictionary) && !(container instanceof COSArray)) {
            return;
        }
        Indirect known = containers.get(container);
        if (known == null) {
            known = new Indirect();
            containers.put(container, known);
            open.push(container);
            if (container instanceof COSDictionary dictionary && expectsNumber(dictionary)) {
                list(container, known);
            }
        } else {
            list(container, known);
        }
    }

    private static boolean expectsNumber(COSDictionary dictionary) {
        return dictionary instanceof COSStream
                || (dictionary.getItem(COSName.TYPE) instanceof COSName type && NUMBERED.contains(type));
    }

    private void list(COSBase container, @Nullable Indirect known) {
        if (known == null || known.listed) {
            return;
        }
        known.listed = true;
        if (container instanceof COSStream stream) {
            streams.add(stream);
        } else {
            packed.add(container);
        }
    }

    /** The number of a container, or 0 where it is written in place. */
    private int number(COSBase container) {
        Indirect known = containers.get(container);
        return known == null ? 0 : known.number;
    }

    private Indirect indirect(COSBase container) {
        Indirect known = containers.get(container);
        if (known == null) {
            throw new IllegalStateException("An object was added while the file was being written");
        }
        return known;
    }
}
