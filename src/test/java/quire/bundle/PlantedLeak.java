package quire.bundle;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import quire.pdf.Binder;
import quire.pdf.Claims;
import quire.pdf.Item;
import quire.pdf.PdfMaker;
import quire.pdf.PdfRequest;
import quire.pdf.Volume;

/** Volumes in which a name stands in one place. */
final class PlantedLeak {

    private static final Instant MADE = Instant.parse("2026-11-22T09:30:00Z");

    private PlantedLeak() {}

    /** Where a name may stand that nobody looks at. */
    enum Place {
        PAGE,
        METADATA,
        BOOKMARK,
        TAG,
        ATTACHMENT,
        FILE_NAME
    }

    static byte[] in(Place place, String name) throws IOException {
        String body = place == Place.PAGE ? "<p>By " + name + "</p>" : "<p>By nobody</p>";
        byte[] paper = new PdfMaker()
                .make(PdfRequest.of("<title>A paper</title><h1>A paper</h1>" + body, "paper", MADE))
                .bytes();
        Item item = new Item(
                "paper",
                place == Place.BOOKMARK ? "Of " + name : "Paper",
                place == Place.BOOKMARK ? 1 : 0,
                1,
                place == Place.TAG ? Item.Origin.UNTAGGED : Item.Origin.OWN,
                () -> paper);
        Item tagged = new Item(
                "scan", place == Place.TAG ? "Scan of " + name : "Scan", 0, 1, Item.Origin.UNTAGGED, () -> paper);
        Volume volume = new Volume(
                place == Place.METADATA ? "Bundle of " + name : "Bundle",
                "en-GB",
                MADE,
                "",
                Claims.VOLUME,
                place == Place.TAG ? List.of(tagged) : List.of(item),
                Volume.Numbering.of(1),
                "",
                "",
                spans -> List.of(new Volume.Attachment(
                        place == Place.FILE_NAME ? name + ".json" : "manifest.json",
                        "application/json",
                        "What is in it",
                        "Data",
                        (place == Place.ATTACHMENT ? "{\"by\":\"" + name + "\"}" : "{}")
                                .getBytes(StandardCharsets.UTF_8))));
        Path file = Files.createTempFile("planted", ".pdf");
        try {
            new Binder().bind(volume, file);
            return Files.readAllBytes(file);
        } finally {
            Files.delete(file);
        }
    }
}
