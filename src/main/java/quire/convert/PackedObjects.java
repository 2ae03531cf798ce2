package quire.convert;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ObjIntConsumer;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;
import quire.convert.PdfSyntax.Name;

/** A stream of a PDF file that holds other objects, packed together (ISO 32000-2, 7.5.7). */
final class PackedObjects {

    /** Programs put a few hundred objects into such a stream, a few hundred kilobytes at most. */
    private static final int LARGEST = 8_000_000;

    private final byte[] file;
    private final int start;
    private final int end;
    private final Work work;
    private final boolean isDeflated;
    private final long count;
    private final int first;

    PackedObjects(byte[] file, Map<?, ?> dictionary, int start, int end, Work work) {
        this.file = file;
        this.start = start;
        this.end = end;
        this.work = work;
        Object filter = dictionary.get("Filter");
        @Nullable Object only = filter instanceof List<?> filters && filters.size() == 1 ? filters.get(0) : filter;
        this.isDeflated = new Name("FlateDecode").equals(only);
        this.first = dictionary.get("First") instanceof Long number ? (int) Math.min(number, LARGEST) : 0;
        boolean isPlain = (only == null || isDeflated) && !dictionary.containsKey("DecodeParms");
        this.count = isPlain && dictionary.get("N") instanceof Long number ? number : -1;
    }

    /** Whether a stream holds objects: readers of PDF files go by these two entries, not by what it says it is. */
    static boolean isOne(Map<?, ?> dictionary) {
        return dictionary.containsKey("First") && dictionary.containsKey("N");
    }

    /**
     * Tells the number of each object and where it begins, once the stream is unpacked.
     *
     * @return whether all of them could be told; programs pack them in one way only, so others have something to hide
     */
    boolean list(ObjIntConsumer<Long> listener) {
        PdfSyntax head = new PdfSyntax(upTo(first), 0, work);
        for (long i = 0; i < count; i++) {
            boolean told = head.next() instanceof Long number
                    && head.next() instanceof Long offset
                    && offset < LARGEST
                    && tell(number, first + offset.intValue(), listener);
            if (!told) {
                return false;
            }
        }
        return count >= 0;
    }

    private static boolean tell(Long number, int at, ObjIntConsumer<Long> listener) {
        listener.accept(number, at);
        return true;
    }

    /** The whole stream; what is damaged in it ends it. */
    byte[] unpack() {
        return upTo(LARGEST);
    }

    private byte[] upTo(int most) {
        if (!isDeflated) {
            return Arrays.copyOfRange(file, start, (int) Math.min(end, (long) start + most));
        }
        Inflater inflater = new Inflater();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] chunk = new byte[Math.min(most, 16_384)];
        try {
            inflater.setInput(file, start, end - start);
            int read = inflater.inflate(chunk);
            while (read > 0 && bytes.size() < most) {
                work.spend(read);
                bytes.write(chunk, 0, read);
                read = inflater.inflate(chunk);
            }
        } catch (DataFormatException damaged) {
            return bytes.toByteArray();
        } finally {
            inflater.end();
        }
        return bytes.toByteArray();
    }
}
