package quire.documents;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import quire.core.Digest;
import quire.core.RecordMark;
import quire.merge.word.CopyMark;
import quire.portfolio.Document;
import quire.portfolio.Documents;
import quire.portfolio.Rendition;
import quire.portfolio.SignedRecord;
import quire.portfolio.SignedRecords;

/**
 * Tells whether a file is a final paper as it was made. The digest of the file decides; what the file says of itself is asked
 * only to tell a changed paper from one that is not known. Nothing of the file is kept. May be shared between threads.
 */
public final class CopyCheck {

    private final Documents documents;
    private final SignedRecords records;
    private final ZoneId zone;

    /** @param zone in which a day begins */
    public CopyCheck(Documents documents, ZoneId zone) {
        this.documents = documents;
        this.records = documents.signedRecords();
        this.zone = zone;
    }

    /**
     * Looks at a file.
     *
     * @param file whatever it is
     */
    public CopyVerdict of(byte[] file) {
        Digest digest = Digest.of(file);
        List<Rendition> renditions = records.renditions(digest);
        return renditions.isEmpty()
                ? claimed(file, digest)
                : renditions.stream()
                        .flatMap(rendition -> records.find(rendition.document(), rendition.number()).stream())
                        .map(record -> issued(record, digest))
                        .min(Comparator.comparing(CopyVerdict::kind))
                        .orElseGet(() -> CopyVerdict.unknown(digest));
    }

    private CopyVerdict issued(SignedRecord record, Digest file) {
        boolean newest =
                records.newest(record.document()).filter(record::equals).isPresent();
        return verdict(newest ? CopyVerdict.Kind.UNCHANGED : CopyVerdict.Kind.SUPERSEDED, record, file);
    }

    private CopyVerdict claimed(byte[] file, Digest digest) {
        return mark(file)
                .flatMap(mark -> records.marked(mark).stream().findFirst())
                .map(record -> verdict(CopyVerdict.Kind.CHANGED, record, digest))
                .orElseGet(() -> CopyVerdict.unknown(digest));
    }

    /** A PDF has its mark in plain letters, so that nothing of a file that may be hostile need be taken apart. */
    private static Optional<String> mark(byte[] file) {
        Optional<String> written = RecordMark.in(file);
        return written.isPresent() ? written : CopyMark.of(file);
    }

    private CopyVerdict verdict(CopyVerdict.Kind kind, SignedRecord record, Digest file) {
        Document document = documents.get(record.document());
        return new CopyVerdict(
                kind,
                file,
                document.form().title(),
                LocalDate.ofInstant(record.at(), zone),
                record.printedMark(),
                !document.isClosed());
    }
}
