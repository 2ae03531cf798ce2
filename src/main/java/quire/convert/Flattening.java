package quire.convert;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import quire.convert.PdfSyntax.Name;
import quire.convert.PdfSyntax.Text;
import quire.convert.PdfSyntax.Word;
import quire.core.Finding;
import quire.core.Place;

/** Finds what lies on the pages of a PDF file, and has it drawn into them. Used once. */
final class Flattening {

    private static final int HIGHEST = 8;
    /** Of the whole file: more are no boxes and marks that anybody made, but written to fill the memory. */
    private static final int MOST = 50_000;

    private final byte[] file;
    private final Work work;
    private final PdfObjects objects;
    private final Annotations annotations;
    private final PdfPieces pieces;
    private final List<SafePage> pages = new ArrayList<>();
    private final boolean isMarked;
    private int drawn;
    private int seen;
    private int lostAnswers;
    private int lostMarks;

    Flattening(byte[] file) {
        this.file = file;
        this.work = new Work(file);
        this.objects = PdfObjects.read(file, Math.max(0, PdfFile.beginning(file)), work);
        this.annotations = new Annotations(objects);
        this.pieces = new PdfPieces(file, objects, work);
        this.isMarked = PdfVerdict.isMarked(objects);
        PdfPages.of(objects).forEach(page -> pages.add(page(page)));
    }

    int pages() {
        return pages.size();
    }

    /** Tags say nothing of what was drawn into the pages only now. */
    boolean keepsTags() {
        return isMarked && drawn == 0;
    }

    byte[] copy() {
        return PdfCopy.with(new SafeCopy(objects, pages, keepsTags()), file, objects)
                .bytes();
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        if (drawn > 0) {
            findings.add(note(
                    "flattened",
                    "What was filled in or marked on the pages is now part of them, and can no longer be changed."
                            + (isMarked ? " The tags for screen readers did not hold for that, and are gone." : "")));
        }
        if (lostAnswers > 0) {
            findings.add(Finding.warning(
                    "form-lost",
                    "The file does not say how " + lostAnswers
                            + " of its filled in boxes look, so they are missing. Open the"
                            + " form, print it to a new PDF, and upload that one.",
                    Place.UNKNOWN));
        }
        if (lostMarks > 0) {
            findings.add(note(
                    "marks-lost",
                    "The file does not say how " + lostMarks
                            + " of the marks on its pages look, so they are missing."));
        }
        return findings;
    }

    private SafePage page(PdfPages.Page page) {
        Map<String, Object> dictionary = page.dictionary(objects);
        List<Appearance> looks = new ArrayList<>();
        List<Annotations.Annotation> links = new ArrayList<>();
        for (Annotations.Annotation annotation : annotations.of(dictionary)) {
            if (++seen > MOST) {
                throw Refusal.BOMB.problem("It has far more boxes and marks than pages have room for. " + Advice.PRINT);
            }
            String kind = annotations.kind(annotation);
            if (kind.equals("Link")) {
                links.add(annotation);
            } else if (!kind.equals("Popup") && Appearance.isSeen(annotation.dictionary(), objects)) {
                look(annotation.dictionary(), kind).ifPresent(looks::add);
            }
        }
        drawn += looks.size();
        return new SafePage(page, looks, links, looks.isEmpty() ? 0 : open(dictionary));
    }

    private Optional<Appearance> look(Map<?, ?> annotation, String kind) {
        Optional<Appearance> look = Appearance.of(annotation, objects);
        if (look.isEmpty() && kind.equals("Widget")) {
            lostAnswers += hasAnswer(annotation) ? 1 : 0;
        } else if (look.isEmpty()) {
            lostMarks++;
        }
        return look;
    }

    /** Whether a box, or the field above it, holds words or a choice. */
    private boolean hasAnswer(Map<?, ?> widget) {
        @Nullable Map<?, ?> field = widget;
        for (int i = 0; i < HIGHEST && field != null; i++) {
            Object value = objects.resolve(field.get("V"));
            if (new Name("Btn").equals(objects.resolve(field.get("FT")))) {
                return false;
            } else if (!(value instanceof Word)) {
                return !(value instanceof Text text) || text.raw().length() > 2;
            }
            field = objects.resolve(field.get("Parent")) instanceof Map<?, ?> above ? above : null;
        }
        return false;
    }

    /** How many states the content of a page saves and never takes back, which some programs forget. */
    private int open(Map<String, Object> page) {
        int[] open = {0};
        byte[] content = pieces.contents(page.get("Contents"), new PageNotes(PageBox.of(page, objects)));
        new ContentReader(content, work).each((operator, operands) -> {
            open[0] += operator.equals("q") ? 1 : operator.equals("Q") ? -1 : 0;
            open[0] = Math.max(0, open[0]);
        });
        return open[0];
    }

    private static Finding note(String code, String sentence) {
        return Finding.note(code, sentence, Place.UNKNOWN);
    }
}
