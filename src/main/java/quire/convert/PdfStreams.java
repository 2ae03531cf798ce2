package quire.convert;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;
import quire.convert.PdfObjects.Stored;
import quire.convert.PdfSyntax.Name;

/** Unpacks streams of a PDF file (ISO 32000-2, 7.4), as far as they are what draws a page, and within a budget. */
final class PdfStreams {

    /** What draws one page has a few hundred kilobytes; maps and plans a few million. */
    static final int LARGEST = 16_000_000;

    private final byte[] file;
    private final PdfObjects objects;
    private final Work work;

    PdfStreams(byte[] file, PdfObjects objects, Work work) {
        this.file = file;
        this.objects = objects;
        this.work = work;
    }

    /** Empty if it is packed in a way that is not unpacked here, or is damaged or far too large. */
    Optional<byte[]> unpacked(Stored stream) {
        Map<?, ?> dictionary = (Map<?, ?>) stream.value();
        byte[] bytes = Arrays.copyOfRange(file, stream.from(), stream.to());
        work.spend(bytes.length);
        if (objects.resolve(dictionary.get("DecodeParms")) instanceof Map<?, ?>) {
            return Optional.empty();
        }
        Optional<byte[]> unpacked = Optional.of(bytes);
        for (Object filter : filters(dictionary)) {
            unpacked = unpacked.flatMap(packed -> unpacked(packed, filter));
        }
        return unpacked;
    }

    List<?> filters(Map<?, ?> dictionary) {
        Object filter = objects.resolve(dictionary.get("Filter"));
        return filter instanceof List<?> several
                ? several.stream().map(objects::resolve).toList()
                : filter instanceof Name ? List.of(filter) : List.of();
    }

    private Optional<byte[]> unpacked(byte[] packed, @Nullable Object filter) {
        String name = filter instanceof Name known ? known.text() : "";
        return switch (name) {
            case "FlateDecode", "Fl" -> inflated(packed);
            case "ASCII85Decode", "A85" -> Ascii85.decoded(packed);
            default -> Optional.empty();
        };
    }

    private Optional<byte[]> inflated(byte[] packed) {
        Inflater inflater = new Inflater();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] chunk = new byte[16_384];
        try {
            inflater.setInput(packed);
            for (int read = inflater.inflate(chunk); read > 0; read = inflater.inflate(chunk)) {
                work.spend(read);
                bytes.write(chunk, 0, read);
                if (bytes.size() > LARGEST) {
                    return Optional.empty();
                }
            }
        } catch (DataFormatException damaged) {
            return Optional.empty();
        } finally {
            inflater.end();
        }
        return Optional.of(bytes.toByteArray());
    }
}
