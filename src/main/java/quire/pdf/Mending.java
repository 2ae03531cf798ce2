package quire.pdf;

import java.util.Map;
import org.jsoup.nodes.Document;

/** Puts a page right before it is printed, step by step, and tells what it did. */
final class Mending {

    private Mending() {}

    /** The page in order; what comes back are the pictures that it shows, by the address that it now names. */
    static Map<String, byte[]> mend(Document page, PdfRequest request, Report report) {
        Guests.mend(page, report);
        Controls.mend(page, report);
        Map<String, byte[]> pictures = ImageSources.mend(page, request.pictures(), report);
        mendStructure(page, request.name(), report, report);
        return pictures;
    }

    /** All that does not depend on the pictures; what names the page is told apart from the rest. */
    static void mendStructure(Document page, String name, Report naming, Report report) {
        Styles.mend(page, report);
        Tables.mend(page, report);
        Blocks.mend(page, report);
        Identity.mend(page, name, naming);
        Characters.mend(page, report);
    }
}
