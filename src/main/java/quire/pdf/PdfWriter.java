package quire.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.zip.Deflater;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.jspecify.annotations.Nullable;
import quire.core.Digest;

/**
 * Writes the objects of a finished document as a PDF 1.7 file: small objects packed in object streams, the fast level
 * of compression, the identifier taken from the content. The same objects give the same bytes. Used once.
 */
final class PdfWriter {

    /** Many to a stream, because a reader has to unpack the whole stream for one object. */
    private static final int OBJECTS_IN_A_STREAM = 200;

    /** Above the fast levels a page gets 4 % smaller and takes twice the time. */
    private static final int COMPRESSION = 2;

    /** Streams below this many bytes do not gain from compression. */
    private static final int SMALL = 60;

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
    private final Deflater deflater = new Deflater(COMPRESSION);
    private final Bytes out = new Bytes(1 << 16);
    private final ObjectText text = new ObjectText(this::number);
    private long[] places = {};
    private int[] rows = {};

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
        try {
            return writer.file(catalog, information);
        } finally {
            writer.deflater.end();
        }
    }

    private byte[] file(COSDictionary catalog, COSDictionary information) {
        find(List.of(catalog, information));
        int number = 0;
        for (COSBase container : packed) {
            indirect(container).number = ++number;
        }
        for (COSStream stream : streams) {
            indirect(stream).number = ++number;
        }
        int groups = (packed.size() + OBJECTS_IN_A_STREAM - 1) / OBJECTS_IN_A_STREAM;
        int size = number + groups + 2;
        places = new long[size];
        rows = new int[size];
        Arrays.fill(rows, -1);
        out.text("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n");
        streams.forEach(this::writeStream);
        for (int group = 0; group < groups; group++) {
            writeGroup(group, number + 1 + group);
        }
        writeReferences(size, indirect(catalog).number, indirect(information).number);
        return out.toArray();
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

    private void writeStream(COSStream stream) {
        int number = indirect(stream).number;
        byte[] content = raw(stream);
        boolean compress = content.length >= SMALL
                && !stream.containsKey(COSName.FILTER)
                && stream.getItem(COSName.TYPE) != COSName.METADATA;
        byte[] written = compress ? deflated(content, content.length) : content;
        places[number] = out.size();
        out.decimal(number).text(" 0 obj\n");
        text.streamDictionary(stream, written.length, compress, out);
        out.text("\nstream\n");
        out.write(written);
        out.text("\nendstream\nendobj\n");
    }

    private void writeGroup(int group, int number) {
        int first = group * OBJECTS_IN_A_STREAM;
        int end = Math.min(packed.size(), first + OBJECTS_IN_A_STREAM);
        Bytes index = new Bytes(OBJECTS_IN_A_STREAM * 10);
        Bytes bodies = new Bytes(OBJECTS_IN_A_STREAM * 100);
        for (int i = first; i < end; i++) {
            int member = indirect(packed.get(i)).number;
            places[member] = number;
            rows[member] = i - first;
            index.decimal(member).text(" ").decimal(bodies.size()).text(" ");
            text.body(packed.get(i), bodies);
            bodies.write('\n');
        }
        int indexLength = index.size();
        index.write(bodies.array(), 0, bodies.size());
        byte[] content = deflated(index.array(), index.size());
        places[number] = out.size();
        out.decimal(number).text(" 0 obj\n<</Type/ObjStm/N ").decimal(end - first);
        out.text("/First ")
                .decimal(indexLength)
                .text("/Filter/FlateDecode/Length ")
                .decimal(content.length);
        out.text(">>\nstream\n");
        out.write(content);
        out.text("\nendstream\nendobj\n");
    }

    private void writeReferences(int size, int catalog, int information) {
        String identifier = Digest.of(out.toArray()).hex().substring(0, 32);
        int number = size - 1;
        places[number] = out.size();
        Bytes entries = new Bytes(size * 7);
        entries.write(0);
        entries.uint32(0).uint16(0xFFFF);
        for (int i = 1; i < size; i++) {
            entries.write(rows[i] >= 0 ? 2 : 1);
            entries.uint32(places[i]).uint16(Math.max(0, rows[i]));
        }
        byte[] content = deflated(entries.array(), entries.size());
        long start = out.size();
        out.decimal(number).text(" 0 obj\n<</Type/XRef/Size ").decimal(size).text("/W[1 4 2]/Root ");
        out.decimal(catalog)
                .text(" 0 R/Info ")
                .decimal(information)
                .text(" 0 R/ID[<")
                .text(identifier);
        out.text("><").text(identifier).text(">]/Filter/FlateDecode/Length ").decimal(content.length);
        out.text(">>\nstream\n");
        out.write(content);
        out.text("\nendstream\nendobj\nstartxref\n").decimal(start).text("\n%%EOF\n");
    }

    private static byte[] raw(COSStream stream) {
        try (InputStream input = stream.createRawInputStream()) {
            return input.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] deflated(byte[] content, int length) {
        deflater.reset();
        deflater.setInput(content, 0, length);
        deflater.finish();
        byte[] buffer = new byte[Math.max(512, length / 2)];
        int size = 0;
        while (!deflater.finished()) {
            if (size == buffer.length) {
                buffer = Arrays.copyOf(buffer, buffer.length * 2);
            }
            size += deflater.deflate(buffer, size, buffer.length - size);
        }
        return Arrays.copyOf(buffer, size);
    }
}
