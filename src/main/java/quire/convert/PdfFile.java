package quire.convert;

import java.util.Map;
import java.util.regex.Pattern;
import quire.convert.PdfSyntax.Reference;
import quire.core.Problem;

/**
 * A PDF file, judged by its structure and not by words that stand somewhere in it: whether it is only a PDF, whether it has a
 * password, whether all its pages are there. What it would do by itself is taken out.
 */
final class PdfFile {

    static final int MOST_PAGES = 2_000;

    private static final String BEGINNING = "%PDF-";
    /** How far into a file readers look for its beginning. */
    private static final int HEAD = 1_024;
    /** Printers put a line of their own before it. */
    private static final Pattern BEFORE =
            Pattern.compile("(\u00EF\u00BB\u00BF|\u001B%-12345X(@PJL[ -~]*[\r\n]+)*)?\\s*");

    private static final int END_OF_ZIP = 22;
    private static final int LONGEST_COMMENT = 65_535;

    private final PdfObjects objects;

    private PdfFile(PdfObjects objects) {
        this.objects = objects;
    }

    /** Where a file says that it is a PDF; -1 if it does not, or too late. */
    static int beginning(byte[] file) {
        return Bytes.find(file, BEGINNING, 0, HEAD);
    }

    /**
     * @param file that says near its beginning that it is a PDF
     * @throws Problem if it is something else as well, has a password, is damaged, or has more than
     *     {@value #MOST_PAGES} pages
     */
    static Cleaned clean(byte[] file) {
        int beginning = beginning(file);
        if (!BEFORE.matcher(Bytes.text(file, 0, beginning)).matches() || endsAsZip(file)) {
            throw disguised();
        }
        PdfObjects objects = PdfObjects.read(file, beginning, new Work(file));
        new PdfFile(objects).check();
        return PdfCopy.of(file, objects);
    }

    private void check() {
        if (objects.hasMarkup()) {
            throw disguised();
        } else if (objects.isEncrypted()) {
            throw Refusal.PASSWORD.problem("Open it, print it to a new PDF without a password, and upload that one.");
        } else if (!objects.isWhole()) {
            throw Refusal.DAMAGED.problem(Advice.INCOMPLETE);
        } else if (objects.hidesObjects()
                || !(objects.root() instanceof Reference)
                || PdfPages.of(objects).isEmpty()) {
            throw damaged();
        } else if (root().containsKey("NeedsRendering")) {
            throw Refusal.DAMAGED.problem(
                    "It is a form that only Adobe Reader can show. Open it there, print it to a new PDF, and upload that one.");
        }
    }

    private Map<?, ?> root() {
        return objects.resolve(objects.root()) instanceof Map<?, ?> root ? root : Map.of();
    }

    /** A zip file is read from its end, so any file can be one as well. */
    private static boolean endsAsZip(byte[] file) {
        for (int at = file.length - END_OF_ZIP; at >= Math.max(0, file.length - END_OF_ZIP - LONGEST_COMMENT); at--) {
            if (file[at] == 'P' && Bytes.at(file, at, "PK\5\6")) {
                long directory = at - Bytes.littleFour(file, at + 12);
                if (directory >= 0 && Bytes.at(file, (int) directory, "PK\1\2")) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Problem disguised() {
        return Refusal.DISGUISED.problem(
                "It is a PDF and something else at the same time. Open it, print it to a new PDF, and upload that one.");
    }

    static Problem damaged() {
        return Refusal.DAMAGED.problem("It is damaged. Open it, print it to a new PDF, and upload that one.");
    }
}
