package quire.bundle;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import quire.core.Json;
import quire.core.Problem;
import quire.pdf.Binder;
import quire.pdf.Bound;
import quire.pdf.Claims;
import quire.pdf.Item;
import quire.pdf.Unbindable;
import quire.pdf.Volume;
import quire.seal.Sealer;

/** Writes the file of a bundle as its plan has it. May be shared between threads. */
final class Assembly {

    private static final String LANGUAGE = "en-GB";
    private static final String WATERMARK = "Draft";
    private static final String COPYING = "Making the copy to read in a browser";
    private static final String WRITING = "Writing the pages";

    private final Binder binder = new Binder();
    private final Sealer sealer;
    private final ReadingCopies readings;

    Assembly(Sealer sealer, ReadingCopies readings) {
        this.sealer = sealer;
        this.readings = readings;
    }

    /**
     * A bundle that was written.
     *
     * @param planned what it was written by, which has a sheet for each file that could not be bound
     * @param manifest what is in it, as it is attached: canonical JSON
     */
    record Assembled(Planning.Planned planned, String manifest) {}

    /**
     * Writes a bundle, sealed if it is a final one.
     *
     * @param id what the bundle will be known by
     * @param begun told what is being done, and of each entry before that is done with it
     */
    Assembled write(
            Planning.Planned planned, String id, Making making, Path file, BiConsumer<String, Plan.Entry> begun) {
        Planning.Planned bindable = planned;
        // Each round takes one file out, so there is an end.
        for (int round = 0; round <= planned.pieces().size(); round++) {
            try {
                return bind(bindable, id, making, file, begun);
            } catch (Unbindable problem) {
                bindable = Planning.without(bindable, problem.key(), problem.reason());
            }
        }
        throw new IllegalStateException("Files that were taken out were bound again: " + id);
    }

    private Assembled bind(
            Planning.Planned planned, String id, Making making, Path file, BiConsumer<String, Plan.Entry> begun) {
        Plan plan = planned.plan();
        boolean sealed = plan.edition().isSealed();
        ReadingCopies.Copy reading = readings.keep(planned, entry -> begun.accept(COPYING, entry));
        List<String> manifest = new ArrayList<>();
        Volume volume = new Volume(
                plan.heading() + ": " + plan.code(),
                LANGUAGE,
                making.made(),
                BundleMark.written(id),
                claims(planned.pieces()),
                items(planned.pieces(), begun),
                new Volume.Numbering(plan.firstPage(), plan.lastPage()),
                Plan.Kind.CONTENTS.key(),
                sealed ? "" : WATERMARK,
                spans -> {
                    String json = Json.canonical(Manifest.of(plan, id, making, spans, reading, sealed ? sealer : null));
                    manifest.add(json);
                    return List.of(attachment(json));
                });
        if (sealed) {
            Bound bound = binder.bindForSeal(volume, file);
            sealer.seal(file, java.util.Objects.requireNonNull(bound.seal()), making.made());
        } else {
            binder.bind(volume, file);
        }
        return new Assembled(planned, manifest.get(0));
    }

    private static List<Item> items(List<Piece> pieces, BiConsumer<String, Plan.Entry> begun) {
        return pieces.stream()
                .map(piece -> new Item(
                        piece.entry().key(),
                        piece.entry().title(),
                        piece.entry().level(),
                        piece.entry().pages(),
                        piece.origin(),
                        () -> {
                            begun.accept(WRITING, piece.entry());
                            return content(piece);
                        }))
                .toList();
    }

    /**
     * What stands against this file alone takes it out of the bundle.
     *
     * @throws Problem if it cannot be had now
     */
    private static byte[] content(Piece piece) {
        try {
            return piece.content().get();
        } catch (Unbindable problem) {
            throw problem;
        } catch (Problem refused) {
            throw refused.kind() == Problem.Kind.UNAVAILABLE ? refused : Unbindable.because(refused);
        } catch (RuntimeException | StackOverflowError damaged) {
            throw Unbindable.damaged(damaged);
        }
    }

    /** A bundle keeps what all of it keeps. */
    private static Claims claims(List<Piece> pieces) {
        return pieces.stream().allMatch(piece -> piece.claims().equals(Claims.PAPER)) ? Claims.VOLUME : Claims.NONE;
    }

    private static Volume.Attachment attachment(String json) {
        return new Volume.Attachment(
                Manifest.NAME,
                "application/json",
                "What is in this bundle, and where",
                "Data",
                json.getBytes(StandardCharsets.UTF_8));
    }

    /** The manifest of a bundle as plain data. */
    static Map<String, @Nullable Object> read(String manifest) {
        return Json.readObject(manifest, Manifest.NAME);
    }
}
