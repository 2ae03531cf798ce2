package quire.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import quire.convert.SafePdf;
import quire.convert.word.WordPaper;
import quire.convert.word.WordPapers;
import quire.core.Digest;
import quire.core.Problem;
import quire.core.Recent;
import quire.pdf.Binder;
import quire.pdf.Claims;
import quire.pdf.Item;
import quire.pdf.Pdf;
import quire.pdf.PdfMaker;
import quire.pdf.Unbindable;
import quire.pdf.masking.Mask;
import quire.pdf.masking.MaskedPdf;
import quire.pdf.masking.Masking;
import quire.portfolio.EvidenceFile;
import quire.redaction.Coding;
import quire.redaction.Reading;
import quire.store.Blobs;

/** Makes pages for a bundle of the files that people have put into a portfolio. */
final class EvidenceSheets {

    private static final int KEPT = 1_000;

    private final Blobs blobs;
    private final WordPapers words = new WordPapers(new PdfMaker());
    private final Binder binder = new Binder();
    private final Recent<Digest, Known> known = new Recent<>(KEPT);
    private final Recent<Digest, KnownCoded> knownCoded = new Recent<>(KEPT);

    EvidenceSheets(Blobs blobs) {
        this.blobs = blobs;
    }

    /**
     * What a plan must know of a file.
     *
     * @param reason why it cannot be bound, in a sentence; empty if it can
     */
    private record Known(int pages, Item.Origin origin, Claims claims, String reason) {

        static Known unreadable(String reason) {
            return new Known(1, Item.Origin.OWN, Claims.PAPER, reason);
        }
    }

    /**
     * What a plan must know of a file in a coded bundle.
     *
     * @param digest of what is bound
     * @param unreadable the numbers of its pages on which no program can read everything
     * @param read what a person should look at
     */
    private record KnownCoded(Known sheets, Digest digest, Set<Integer> unreadable, Reading.Read read) {}

    /**
     * A file in a coded bundle.
     *
     * @param unreadable the numbers of its pages on which no program can read everything
     * @param read what a person should look at
     */
    record Coded(Piece piece, Set<Integer> unreadable, Reading.Read read) {}

    /** A file as it can be bound. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Sheets(byte[] file, int pages, Item.Origin origin, Claims claims, Set<Integer> unreadable) {

        Sheets(byte[] file, int pages, Item.Origin origin, Claims claims) {
            this(file, pages, origin, claims, Set.of());
        }
    }

    /** A file as it stands in a bundle; a slip with the reason where it cannot. */
    Piece piece(EvidenceFile file, int level) {
        Digest key = Digest.of(file.digest().hex() + title(file));
        Known sheets = known.get(key, () -> look(file));
        if (!sheets.reason().isEmpty()) {
            return slip(file, level, sheets.reason());
        }
        Plan.Entry entry = entry(file, Plan.Kind.EVIDENCE, level, sheets.pages(), facts(file, ""));
        return new Piece(
                entry, sheets.origin(), sheets.claims(), () -> sheets(file).file());
    }

    private Known look(EvidenceFile file) {
        try {
            Sheets sheets = sheets(file);
            return new Known(sheets.pages(), sheets.origin(), sheets.claims(), "");
        } catch (Unbindable problem) {
            return Known.unreadable(problem.reason());
        } catch (Problem problem) {
            return Known.unreadable(problem.getMessage());
        }
    }

    private Sheets sheets(EvidenceFile file) {
        return switch (file.kind()) {
            case PDF -> document(SafePdf.of(content(file)));
            case JPEG, PNG -> {
                SafePdf page = SafePdf.ofPicture(file.kind(), content(file), title(file), file.added());
                yield new Sheets(page.bytes(), page.pages(), Item.Origin.OWN, Claims.PAPER);
            }
            case DOCX -> {
                Pdf paper = words.pdf(new WordPaper(content(file), file.name(), title(file), file.added()));
                yield new Sheets(paper.bytes(), paper.pages(), Item.Origin.OWN, Claims.PAPER);
            }
        };
    }

