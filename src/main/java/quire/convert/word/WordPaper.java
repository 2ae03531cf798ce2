package quire.convert.word;

import java.time.Instant;

/**
 * A Word file to be printed.
 *
 * @param docx the file; not copied, so it must not change while it is printed
 * @param name what a person calls it, for findings, for example {@code supervision-notes.docx}
 * @param title what the PDF calls itself; empty for what the file says of itself
 * @param made the time that the PDF says it was made
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record WordPaper(byte[] docx, String name, String title, Instant made) {

    /** A file that says itself what it is called. */
    public static WordPaper of(byte[] docx, String name, Instant made) {
        return new WordPaper(docx, name, "", made);
    }
}
