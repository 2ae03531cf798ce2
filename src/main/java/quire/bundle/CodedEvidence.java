package quire.bundle;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import quire.convert.SafePdf;
import quire.core.Digest;
import quire.core.Problem;
import quire.core.Recent;
import quire.pdf.Claims;
import quire.pdf.Item;
import quire.pdf.PageTexts;
import quire.pdf.Unbindable;
import quire.pdf.masking.Mask;
import quire.pdf.masking.MaskedPdf;
import quire.pdf.masking.Masking;
import quire.portfolio.EvidenceFile;
import quire.reading.Sheet;
import quire.redaction.Coding;
import quire.redaction.Reading;

/**
 * Makes pages for coded bundles of the files that people have put into a portfolio: without what tells who people are. May be shared
 * between threads.
 */
final class CodedEvidence {

    private static final int KEPT = 1_000;

    private final EvidenceSheets sheets;
    private final Recent<Digest, Found> found = new Recent<>(KEPT);

    CodedEvidence(EvidenceSheets sheets) {
        this.sheets = sheets;
    }

    /**
     * A file in a coded bundle.
     *
     * @param unreadable the numbers of its pages on which no program can read everything
     * @param read what a person should look at
     */
    record Coded(Piece piece, Set<Integer> unreadable, Reading.Read read) {}

    /** A file that can be bound. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Cleaned(byte[] file, int pages, Item.Origin origin, Claims claims, Set<Integer> unreadable) {}

    /**
     * What a plan must know of a file.
     *
     * @param digest of what is bound
     * @param reason why it cannot be bound, in a sentence; empty if it can
     */
    private record Found(
            int pages,
            Item.Origin origin,
            Claims claims,
            Digest digest,
            String reason,
            Set<Integer> unreadable,
            Reading.Read read) {

        static Found unfit(EvidenceFile file, String reason, Reading reading) {
            return new Found(1, Item.Origin.OWN, Claims.PAPER, file.digest(), reason, Set.of(), reading.done());
        }
    }

    /** A file as it stands in a coded bundle; a slip with the reason where it cannot. */
    Coded coded(EvidenceFile file, int level, Coding coding) {
        EvidenceSheets.Source source = EvidenceSheets.Source.of(file);
        Digest key =
                Digest.of(file.digest().hex() + source.title() + coding.digest().hex());
        Found known = found.get(key, () -> look(file, coding));
        Plan.Entry entry = new Plan.Entry(
                "file-" + file.id(),
                known.reason().isEmpty() ? Plan.Kind.EVIDENCE : Plan.Kind.SLIP,
                coding.text(source.title()),
                level,
                0,
                known.pages(),
                known.digest(),
                facts(file, known));
        return new Coded(piece(entry, known, file, coding), known.unreadable(), known.read());
    }

    private Piece piece(Plan.Entry entry, Found known, EvidenceFile file, Coding coding) {
        return known.reason().isEmpty()
                ? new Piece(
                        entry,
                        known.origin(),
                        known.claims(),
                        () -> cleaned(file, coding, new Reading(coding)).file(),
                        at -> sheet(file, coding, at))
                : Piece.made(entry);
    }

    /** Nothing that leads back to the file. */
    private static Map<String, @Nullable Object> facts(EvidenceFile file, Found known) {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("type", file.kind().mediaType());
        if (!known.reason().isEmpty()) {
            facts.put("reason", known.reason());
        }
        Redacted.put(known.read(), facts);
        return facts;
    }

    /** The PDF of a file, if it is still what was bound: decisions may have changed since. */
    Optional<byte[]> file(EvidenceFile file, Coding coding, String bound) {
        if (!sheets.isThere(EvidenceSheets.Source.of(file))) {
            return Optional.empty();
        }
        byte[] made = cleaned(file, coding, new Reading(coding)).file();
        return Optional.of(made).filter(bytes -> Digest.of(bytes).hex().equals(bound));
    }

    /** What of a file is read in a browser. */
    private Sheet sheet(EvidenceFile file, Coding coding, Plan.Entry at) {
        return file.isPicture()
                ? Sheet.ofPicture(file.digest(), at.title())
                : Sheet.ofText(
                        PageTexts.of(cleaned(file, coding, new Reading(coding)).file()), at.firstPage());
    }

    private Found look(EvidenceFile file, Coding coding) {
        Reading reading = new Reading(coding);
        reading.text(EvidenceSheets.Source.of(file).title());
        try {
            Cleaned cleaned = cleaned(file, coding, reading);
            return new Found(
                    cleaned.pages(),
                    cleaned.origin(),
                    cleaned.claims(),
                    Digest.of(cleaned.file()),
                    "",
                    cleaned.unreadable(),
                    reading.done());
        } catch (Unbindable problem) {
            return Found.unfit(file, problem.reason(), reading);
        } catch (Problem problem) {
            return Found.unfit(file, problem.getMessage(), reading);
        }
    }

    private Cleaned cleaned(EvidenceFile file, Coding coding, Reading reading) {
        EvidenceSheets.Source source = EvidenceSheets.Source.of(file).called(coding.text(EvidenceSheets.title(file)));
        return switch (file.kind()) {
            case PDF -> {
                SafePdf safe = SafePdf.of(sheets.content(source));
                yield masked(safe.bytes(), safe.unfit(), reading);
            }
            case DOCX -> masked(sheets.file(source), Set.of(), reading);
            case JPEG, PNG -> {
                SafePdf page = SafePdf.ofPicture(file.kind(), sheets.content(source), source.title(), source.added());
                yield new Cleaned(page.bytes(), page.pages(), Item.Origin.OWN, Claims.PAPER, Set.of());
            }
        };
    }

    /** @param unfit the numbers of the pages that no archive takes as they are */
    private static Cleaned masked(byte[] pdf, Set<Integer> unfit, Reading reading) {
        MaskedPdf masked = Masking.of(
                pdf,
                text -> reading.coding().places(text).stream()
                        .map(place -> new Mask(place.start(), place.end(), place.instead()))
                        .toList());
        masked.texts().forEach(reading::text);
        reading.removed(masked.removed());
        boolean fit = masked.pictured().containsAll(unfit);
        return new Cleaned(
                masked.bytes(),
                masked.pages(),
                Item.Origin.UNTAGGED,
                fit ? Claims.PAPER : Claims.NONE,
                masked.unreadable());
    }
}