    /** A file as it stands in a coded bundle: without what tells who people are. */
    Coded coded(EvidenceFile file, int level, Coding coding) {
        Digest key =
                Digest.of(file.digest().hex() + title(file) + coding.digest().hex());
        KnownCoded found = knownCoded.get(key, () -> lookCoded(file, coding));
        String reason = found.sheets().reason();
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("type", file.kind().mediaType());
        if (!reason.isEmpty()) {
            facts.put("reason", reason);
        }
        Redacted.put(found.read(), facts);
        Plan.Entry entry = new Plan.Entry(
                "file-" + file.id(),
                reason.isEmpty() ? Plan.Kind.EVIDENCE : Plan.Kind.SLIP,
                coding.text(title(file)),
                level,
                0,
                found.sheets().pages(),
                found.digest(),
                facts);
        Piece piece = reason.isEmpty()
                ? new Piece(
                        entry,
                        found.sheets().origin(),
                        found.sheets().claims(),
                        () -> codedSheets(file, coding, new Reading(coding)).file())
                : new Piece(entry, Item.Origin.OWN, Claims.PAPER, () -> new byte[0]);
        return new Coded(piece, found.unreadable(), found.read());
    }

    private KnownCoded lookCoded(EvidenceFile file, Coding coding) {
        Reading reading = new Reading(coding);
        reading.text(title(file));
        try {
            Sheets sheets = codedSheets(file, coding, reading);
            Known known = new Known(sheets.pages(), sheets.origin(), sheets.claims(), "");
            return new KnownCoded(known, Digest.of(sheets.file()), sheets.unreadable(), reading.done());
        } catch (Unbindable problem) {
            return unreadable(problem.reason(), file, reading);
        } catch (Problem problem) {
            return unreadable(problem.getMessage(), file, reading);
        }
    }

    private static KnownCoded unreadable(String reason, EvidenceFile file, Reading reading) {
        return new KnownCoded(Known.unreadable(reason), file.digest(), Set.of(), reading.done());
    }

    private Sheets codedSheets(EvidenceFile file, Coding coding, Reading reading) {
        String title = coding.text(title(file));
        return switch (file.kind()) {
            case PDF -> {
                SafePdf safe = SafePdf.of(content(file));
                yield masked(safe.bytes(), safe.unfit(), reading);
            }
            case DOCX ->
                masked(
                        words.pdf(new WordPaper(content(file), "file.docx", title, file.added()))
                                .bytes(),
                        Set.of(),
                        reading);
            case JPEG, PNG -> {
                SafePdf page = SafePdf.ofPicture(file.kind(), content(file), title, file.added());
                yield new Sheets(page.bytes(), page.pages(), Item.Origin.OWN, Claims.PAPER);
            }
        };
    }

    /** @param unfit the numbers of the pages that no archive takes as they are */
    private static Sheets masked(byte[] pdf, Set<Integer> unfit, Reading reading) {
        MaskedPdf masked = Masking.of(
                pdf,
                text -> reading.coding().places(text).stream()
                        .map(place -> new Mask(place.start(), place.end(), place.instead()))
                        .toList());
        masked.texts().forEach(reading::text);
        reading.removed(masked.removed());
        boolean fit = masked.pictured().containsAll(unfit);
        return new Sheets(
                masked.bytes(),
                masked.pages(),
                Item.Origin.UNTAGGED,
                fit ? Claims.PAPER : Claims.NONE,
                masked.unreadable());
    }

    private Sheets document(SafePdf safe) {
        boolean tagged = safe.isTagged();
        return new Sheets(
                safe.bytes(),
                binder.pages(safe.bytes()),
                tagged ? Item.Origin.TAGGED : Item.Origin.UNTAGGED,
                // Nobody here can say whether the tags of others are right.
                safe.unfit().isEmpty() && !tagged ? Claims.PAPER : Claims.NONE);
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
