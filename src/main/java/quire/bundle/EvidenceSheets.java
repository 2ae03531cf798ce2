package quire.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quire.core.Problem;
import quire.documents.DocumentMaker;
import quire.pdf.Binder;
import quire.pdf.Claims;
import quire.pdf.Item;
import quire.pdf.Pdf;
import quire.pdf.Unbindable;
import quire.portfolio.EvidenceFile;
import quire.store.Blobs;

/** Makes pages for a bundle of the files that people have put into a portfolio. */
final class EvidenceSheets {

    private final Blobs blobs;
    private final DocumentMaker maker;
    private final Binder binder = new Binder();

    EvidenceSheets(Blobs blobs, DocumentMaker maker) {
        this.blobs = blobs;
        this.maker = maker;
    }

    /** A file as it stands in a bundle; a slip with the reason where it cannot. */
    Piece piece(EvidenceFile file, int level) {
        try {
            return switch (file.kind()) {
                case PDF -> document(file, level);
                case JPEG, PNG -> picture(file, level);
                case DOCX -> slip(file, level, "It is a Word file, which goes with the bundle as a file of its own.");
            };
        } catch (Unbindable problem) {
            return slip(file, level, problem.reason());
        } catch (Problem problem) {
            return slip(file, level, problem.getMessage());
        }
    }

    private Piece document(EvidenceFile file, int level) {
        int pages = binder.pages(content(file));
        Plan.Entry entry = entry(file, Plan.Kind.EVIDENCE, level, pages, facts(file, ""));
        return new Piece(entry, Item.Origin.UNTAGGED, Claims.NONE, () -> content(file));
    }

    private Piece picture(EvidenceFile file, int level) {
        Pdf page = maker.page(
                "picture.html",
                Map.of("title", title(file), "name", file.name(), "picture", "picture"),
                Map.of("picture", content(file)),
                file.added());
        Plan.Entry entry = entry(file, Plan.Kind.EVIDENCE, level, page.pages(), facts(file, ""));
        return new Piece(entry, Item.Origin.OWN, Claims.PAPER, page::bytes);
    }

    private static Piece slip(EvidenceFile file, int level, String reason) {
        Plan.Entry entry = entry(file, Plan.Kind.SLIP, level, 1, facts(file, reason));
        return new Piece(entry, Item.Origin.OWN, Claims.PAPER, () -> new byte[0]);
    }

    private static Plan.Entry entry(
            EvidenceFile file, Plan.Kind kind, int level, int pages, Map<String, @Nullable Object> facts) {
        return new Plan.Entry("file-" + file.id(), kind, title(file), level, 0, pages, file.digest(), facts);
    }

    private static String title(EvidenceFile file) {
        return file.description().isBlank() ? file.name() : file.description();
    }

    private static Map<String, @Nullable Object> facts(EvidenceFile file, String reason) {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("file", file.name());
        facts.put("type", file.kind().mediaType());
        if (!reason.isEmpty()) {
            facts.put("reason", reason);
        }
        return facts;
    }

    private byte[] content(EvidenceFile file) {
        if (!blobs.has(file.digest())) {
            throw Problem.of(Problem.Kind.UNAVAILABLE, "Its content is missing on the server.");
        }
        try (InputStream input = blobs.open(file.digest())) {
            return input.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
