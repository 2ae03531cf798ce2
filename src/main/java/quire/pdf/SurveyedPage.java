package quire.pdf;

import java.util.List;
import java.util.Set;

/**
 * What one page of a file is like, as its reader sees it. Lengths are in points, counted from the reader's lower left.
 *
 * @param label what readers' programs call the page
 * @param letters how many can be searched for
 * @param turn how far most of them are turned from upright, against the clock: 0, 90, 180 or 270 degrees
 * @param covered how much of the page its largest picture covers, from 0 to 1
 * @param finest the dots an inch of its finest picture as it is drawn, along the side where they are closest; 0 for none
 * @param isDrawn whether anything is drawn besides letters and pictures
 * @param missingFonts what fonts are called that it needs and that are not inside the file
 * @param edges the words near its upper and lower edge that stand upright
 * @param words all words that stand upright; on the first {@value SurveyReading#READ_WHOLE} pages only
 * @param links what on it leads to a page
 * @param isKnown whether all of it could be looked at
 */
public record SurveyedPage(
        double width,
        double height,
        String label,
        int letters,
        int turn,
        double covered,
        double finest,
        boolean isDrawn,
        Set<String> missingFonts,
        List<Words> edges,
        List<Words> words,
        List<Link> links,
        boolean isKnown) {

    public SurveyedPage {
        missingFonts = Set.copyOf(missingFonts);
        edges = List.copyOf(edges);
        words = List.copyOf(words);
        links = List.copyOf(links);
    }

    /**
     * Words that stand close together on one line.
     *
     * @param left where they begin
     * @param base the line that they stand on
     * @param size of the letters
     */
    public record Words(String text, double left, double base, double size) {}

    /**
     * A place that leads to a page.
     *
     * @param page the number of the page, counted from 1
     */
    public record Link(double left, double bottom, double right, double top, int page) {}
}
