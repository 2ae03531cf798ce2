package quire.pdf;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import quire.core.Finding;
import quire.core.Problem;

/**
 * Checks an HTML template, or a finished page, against what a tagged, archival PDF can hold, and says on which line.
 * The same steps that mend a page when it is printed tell here what they would do.
 */
public final class PdfRules {

    /** A tag of the template language; the first group tells sections, comments and partials from values. */
    private static final Pattern TEMPLATE_TAG = Pattern.compile("\\{\\{\\{?\\s*([#^/!>=]?)[^}]*}}}?");

    private static final Pattern OUTSIDE = Pattern.compile("(?i)\\s*([a-z][a-z0-9+.-]*:|//).*", Pattern.DOTALL);

    private PdfRules() {}

    /**
     * What would be changed, left out or read wrongly, in the order of the checks.
     *
     * @param html the template, with the usual delimiters {@code {{ }}}, or a page
     * @param file what a person calls it
     */
    public static List<Finding> check(String html, String file) {
        Report report = new Report(file);
        String text = withoutTemplateTags(html);
        Document page;
        try {
            page = PageReader.read(text, file, true);
        } catch (Problem problem) {
            return problem.findings();
        }
        page.select("[lang~=^x+$]").attr("lang", "en");
        Guests.mend(page, report);
        Controls.mend(page, report);
        checkPictures(page, report);
        checkHeadings(page, report);
        // A part that other templates take in has no head of its own.
        boolean whole = text.toLowerCase(Locale.ROOT).contains("<html");
        Mending.mendStructure(page, file, whole ? report : new Report(file), report);
        return report.findings();
    }

    private static void checkPictures(Document page, Report report) {
        for (Element image : page.select("img")) {
            if (OUTSIDE.matcher(image.attr("src")).matches()) {
                report.warning(
                        "picture-refused",
                        "The picture “" + image.attr("src") + "” is outside the page and will be left out. Name a"
                                + " picture that comes with the data.",
                        image);
            }
        }
        ImageSources.describe(page, report);
    }

    private static void checkHeadings(Document page, Report report) {
        int last = 0;
        for (Element heading : page.select("h1, h2, h3, h4, h5, h6")) {
            int level = heading.normalName().charAt(1) - '0';
            if (level > last + 1) {
                report.note(
                        "heading-level",
                        "A heading of level " + level + " follows one of level " + last + ". In the PDF it counts as"
                                + " level " + (last + 1) + "; its looks stay.",
                        heading);
            }
            last = Math.min(level, last + 1);
        }
    }

    /** Keeps every line and column where it was: values become words, everything else becomes blank. */
    private static String withoutTemplateTags(String html) {
        return TEMPLATE_TAG.matcher(html).replaceAll(tag -> {
            String filler = tag.group(1).isEmpty() ? "x" : " ";
            return tag.group().replaceAll("[^\\n]", filler);
        });
    }
}
