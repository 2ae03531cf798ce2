package quire.convert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import quire.core.Finding;
import quire.core.Problem;

/**
 * A PDF whose pages can stand among others in a bundle: what people wrote into its forms and put on its pages is part of
 * the pages, and there is nothing else in it that runs, opens, or tells who made it.
 *
 * @param bytes the file; not copied, so treat it as read-only
 * @param pages how many it has
 * @param isTagged whether its tags still say what its pages hold; otherwise there are none
 * @param unfit the numbers of the pages, from 1, that no archive takes (PDF/A) unless they are drawn anew as pictures
 * @param findings what became of it, and what stands against archiving it, each with its pages
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by digest, never by equals.
public record SafePdf(byte[] bytes, int pages, boolean isTagged, SortedSet<Integer> unfit, List<Finding> findings) {

    public SafePdf {
        unfit = Collections.unmodifiableSortedSet(new TreeSet<>(unfit));
        findings = List.copyOf(findings);
    }

    /**
     * Makes it of a file that was taken in. It takes no more time and memory than judging one.
     *
     * @param kept what {@link Uploads} gave to be kept
     * @throws Problem if the file could not be taken in by the rules of today, or nobody could draw one of its pages to the end
     */
    public static SafePdf of(byte[] kept) {
        Flattening flattening = new Flattening(kept);
        byte[] bytes = flattening.copy();
        List<PageFacts> facts = PdfVerdict.facts(bytes);
        refuseEndless(facts);
        List<Finding> findings = new ArrayList<>(flattening.findings());
        PageFindings.of(facts).stream()
                .filter(finding -> finding.code().startsWith("archive-"))
                .forEach(findings::add);
        return new SafePdf(bytes, flattening.pages(), flattening.keepsTags(), unfit(facts), findings);
    }

    /**
     * Makes it of a picture that was taken in: one page of A4 that is tagged and fit for archives (PDF/UA-1, PDF/A-2a), the
     * picture upright and as large as it can be without its dots showing, at most 170 by 210 mm.
     *
     * @param kind JPEG or PNG
     * @param kept what {@link Uploads} gave to be kept
     * @param description what stands above the picture, and is read out in its place
     * @param made the time that the file says it was made
     * @throws Problem if the picture is damaged where only drawing it shows that
     */
    public static SafePdf ofPicture(FileKind kind, byte[] kept, String description, Instant made) {
        if (kind != FileKind.JPEG && kind != FileKind.PNG) {
            throw new IllegalArgumentException(kind + " is no kind of picture");
        }
        return PicturePage.of(kind, kept, description, made);
    }

    private static void refuseEndless(List<PageFacts> facts) {
        SortedSet<Integer> endless = PageFindings.endless(facts);
        if (!endless.isEmpty()) {
            throw Problem.of(
                    Problem.Kind.BAD_INPUT,
                    "In this file, " + PageNumbers.words(endless)
                            + (endless.size() == 1 ? " is" : " are")
                            + " drawn in so many steps that showing it takes far too long. " + Advice.PRINT_AGAIN);
        }
    }

    private static SortedSet<Integer> unfit(List<PageFacts> facts) {
        SortedSet<Integer> unfit = new TreeSet<>();
        IntStream.range(0, facts.size())
                .filter(page -> !facts.get(page).missingFonts().isEmpty()
                        || !facts.get(page).faults().isEmpty()
                        || !facts.get(page).isKnown())
                .forEach(page -> unfit.add(page + 1));
        return unfit;
    }
}
