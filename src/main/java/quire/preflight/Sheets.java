package quire.preflight;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import quire.pdf.SurveyedPage;

/** Checks of the pages as sheets: text that can be searched, the right way up, pictures, paper, fonts. */
final class Sheets {

    private static final double POINTS_A_MILLIMETRE = 72 / 25.4;

    /** What programs round away, in millimetres. */
    private static final double TOLERANCE = 2;

    /** Sizes of paper in millimetres. */
    private static final Map<String, double[]> PAPER =
            Map.of("A3", new double[] {297, 420}, "A4", new double[] {210, 297}, "A5", new double[] {148, 210});

    /** The name of a program, or the way back to the contents, is not the text of a page. */
    private static final int HARDLY_ANY = 20;

    /** On a page that is a picture for the most part, words that were printed beside it are not its text either. */
    private static final int FEW_LETTERS = 40;

    private static final double HALF = 0.5;

    /** Dots are whole, lengths are not. */
    private static final double ROUNDED = 1.01;

    private static final int MOST_NAMED = 5;

    private Sheets() {}

    static Judgement searchable(Subject subject, Rule.Terms terms) {
        List<SurveyedPage> pages = subject.pages();
        SortedSet<Integer> pictures = Pages.where(pages, page -> isPicture(page, pages) && !isSearchable(page, pages));
        SortedSet<Integer> dumb = Pages.where(
                pages,
                page -> pages.get(page - 1).isDrawn()
                        && !hasWords(page, pages)
                        && !pictures.contains(page)
                        && pages.get(page - 1).isKnown());
        SortedSet<Integer> unknown =
                Pages.where(pages, page -> !pages.get(page - 1).isKnown());
        List<String> said = new ArrayList<>();
        if (!dumb.isEmpty()) {
            said.add(Pages.words(dumb) + Pages.verb(dumb, "shows", "show")
                    + "something, and nothing that can be searched.");
        }
        if (!unknown.isEmpty()) {
            said.add(Pages.words(unknown) + " could not be looked at in full.");
        }
        if (!pictures.isEmpty()) {
            said.add(Pages.words(pictures) + Pages.verb(pictures, "is a picture", "are pictures")
                    + "without text behind it. If there are typed words in it, have them recognised (OCR).");
        }
        SortedSet<Integer> all = new TreeSet<>(dumb);
        all.addAll(unknown);
        if (!all.isEmpty()) {
            all.addAll(pictures);
            return Judgement.fail(String.join(" ", said), all);
        }
        return pictures.isEmpty()
                ? Judgement.pass("The text of every page can be searched.")
                : Judgement.look(String.join(" ", said), pictures);
    }

    private static boolean isPicture(int page, List<SurveyedPage> pages) {
        SurveyedPage surveyed = pages.get(page - 1);
        return surveyed.covered() >= HALF || (surveyed.covered() > 0 && !surveyed.isDrawn());
    }

    private static boolean isSearchable(int page, List<SurveyedPage> pages) {
        return letters(page, pages) >= FEW_LETTERS;
    }

    private static boolean hasWords(int page, List<SurveyedPage> pages) {
        return letters(page, pages) > HARDLY_ANY;
    }

    /** Without the number of the page. */
    private static int letters(int page, List<SurveyedPage> pages) {
        SurveyedPage surveyed = pages.get(page - 1);
        return surveyed.letters() - new PrintedNumber(page, pages.size()).letters(surveyed);
    }

    static Judgement upright(Subject subject, Rule.Terms terms) {
        List<SurveyedPage> pages = subject.pages();
        SortedSet<Integer> turned =
                Pages.where(pages, page -> pages.get(page - 1).turn() != 0 && hasWords(page, pages));
        return turned.isEmpty()
                ? Judgement.pass("The text of every page runs from left to right.")
                : Judgement.fail(
                        Pages.words(turned) + Pages.verb(turned, "stands", "stand") + "sideways or upside down.",
                        turned);
    }

    static Judgement pictures(Subject subject, Rule.Terms terms) {
        List<SurveyedPage> pages = subject.pages();
        SortedSet<Integer> fine = Pages.where(pages, page -> pages.get(page - 1).finest() > terms.dpi() * ROUNDED);
        if (fine.isEmpty()) {
            return Judgement.pass("No picture has more than " + terms.dpi() + " dots an inch.");
        }
        String measured = fine.stream()
                .limit(MOST_NAMED)
                .map(page -> String.format(
                        Locale.UK, "%,.0f on page %d", pages.get(page - 1).finest(), page))
                .collect(Collectors.joining(", "));
        String more = fine.size() > MOST_NAMED ? " and on " + (fine.size() - MOST_NAMED) + " other pages more" : "";
        return Judgement.fail("Dots an inch: " + measured + more + ".", fine);
    }

    static Judgement paper(Subject subject, Rule.Terms terms) {
        List<SurveyedPage> pages = subject.pages();
        SortedSet<Integer> other = Pages.where(pages, page -> !fits(pages.get(page - 1), terms.size()));
        if (other.isEmpty()) {
            return Judgement.pass("Every page is " + terms.size() + ".");
        }
        SurveyedPage first = pages.get(other.first() - 1);
        String measured = String.format(
                Locale.UK,
                "page %d measures %,.0f by %,.0f mm",
                other.first(),
                first.width() / POINTS_A_MILLIMETRE,
                first.height() / POINTS_A_MILLIMETRE);
        return Judgement.fail(
                Pages.words(other) + Pages.verb(other, "is", "are") + "not " + terms.size() + ": " + measured + ".",
                other);
    }

    /** Whichever way round the paper lies. */
    private static boolean fits(SurveyedPage page, String size) {
        double[] sides = PAPER.getOrDefault(size, new double[] {0, 0});
        double across = page.width() / POINTS_A_MILLIMETRE;
        double down = page.height() / POINTS_A_MILLIMETRE;
        return Math.abs(Math.min(across, down) - sides[0]) <= TOLERANCE
                && Math.abs(Math.max(across, down) - sides[1]) <= TOLERANCE;
    }

    static Judgement fonts(Subject subject, Rule.Terms terms) {
        List<SurveyedPage> pages = subject.pages();
        SortedSet<Integer> lacking =
                Pages.where(pages, page -> !pages.get(page - 1).missingFonts().isEmpty());
        if (lacking.isEmpty()) {
            return Judgement.pass("Every font is inside the file.");
        }
        String names = lacking.stream()
                .flatMap(page -> pages.get(page - 1).missingFonts().stream())
                .distinct()
                .sorted()
                .limit(MOST_NAMED)
                .collect(Collectors.joining(", "));
        return Judgement.fail(
                Pages.words(lacking) + Pages.verb(lacking, "needs", "need") + "fonts that are not inside: " + names
                        + ".",
                lacking);
    }

    static Judgement limit(Subject subject, Rule.Terms terms) {
        int many = subject.pages().size();
        String sentence = "The file has " + (many == 1 ? "1 page" : many + " pages") + ".";
        return many <= terms.pages() ? Judgement.pass(sentence) : Judgement.fail(sentence);
    }
}
