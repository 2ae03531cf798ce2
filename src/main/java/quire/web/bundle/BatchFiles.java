package quire.web.bundle;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quire.bundle.Batch;
import quire.bundle.Bundle;
import quire.bundle.Order;
import quire.core.Problem;
import quire.web.frame.Downloads;
import quire.web.frame.Rooms;
import quire.web.frame.Visit;

/** All bundles of a batch in one zip file, which is sent while they are read: no more than a portion of one is in memory. */
final class BatchFiles {

    private static final Logger LOG = LoggerFactory.getLogger(BatchFiles.class);

    private final Rooms rooms;
    private final BatchPages batches;
    private final BundleFiles files;

    BatchFiles(Rooms rooms, BatchPages batches, BundleFiles files) {
        this.rooms = rooms;
        this.batches = batches;
        this.files = files;
    }

    /** Once nothing is being made any more. That each is opened is written down as it is sent. */
    void zip(Context request) {
        Visit visit = Visit.of(request);
        Batch batch = rooms.bundles().batches().get(request.pathParam("batch"));
        List<Order> orders = batches.orders(batch, visit);
        if (!BatchPages.isOver(orders)) {
            throw Problem.of(
                    Problem.Kind.CONFLICT, "Some of these bundles are still being made. Wait until all are ready.");
        }
        List<Bundle> bundles = orders.stream()
                .filter(order -> order.bundle() != null)
                .map(order -> rooms.bundles().get(Objects.requireNonNull(order.bundle())))
                .distinct()
                .sorted(Comparator.comparing(bundle -> files.name(bundle, ".pdf")))
                .toList();
        if (bundles.isEmpty()) {
            throw Problem.notFound("None of these bundles could be made.");
        }
        send(request, batch, bundles, visit);
    }

    /** What is cut off has no directory at its end, so no program takes it for a whole one. */
    private void send(Context request, Batch batch, List<Bundle> bundles, Visit visit) {
        LocalDate day = LocalDate.ofInstant(batch.at(), rooms.clock().getZone());
        String name =
                String.join("_", "bundles", batch.recipe(), batch.edition().word(), day.toString());
        Downloads.start(request, name.replaceAll("[^A-Za-z0-9._-]", "-") + ".zip", "application/zip");
        try {
            ZipOutputStream zip = new ZipOutputStream(request.outputStream());
            zip.setLevel(Deflater.NO_COMPRESSION);
            for (Bundle bundle : bundles) {
                add(zip, bundle, visit);
            }
            zip.finish();
            zip.flush();
        } catch (IOException | UncheckedIOException cut) {
            LOG.info("A zip file of bundles did not arrive whole: {}", cut.getMessage());
        } catch (RuntimeException fault) {
            LOG.error("A zip file of bundles was cut off by a fault of ours", fault);
        }
    }

    private void add(ZipOutputStream zip, Bundle bundle, Visit visit) throws IOException {
        ZipEntry entry = new ZipEntry(files.name(bundle, ".pdf"));
        entry.setTimeLocal(LocalDateTime.ofInstant(bundle.made(), rooms.clock().getZone()));
        try (InputStream content = rooms.bundles().open(bundle, visit.actor(), visit.now())) {
            zip.putNextEntry(entry);
            content.transferTo(zip);
            zip.closeEntry();
        }
    }
}
