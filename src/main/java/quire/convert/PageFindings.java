package quire.convert;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import quire.core.Finding;
import quire.core.Place;

/** What a person should know about the pages of a file: one finding of a kind, with all pages that it is about. */
final class PageFindings {

    /** Dots an inch: with fewer, small print of a scan is hard to read. */
    private static final int COARSE = 150;

    /** Dots an inch: more, and only the file grows. */
    private static final int FINE = 600;

    private static final int MOST_FONTS = 3;

    private final List<PageFacts> pages;
    private final List<Finding> findings = new ArrayList<>();

    private PageFindings(List<PageFacts> pages) {
        this.pages = pages;
    }

    static List<Finding> of(List<PageFacts> pages) {
        PageFindings look = new PageFindings(pages);
        look.paper();
        look.text();
        look.steps();
        look.pictures();
        look.archive();
        return look.findings;
    }

    private void paper() {
        SortedSet<Integer> odd = pages(page -> PaperSize.of(page) == PaperSize.OTHER);
        if (!odd.isEmpty()) {
            PageFacts first = pages.get(odd.first() - 1);
            note(
                    "page-size",
                    "%s: the paper is not A4, A3 or US letter, but " + millimetres(first)
                            + ". Printed, it may be cut off or small. Print the file on A4 to a new PDF if that matters.",
                    odd);
        }
        SortedSet<Integer> landscape = pages(PageFacts::isLandscape);
        if (!landscape.isEmpty() && landscape.size() < pages.size()) {
            note("page-orientation", "%s: the paper lies on its side, unlike the other pages. It stays so.", landscape);
        }
        note(
                "page-turned",
                "%s: the text runs sideways or upside down. Turn the page in the program that made it, and upload the file"
                        + " again.",
                pages(page -> page.turn() != 0 && page.letters() > 0 && !page.isScan()));
        note("page-blank", "%s: there is nothing on it. Leave it out if nobody needs it.", pages(PageFacts::isBlank));
    }

    private void text() {
        note(
                "page-scan",
                "%s: a picture of paper, so nobody can search it or have it read out. Scan it again with text recognition"
                        + " (OCR), or upload the file that was printed.",
                pages(page -> page.lacksText() && page.isScan()));
        note(
                "page-text",
                "%s: no text that can be searched or read out. Save it again from the program that it was written in.",
                pages(page -> page.lacksText() && !page.isScan()));
        note(
                "page-unknown",
                "%s: it is packed in a way that we do not open, or is too large, so we looked at a part of it only.",
                pages(page -> !page.isKnown()));
    }

    private void steps() {
        note(
                "page-endless",
                "%s: it is drawn in so many steps that showing it takes far too long, so a bundle has a sheet that says so in the"
                        + " place of the file. " + Advice.PRINT_AGAIN,
                endless(pages));
    }

    /** The numbers of the pages that nobody can draw to their end. */
    static SortedSet<Integer> endless(List<PageFacts> pages) {
        return pages(pages, page -> page.faults().contains(PageFacts.Fault.ENDLESS));
    }

    private void pictures() {
        note(
                "picture-coarse",
                "%s: a picture has fewer than " + COARSE
                        + " dots an inch, so small print may be hard to read. Scan it again" + " with 200 to 300.",
                pages(page -> page.coarsest() > 0 && page.coarsest() < COARSE));
        note(
                "picture-fine",
                "%s: a picture has more than " + FINE
                        + " dots an inch, which nobody sees. With 300 the file is smaller.",
                pages(page -> page.finest() > FINE));
    }

    private void archive() {
        String fonts = pages.stream()
                .flatMap(page -> page.missingFonts().stream())
                .distinct()
                .sorted()
                .limit(MOST_FONTS)
                .collect(Collectors.joining(", "));
        note(
                "archive-fonts",
                "%s: a font is not inside the file (" + fonts
                        + "), so it may look different elsewhere, and is not fit for"
                        + " an archive. Save the file again as PDF/A, or with its fonts embedded.",
                pages(page -> !page.missingFonts().isEmpty()));
        note(
                "archive-colours",
                "%s: the colours are for printing presses (CMYK), so it is not fit for an archive. Save the file again as"
                        + " PDF/A, or in colours for screens (RGB).",
                pages(page -> page.faults().contains(PageFacts.Fault.PRESS_COLOURS)));
        note(
                "archive-packing",
                "%s: it is packed in an old way (LZW), so it is not fit for an archive. Save the file again as PDF/A.",
                pages(page -> page.faults().contains(PageFacts.Fault.OLD_PACKING)));
    }

    private SortedSet<Integer> pages(Predicate<PageFacts> which) {
        return pages(pages, which);
    }

    private static SortedSet<Integer> pages(List<PageFacts> pages, Predicate<PageFacts> which) {
        return Stream.iterate(1, page -> page + 1)
                .limit(pages.size())
                .filter(page -> which.test(pages.get(page - 1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** @param sentence with the pages in the place of {@code %s} */
    private void note(String code, String sentence, SortedSet<Integer> about) {
        if (!about.isEmpty()) {
            String words = PageNumbers.words(about);
            String begin = words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
            findings.add(Finding.note(code, sentence.replace("%s", begin), Place.UNKNOWN.part(words)));
        }
    }

    private static String millimetres(PageFacts page) {
        return String.format(
                Locale.UK,
                "%,.0f by %,.0f mm",
                page.width() / PaperSize.POINTS_A_MILLIMETRE,
                page.height() / PaperSize.POINTS_A_MILLIMETRE);
    }
}
