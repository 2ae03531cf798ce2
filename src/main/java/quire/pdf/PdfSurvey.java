package quire.pdf;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a finished PDF file is like, read from the file alone: plain data, for whoever holds it against rules. The file may be of
 * anybody's making.
 *
 * @param pages in their order
 * @param bookmarks as its reader sees them unfolded, from top to bottom
 * @param opening what it shows when it is opened; null where it leaves that to the reader's program
 * @param author whom it names as its author; empty for nobody
 * @param isCollection whether it only wraps other files
 * @param attachments the files that travel in it, as far as they are not too large
 */
public record PdfSurvey(
        List<SurveyedPage> pages,
        List<Bookmark> bookmarks,
        @Nullable Opening opening,
        String author,
        boolean isCollection,
        List<Volume.Attachment> attachments) {

    public PdfSurvey {
        pages = List.copyOf(pages);
        bookmarks = List.copyOf(bookmarks);
        attachments = List.copyOf(attachments);
    }

    /**
     * A bookmark.
     *
     * @param level how deep it stands, from 1
     * @param page the number of the page that it leads to, counted from 1; 0 for one that leads to none
     */
    public record Bookmark(String title, int level, int page) {}

    /**
     * What a file shows when it is opened.
     *
     * @param page the number of the page, counted from 1; 0 where that cannot be told
     * @param zoom how large, where 1 is 100 %; 0 where that is left to the reader's program or fitted to the window
     */
    public record Opening(int page, double zoom) {}

    /**
     * Reads a file.
     *
     * @param file must not change meanwhile
     * @throws Unbindable if it cannot be read, asks for a password, or has no page
     */
    public static PdfSurvey of(Path file) {
        try (SourceFile source = SourceFile.open(file)) {
            return new SurveyReading(source).survey();
        } catch (StackOverflowError | OutOfMemoryError e) {
            throw new Unbindable("It is made so that reading it takes more than this machine has.", e);
        }
    }
}
