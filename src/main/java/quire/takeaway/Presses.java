package quire.takeaway;

import quire.core.MadeFile;
import quire.core.MediaType;
import quire.documents.DocumentMaker;
import quire.documents.FinalPapers;
import quire.portfolio.SignedRecord;
import quire.portfolio.SignedRecords;

/**
 * What papers are made with.
 *
 * @param maker of papers as they are
 * @param papers those that all have signed
 * @param records what all have signed
 */
record Presses(DocumentMaker maker, FinalPapers papers, SignedRecords records) {

    /** The file that is kept of a signed record, or one with the same bytes: taking something away changes nothing here. */
    MadeFile made(SignedRecord record, MediaType type) {
        return records.rendition(record, type).isPresent()
                ? papers.file(record, type, record.at())
                : papers.make(record, type);
    }
}
