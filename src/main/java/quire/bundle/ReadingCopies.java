package quire.bundle;

import java.io.ByteArrayInputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quire.core.Digest;
import quire.core.Problem;
import quire.reading.Sheet;
import quire.reading.SheetFile;
import quire.store.Blobs;

/**
 * What of bundles is read in a browser. It is made with the bundle, of the same pages, and its digest stands in the manifest:
 * so it is frozen and sealed with the file, and opening it makes nothing. May be shared between threads.
 */
final class ReadingCopies {

    private static final Logger LOG = LoggerFactory.getLogger(ReadingCopies.class);

    private final Blobs blobs;

    ReadingCopies(Blobs blobs) {
        this.blobs = blobs;
    }

    /**
     * A copy that is kept.
     *
     * @param digest of its file
     * @param pictures the digests of the pictures that it shows, in hexadecimal
     */
    record Copy(Digest digest, Set<String> pictures) {}

    /**
     * Makes the copy of a bundle and keeps it. What cannot be read in a browser is not in it: that is in the PDF alone.
     *
     * @param begun told of each entry before it is copied
     */
    Copy keep(Planning.Planned planned, Consumer<Plan.Entry> begun) {
        Map<String, String> sheets = new LinkedHashMap<>();
        Set<String> pictures = new TreeSet<>();
        for (Piece piece : planned.pieces()) {
            Plan.Entry entry = piece.entry();
            begun.accept(entry);
            Sheet sheet = isRead(entry.kind()) ? sheet(piece, planned) : null;
            if (sheet != null) {
                sheets.put(entry.key(), sheet.html());
                sheet.pictures().values().forEach(this::keep);
                pictures.addAll(sheet.shown());
            }
        }
        return new Copy(keep(SheetFile.of(sheets)), pictures);
    }

    /** The others say what stands where, which a page of the web says for all. */
    static boolean isRead(Plan.Kind kind) {
        return kind != Plan.Kind.CONTENTS && kind != Plan.Kind.DIVIDER;
    }

    private static @Nullable Sheet sheet(Piece piece, Planning.Planned planned) {
        Plan.Entry entry = piece.entry();
        try {
            return entry.kind().isMadeForTheBundle()
                    ? Sheet.of(planned.pages().unprinted(entry, planned.plan()), entry.title())
                    : piece.sheet().apply(entry);
        } catch (Problem refused) {
            return null;
        } catch (RuntimeException | StackOverflowError fault) {
            LOG.error("A fault of ours keeps {} from being read in a browser", entry.key(), fault);
            return null;
        }
    }

    private Digest keep(byte[] file) {
        return blobs.take(new ByteArrayInputStream(file), file.length).digest();
    }

    /** The HTML of something in a bundle; empty if it can be read in the PDF alone. */
    Optional<String> sheet(Bundle bundle, String key) {
        Map<?, ?> reading = reading(bundle);
        return reading.get("sha256") instanceof String digest
                ? SheetFile.read(blobs.open(new Digest(digest)), key)
                : Optional.empty();
    }

    /**
     * A picture in a bundle.
     *
     * @param digest of its file, of anybody's making
     * @throws Problem if the bundle shows no such picture
     */
    byte[] picture(Bundle bundle, String digest) {
        if (reading(bundle).get("pictures") instanceof List<?> shown && shown.contains(digest)) {
            return blobs.read(new Digest(digest));
        }
        throw Problem.notFound("There is no such picture in this bundle.");
    }

    /** Bundles that were made before there were such copies have none. */
    private static Map<?, ?> reading(Bundle bundle) {
        return Assembly.read(bundle.manifest()).get("reading") instanceof Map<?, ?> reading ? reading : Map.of();
    }
}
