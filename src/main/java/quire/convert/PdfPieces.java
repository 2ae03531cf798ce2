package quire.convert;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import quire.convert.PdfObjects.Stored;
import quire.convert.PdfSyntax.Name;

/** What pages are made of: all that is looked up while one is followed. */
final class PdfPieces {

    private static final List<Name> OLD_PACKING = List.of(new Name("LZWDecode"), new Name("LZW"));

    private final PdfObjects objects;
    private final PdfStreams streams;
    private final PdfFonts fonts;

    PdfPieces(byte[] file, PdfObjects objects, Work work) {
        this.objects = objects;
        this.streams = new PdfStreams(file, objects, work);
        this.fonts = new PdfFonts(objects);
    }

    PdfObjects objects() {
        return objects;
    }

    PdfFonts fonts() {
        return fonts;
    }

    PdfResources resources(@Nullable Object dictionary) {
        return new PdfResources(objects, dictionary);
    }

    /** What draws a page, its pieces in one, because words may be cut in two between them. */
    byte[] contents(@Nullable Object contents, PageNotes notes) {
        List<?> all = objects.resolve(contents) instanceof List<?> several
                ? several
                : contents == null ? List.of() : List.of(contents);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (Object piece : all) {
            Stored stream = objects.find(piece);
            if (bytes.size() > PdfStreams.LARGEST) {
                notes.unknown();
                break;
            } else if (stream != null) {
                bytes.writeBytes(content(stream, notes));
                bytes.write('\n');
            }
        }
        return bytes.toByteArray();
    }

    /** What is in a stream; nothing, and a note, if that cannot be told. */
    byte[] content(Stored stream, PageNotes notes) {
        if (stream.from() < 0) {
            return new byte[0];
        }
        notePacking((Map<?, ?>) stream.value(), notes);
        Optional<byte[]> content = streams.unpacked(stream);
        if (content.isEmpty()) {
            notes.unknown();
        }
        return content.orElse(new byte[0]);
    }

    void notePacking(Map<?, ?> dictionary, PageNotes notes) {
        if (streams.filters(dictionary).stream().anyMatch(OLD_PACKING::contains)) {
            notes.fault(PageFacts.Fault.OLD_PACKING);
        }
    }
}
