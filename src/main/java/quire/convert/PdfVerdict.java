package quire.convert;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import quire.convert.PdfObjects.Stored;
import quire.convert.PdfSyntax.Text;
import quire.convert.PdfSyntax.Word;
import quire.core.Finding;
import quire.core.Place;
import quire.core.Problem;

/**
 * What a PDF file that was taken is like. Each page is followed once; when the budget is spent, what is known so far is
 * told.
 */
final class PdfVerdict {

    private static final Pattern TITLE =
            Pattern.compile("<dc:title\\b.{0,400}?<rdf:li[^>]*>\\s*[^<\\s]", Pattern.DOTALL);
    private static final int LARGEST_PACKET = 200_000;

    private final byte[] file;
    private final PdfObjects objects;
    private final Work work;
    private final Map<?, ?> catalog;
    private final List<PageFacts> facts = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private int comments;

    private PdfVerdict(byte[] file, PdfObjects objects, Work work) {
        this.file = file;
        this.objects = objects;
        this.work = work;
        this.catalog = objects.resolve(objects.root()) instanceof Map<?, ?> root ? root : Map.of();
    }

    /** @param file that {@link PdfFile#clean} has taken, or what it made of one */
    static Verdict of(byte[] file) {
        Work work = new Work(file);
        PdfObjects objects = PdfObjects.read(file, Math.max(0, PdfFile.beginning(file)), work);
        return new PdfVerdict(file, objects, work).verdict();
    }

    /** What is on the pages of a file, as far as the budget goes; the others count as not known. */
    static List<PageFacts> facts(byte[] file) {
        Work work = new Work(file);
        PdfVerdict verdict = new PdfVerdict(file, PdfObjects.read(file, 0, work), work);
        List<PdfPages.Page> pages = PdfPages.of(verdict.objects);
        verdict.follow(pages);
        while (verdict.facts.size() < pages.size()) {
            verdict.facts.add(PageFacts.UNKNOWN);
        }
        return verdict.facts;
    }

    private Verdict verdict() {
        List<PdfPages.Page> pages = PdfPages.of(objects);
        boolean isWhole = follow(pages);
        findings.addAll(PageFindings.of(facts));
        boolean isAccessible = false;
        try {
            forms();
            isAccessible = accessibility();
        } catch (Problem spent) {
            isWhole = false;
        }
        if (!isWhole) {
            note(
                    "verdict-part",
                    "The file is so large inside that we looked at " + facts.size() + " of its pages only.");
        }
        return new Verdict(PdfSummary.of(pages.size(), facts, isWhole, isAccessible), pages.size(), findings);
    }

    private boolean follow(List<PdfPages.Page> pages) {
        PdfPieces pieces = new PdfPieces(file, objects, work);
        Annotations annotations = new Annotations(objects);
        try {
            for (PdfPages.Page page : pages) {
                Map<String, Object> dictionary = page.dictionary(objects);
                facts.add(PageLook.of(dictionary, pieces, work));
                comments += (int) annotations.of(dictionary).stream()
                        .filter(annotations::isComment)
                        .count();
            }
            return true;
        } catch (Problem spent) {
            return false;
        }
    }

    private void forms() {
        FormFields fields = FormFields.of(catalog, objects);
        if (fields.boxes() > 0) {
            String filled = fields.filled() == 0
                    ? ", and nothing is filled in."
                    : ", " + fields.filled() + (fields.filled() == 1 ? " is" : " are") + " filled in.";
            note(
                    "form",
                    "It is a form: of " + count(fields.boxes(), "box", "boxes") + filled
                            + " In a bundle what is filled in becomes part of the page. Check that it is complete.");
        }
        if (fields.mayLookDifferent()) {
            note(
                    "form-redrawn",
                    "Some programs draw the filled in boxes anew, so they may look different, or be empty, in a bundle. To be"
                            + " sure, print the form to a new PDF and upload that one.");
        }
        if (fields.signatures() > 0) {
            note(
                    "signature",
                    "It is signed electronically. The signature holds for this file alone: a bundle, which takes its pages,"
                            + " cannot keep it. Download the file itself to check the signature.");
        }
        if (comments > 0) {
            note(
                    "comments",
                    "It has " + count(comments, "comment or mark", "comments or marks")
                            + " that somebody put on its pages. A"
                            + " bundle shows the marks, and not the texts that open beside them. Remove those that are not"
                            + " for the reader.");
        }
    }

    private static String count(int number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }

    /**
     * Whether it has all that a screen reader needs to begin with; how well it is made nobody can tell without reading it.
     */
    private boolean accessibility() {
        Set<String> missing = new LinkedHashSet<>();
        if (!isMarked(objects)) {
            missing.add("it does not say what is a heading, a list or a table");
        }
        if (!(objects.resolve(catalog.get("Lang")) instanceof Text language) || isEmpty(language)) {
            missing.add("it does not name its language");
        }
        if (!hasTitle()) {
            missing.add("it has no title");
        }
        if (!missing.isEmpty()) {
            note(
                    "accessibility",
                    "People who use a screen reader cannot read it well: " + String.join(", ", missing)
                            + ". Save it as a tagged PDF from the program that it was written in, or upload the Word file.");
        }
        return missing.isEmpty();
    }

    /** Whether a file says that it is tagged, and has tags. */
    static boolean isMarked(PdfObjects objects) {
        return objects.resolve(objects.root()) instanceof Map<?, ?> catalog
                && objects.resolve(catalog.get("StructTreeRoot")) instanceof Map<?, ?>
                && objects.resolve(catalog.get("MarkInfo")) instanceof Map<?, ?> mark
                && new Word("true").equals(objects.resolve(mark.get("Marked")));
    }

    private boolean hasTitle() {
        boolean named = objects.resolve(objects.information()) instanceof Map<?, ?> information
                && objects.resolve(information.get("Title")) instanceof Text title
                && !isEmpty(title);
        return named || TITLE.matcher(packet()).find();
    }

    /** What the file says of itself in XMP, as far as it is not packed. */
    private String packet() {
        Stored stored = objects.find(catalog.get("Metadata"));
        int length = stored == null ? 0 : Math.min(stored.to() - stored.from(), LARGEST_PACKET);
        return stored == null || stored.from() < 0
                ? ""
                : new String(file, stored.from(), length, StandardCharsets.UTF_8);
    }

    private static boolean isEmpty(@Nullable Text text) {
        return text == null || text.raw().replaceAll("[\\s()<>]", "").isEmpty();
    }

    private void note(String code, String sentence) {
        findings.add(Finding.note(code, sentence, Place.UNKNOWN));
    }
}
