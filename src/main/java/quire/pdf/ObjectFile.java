package quire.pdf;

import java.util.Arrays;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;

/**
 * A PDF 1.7 file that is written object by object: small ones packed in object streams (ISO 32000-1, 7.5.7), the fast level
 * of compression, the identifier taken from the content. Holds no object once it is written. Belongs to one thread.
 */
final class ObjectFile implements AutoCloseable {

    /** Many to a stream, because a reader has to unpack the whole stream for one object. */
    private static final int OBJECTS_IN_A_STREAM = 200;

    /** Streams below this many bytes do not gain from compression. */
    private static final int SMALL = 60;

    private final PdfOutput out;
    private final ObjectText text;
    private final Deflating deflating = new Deflating();
    private final Bytes index = new Bytes(OBJECTS_IN_A_STREAM * 10);
    private final Bytes bodies = new Bytes(OBJECTS_IN_A_STREAM * 100);
    private final Bytes head = new Bytes(256);
    private int[] packed = new int[OBJECTS_IN_A_STREAM];
    private int waiting;
    private int last;
    private long[] places = new long[1024];
    private int[] rows = new int[1024];

    ObjectFile(PdfOutput out, ObjectText.Numbering numbers) {
        this.out = out;
        this.text = new ObjectText(numbers);
        out.text("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n");
    }

    /** A number for an object that will be written. */
    int next() {
        return ++last;
    }

    /** Writes a dictionary or array under its number. */
    void write(int number, COSBase container) {
        if (waiting == OBJECTS_IN_A_STREAM) {
            pack();
        }
        packed[waiting++] = number;
        index.decimal(number).text(" ").decimal(bodies.size()).text(" ");
        text.body(container, bodies);
        bodies.write('\n');
    }

    /** Writes a stream under its number, compressed if that is worth it and nobody did so before. */
    void write(int number, COSStream stream) {
        byte[] content = StreamBytes.raw(stream);
        boolean compress = content.length >= SMALL
                && !stream.containsKey(COSName.FILTER)
                && stream.getItem(COSName.TYPE) != COSName.METADATA;
        byte[] written = compress ? deflating.of(content, content.length) : content;
        Bytes dictionary = new Bytes(256);
        text.streamDictionary(stream, written.length, compress, dictionary);
        begin(number);
        out.write(dictionary.array(), dictionary.size());
        end(written);
    }

    /** Writes an object outside all object streams, where its bytes can be found. */
    long writeOpenly(int number, String object) {
        begin(number);
        long place = out.place();
        out.text(object).text("\nendobj\n");
        return place;
    }

    /** Writes what was packed so far, so that all bytes from here on belong to other objects. */
    void pack() {
        if (waiting == 0) {
            return;
        }
        int number = next();
        for (int i = 0; i < waiting; i++) {
            put(packed[i], number, i);
        }
        int first = index.size();
        index.write(bodies.array(), 0, bodies.size());
        byte[] content = deflating.of(index.array(), index.size());
        begin(number);
        head.text("<</Type/ObjStm/N ").decimal(waiting).text("/First ").decimal(first);
        head.text("/Filter/FlateDecode/Length ").decimal(content.length).text(">>");
        out.write(head.array(), head.size());
        head.clear();
        end(content);
        index.clear();
        bodies.clear();
        waiting = 0;
    }

    /** Ends the file with its table of objects (ISO 32000-1, 7.5.8). */
    void finish(int catalog, int information) {
        pack();
        String identifier = out.digest().hex().substring(0, 32);
        int number = next();
        int size = number + 1;
        put(number, out.place(), -1);
        byte[] content = references(size);
        long start = out.place();
        out.decimal(number).text(" 0 obj\n<</Type/XRef/Size ").decimal(size).text("/W[1 4 2]/Root ");
        out.decimal(catalog).text(" 0 R/Info ").decimal(information);
        out.text(" 0 R/ID[<").text(identifier).text("><").text(identifier);
        out.text(">]/Filter/FlateDecode/Length ").decimal(content.length).text(">>");
        end(content);
        out.text("startxref\n").decimal(start).text("\n%%EOF\n");
    }

    @Override
    public void close() {
        deflating.close();
    }

    private byte[] references(int size) {
        Bytes entries = new Bytes(size * 7);
        entries.write(0);
        entries.uint32(0).uint16(0xFFFF);
        for (int i = 1; i < size; i++) {
            boolean written = i < places.length && places[i] > 0;
            // A number that was given out for nothing is a free one.
            entries.write(!written ? 0 : rows[i] >= 0 ? 2 : 1);
            entries.uint32(written ? places[i] : 0).uint16(written ? Math.max(0, rows[i]) : 0xFFFF);
        }
        return deflating.of(entries.array(), entries.size());
    }

    private void begin(int number) {
        put(number, out.place(), -1);
        out.decimal(number).text(" 0 obj\n");
    }

    private void end(byte[] content) {
        out.text("\nstream\n");
        out.write(content);
        out.text("\nendstream\nendobj\n");
    }

    /** Notes where an object is: its place in the file, or the number of its object stream and the row in there. */
    private void put(int number, long place, int row) {
        if (number >= places.length) {
            places = Arrays.copyOf(places, Math.max(number + 1, places.length * 2));
            rows = Arrays.copyOf(rows, places.length);
        }
        places[number] = place;
        rows[number] = row;
    }
}
