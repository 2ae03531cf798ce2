package quire.bundle;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import quire.core.Digest;
import quire.core.MediaType;
import quire.core.Recent;
import quire.documents.FinalPapers;
import quire.documents.Rewording;
import quire.pdf.Binder;
import quire.portfolio.SignedRecord;
import quire.reading.Sheet;

/**
 * The files of signed papers as they stand in bundles. How many pages one has is found out once, since plans are looked at often. May be
 * shared between threads.
 */
final class PaperSheets {

    /** As many as a panel of forty portfolios has, twice: named and coded. */
    private static final int KEPT = 3_000;

    private final FinalPapers finalPapers;
    private final Binder binder = new Binder();
    private final Recent<Digest, Measured> measured = new Recent<>(KEPT);

    PaperSheets(FinalPapers finalPapers) {
        this.finalPapers = finalPapers;
    }

    /**
     * Measures a paper.
     *
     * @param coding how it is reworded; null where people are named
     */
    Measured measured(SignedRecord record, @Nullable Coding coding, Instant now) {
        Digest key = coding == null
                ? record.digest()
                : Digest.of(record.digest().hex() + coding.digest().hex());
        return measured.get(key, () -> {
            byte[] file = file(record, coding, now);
            return new Measured(Digest.of(file), binder.pages(file));
        });
    }

    /** The file of a paper. */
    byte[] file(SignedRecord record, @Nullable Rewording coding, Instant now) {
        return coding == null
                ? finalPapers.file(record, MediaType.PDF, now).bytes()
                : finalPapers.coded(record, coding).bytes();
    }

    /** The same as it is read in a browser. */
    Sheet sheet(SignedRecord record, @Nullable Rewording coding, String title) {
        return Sheet.of(coding == null ? finalPapers.page(record) : finalPapers.codedPage(record, coding), title);
    }

    /** The Word copy of a paper. */
    byte[] word(SignedRecord record, @Nullable Rewording coding, Instant now) {
        return coding == null
                ? finalPapers.file(record, MediaType.DOCX, now).bytes()
                : finalPapers.codedWord(record, coding).bytes();
    }
}
