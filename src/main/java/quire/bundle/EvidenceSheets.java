package quire.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import quire.convert.FileKind;
import quire.convert.SafePdf;
import quire.convert.word.WordPaper;
import quire.convert.word.WordPapers;
import quire.core.Digest;
import quire.core.Problem;
import quire.core.Recent;
import quire.pdf.Binder;
import quire.pdf.Claims;
import quire.pdf.Item;
import quire.pdf.PageTexts;
import quire.pdf.Pdf;
import quire.pdf.PdfMaker;
import quire.pdf.Unbindable;
import quire.portfolio.EvidenceFile;
import quire.reading.Sheet;
import quire.store.Blobs;

/** Makes pages for a bundle of the files that people have put into a portfolio. */
final class EvidenceSheets {

    private static final int KEPT = 1_000;

    private final Blobs blobs;
    private final WordPapers words = new WordPapers(new PdfMaker());
    private final Binder binder = new Binder();
    private final Recent<Digest, Known> known = new Recent<>(KEPT);

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
     * A file as it is, or was when a bundle was made.
     *
     * @param kind what it is
     * @param name what it is called where it is kept
     * @param title what it is called in a bundle
     * @param added when it was put into the portfolio
     */
    record Source(Digest digest, FileKind kind, String name, String title, Instant added) {

        static Source of(EvidenceFile file) {
            return new Source(file.digest(), file.kind(), file.name(), EvidenceSheets.title(file), file.added());
        }

        /** The same under another title, which alone is said of it. */
        Source called(String other) {
            return new Source(digest, kind, "file." + kind.extension(), other, added);
        }
    }

    /** A file as it can be bound. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Sheets(byte[] file, int pages, Item.Origin origin, Claims claims) {}

    /** A file as it stands in a bundle; a slip with the reason where it cannot. */
    Piece piece(EvidenceFile file, int level) {
        Digest key = Digest.of(file.digest().hex() + title(file));
        Known sheets = known.get(key, () -> look(file));
        if (!sheets.reason().isEmpty()) {
            return slip(file, level, sheets.reason());
        }
        Plan.Entry entry = entry(file, Plan.Kind.EVIDENCE, level, sheets.pages(), facts(file, ""));
        Source source = Source.of(file);
        return new Piece(
                entry, sheets.origin(), sheets.claims(), () -> file(source), at -> sheet(source, at.firstPage()));
    }

    /**
     * The PDF of a file, as it is bound: the same bytes every time.
     *
     * @throws Problem if its content is missing
     */
    byte[] file(Source source) {
        return sheets(source).file();
    }

    /**
     * A file as it was when a bundle was made; empty if the bundle does not say enough of it.
     *
     * @param entry what its manifest says
     */
    static Optional<Source> source(Contents.Line line, Map<?, ?> entry) {
        return Stream.of(FileKind.values())
                .filter(kind -> kind.mediaType().equals(entry.get("type")))
                .filter(kind ->
                        entry.get("added") instanceof String && !line.source().isEmpty())
                .findFirst()
                .map(kind -> new Source(
                        new Digest(line.source()),
                        kind,
                        String.valueOf(entry.get("file")),
                        line.title(),
                        Instant.parse(String.valueOf(entry.get("added")))));
    }

    boolean isThere(Source source) {
        return blobs.has(source.digest());
    }

    /** What of a file is read in a browser. */
    private Sheet sheet(Source source, int firstPage) {
        return switch (source.kind()) {
            case PDF -> Sheet.ofText(PageTexts.of(file(source)), firstPage);
            case JPEG, PNG -> Sheet.ofPicture(source.digest(), source.title());
            case DOCX -> Sheet.of(WordPapers.page(word(source)), source.title());
        };
    }

    private Known look(EvidenceFile file) {
        try {
            Sheets sheets = sheets(Source.of(file));
            return new Known(sheets.pages(), sheets.origin(), sheets.claims(), "");
        } catch (Unbindable problem) {
            return Known.unreadable(problem.reason());
        } catch (Problem problem) {
            return Known.unreadable(problem.getMessage());
        }
    }

    private Sheets sheets(Source source) {
        return switch (source.kind()) {
            case PDF -> document(SafePdf.of(content(source)));
            case JPEG, PNG -> {
                SafePdf page = SafePdf.ofPicture(source.kind(), content(source), source.title(), source.added());
                yield new Sheets(page.bytes(), page.pages(), Item.Origin.OWN, Claims.PAPER);
            }
            case DOCX -> {
                Pdf paper = words.pdf(word(source));
                yield new Sheets(paper.bytes(), paper.pages(), Item.Origin.OWN, Claims.PAPER);
            }
        };
    }

    private WordPaper word(Source source) {
        return new WordPaper(content(source), source.name(), source.title(), source.added());
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
        return Piece.made(entry(file, Plan.Kind.SLIP, level, 1, facts(file, reason)));
    }

    private static Plan.Entry entry(
            EvidenceFile file, Plan.Kind kind, int level, int pages, Map<String, @Nullable Object> facts) {
        return new Plan.Entry("file-" + file.id(), kind, title(file), level, 0, pages, file.digest(), facts);
    }

    static String title(EvidenceFile file) {
        return file.description().isBlank() ? file.name() : file.description();
    }

    private static Map<String, @Nullable Object> facts(EvidenceFile file, String reason) {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("file", file.name());
        facts.put("type", file.kind().mediaType());
        facts.put("added", file.added().toString());
        if (!reason.isEmpty()) {
            facts.put("reason", reason);
        }
        return facts;
    }

    /** @throws Problem if it is missing */
    byte[] content(Source source) {
        if (!isThere(source)) {
            throw Problem.of(Problem.Kind.UNAVAILABLE, "Its content is missing on the server.");
        }
        try (InputStream input = blobs.open(source.digest())) {
            return input.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
