package quire.web.bundle;

import java.util.Locale;
import quire.bundle.Contents;
import quire.bundle.Edition;
import quire.bundle.Plan;

/** What pages call bundles and what is in them. */
final class BundleWords {

    private BundleWords() {}

    /** What somebody asks for: {@code Final bundle}, {@code Supplement}. */
    static String wanted(Edition edition) {
        return edition == Edition.SUPPLEMENT ? edition.title() : edition.title() + " bundle";
    }

    static String pages(int pages) {
        return pages == 1 ? "1 page" : pages + " pages";
    }

    /** The numbers of something's pages: {@code 8–11}. */
    static String numbers(Contents.Line line) {
        return line.pages() == 1 ? String.valueOf(line.firstPage()) : line.firstPage() + "–" + line.lastPage();
    }

    static String kind(Plan.Kind kind) {
        return switch (kind) {
            case COVER, CONTENTS, CHANGES, CONFIRMATIONS, CONTROL -> "Made for the bundle";
            case DIVIDER -> "Beginning of a part";
            case PAPER -> "Signed paper";
            case EVIDENCE -> "File";
            case SLIP -> "Not here";
        };
    }

    /** What something in a bundle is: {@code Signed paper}, {@code Picture}. */
    static String what(Contents.Line line) {
        return switch (line.type()) {
            case "application/pdf" -> "PDF file from the portfolio";
            case "image/jpeg", "image/png" -> "Picture from the portfolio";
            case "" -> kind(line.kind());
            default -> "Word file from the portfolio";
        };
    }

    /** The size of a file: {@code 340 KB}, {@code 2.3 MB}. */
    static String size(long bytes) {
        return bytes < 1_000_000
                ? Math.max(1, bytes / 1_000) + " KB"
                : String.format(Locale.UK, "%.1f MB", bytes / 1_000_000.0);
    }

    /** Who stands in it by name. */
    static String identity(boolean coded) {
        return coded
                ? "People stand under a code in it."
                : "It names people, so it stays within the organisations of the portfolio.";
    }
}
