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
import quire.redaction.Coding;
import quire.redaction.Reading;

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
    private final Recent<Digest, Coded> coded = new Recent<>(KEPT);

    PaperSheets(FinalPapers finalPapers) {
        this.finalPapers = finalPapers;
    }

    /**
     * A paper that does not tell who its people are.
     *
     * @param read what a person should look at
     */
    record Coded(Measured measured, Reading.Read read) {}

    /** Measures a paper that names people. */
    Measured measured(SignedRecord record, Instant now) {
        return measured.get(record.digest(), () -> measured(file(record, null, now)));
    }

    /** Measures a paper that is reworded, and finds what may still identify somebody. */
    Coded coded(SignedRecord record, Coding coding) {
        Digest key = Digest.of(record.digest().hex() + coding.digest().hex());
        return coded.get(key, () -> {
            Reading reading = new Reading(coding);
            byte[] file = finalPapers.coded(record, reading).bytes();
            return new Coded(measured(file), reading.done());
        });
    }

    private Measured measured(byte[] file) {
        return new Measured(Digest.of(file), binder.pages(file));
    }

    /**
     * The file of a paper.
     *
     * @param coding how it is reworded; null where people are named
     */
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
