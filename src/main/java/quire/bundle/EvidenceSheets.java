package quire.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quire.convert.SafePdf;
import quire.convert.word.WordPaper;
import quire.convert.word.WordPapers;
import quire.core.Problem;
import quire.pdf.Binder;
import quire.pdf.Claims;
import quire.pdf.Item;
import quire.pdf.Pdf;
import quire.pdf.PdfMaker;
import quire.pdf.Unbindable;
import quire.portfolio.EvidenceFile;
import quire.store.Blobs;

/** Makes pages for a bundle of the files that people have put into a portfolio. */
final class EvidenceSheets {

    private final Blobs blobs;
    private final WordPapers words = new WordPapers(new PdfMaker());
    private final Binder binder = new Binder();

    EvidenceSheets(Blobs blobs) {
        this.blobs = blobs;
    }

    /** A file as it stands in a bundle; a slip with the reason where it cannot. */
    Piece piece(EvidenceFile file, int level) {
        try {
            return switch (file.kind()) {
                case PDF -> document(file, level);
                case JPEG, PNG -> picture(file, level);
                case DOCX -> word(file, level);
            };
        } catch (Unbindable problem) {
            return slip(file, level, problem.reason());
        } catch (Problem problem) {
            return slip(file, level, problem.getMessage());
        }
    }

    private Piece document(EvidenceFile file, int level) {
        SafePdf safe = SafePdf.of(content(file));
        Claims claims = safe.unfit().isEmpty() && !safe.isTagged() ? Claims.PAPER : Claims.NONE;
        Item.Origin origin = safe.isTagged() ? Item.Origin.TAGGED : Item.Origin.UNTAGGED;
        Plan.Entry entry = entry(file, Plan.Kind.EVIDENCE, level, binder.pages(safe.bytes()), facts(file, ""));
        return new Piece(entry, origin, claims, () -> SafePdf.of(content(file)).bytes());
    }

    private Piece picture(EvidenceFile file, int level) {
        SafePdf page = SafePdf.ofPicture(file.kind(), content(file), title(file), file.added());
        Plan.Entry entry = entry(file, Plan.Kind.EVIDENCE, level, page.pages(), facts(file, ""));
        return new Piece(entry, Item.Origin.OWN, Claims.PAPER, page::bytes);
    }

    private Piece word(EvidenceFile file, int level) {
        Pdf paper = words.pdf(new WordPaper(content(file), file.name(), title(file), file.added()));
        Plan.Entry entry = entry(file, Plan.Kind.EVIDENCE, level, paper.pages(), facts(file, ""));
        return new Piece(entry, Item.Origin.OWN, Claims.PAPER, paper::bytes);
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
