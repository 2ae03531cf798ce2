package quire.reading;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Tag;
import quire.core.Digest;
import quire.pdf.PdfRequest;

/**
 * Something that was printed, as it can stand within a page of the web below a heading of the first rank. It is plain
 * structure: no style, no script, and no address but those of other sheets, of its pictures and of the web.
 *
 * @param html one element, safe to be shown as it is
 * @param shown the SHA-256 of each picture in it, in hexadecimal; its address is that below {@code pictures/}
 * @param pictures the files of those that are kept nowhere yet, by their SHA-256
 */
public record Sheet(String html, Set<String> shown, Map<String, byte[]> pictures) {

    private static final String PICTURES = "pictures/";

    public Sheet {
        shown = Set.copyOf(shown);
        pictures = Collections.unmodifiableMap(new LinkedHashMap<>(pictures));
    }

    /**
     * A page that was laid out for paper.
     *
     * @param heading what stands above it; a first heading that says the same is left out
     */
    public static Sheet of(PdfRequest page, String heading) {
        PaperReading reading = new PaperReading(page, heading);
        Element sheet = reading.sheet();
        return new Sheet(written(sheet), reading.pictures().keySet(), reading.pictures());
    }

    /**
     * A picture that is kept already.
     *
     * @param digest of its file
     * @param description what is read out in its place
     */
    public static Sheet ofPicture(Digest digest, String description) {
        Element sheet = empty();
        sheet.appendElement("p")
                .appendElement("img")
                .attr("src", address(digest))
                .attr("alt", description);
        return new Sheet(written(sheet), Set.of(digest.hex()), Map.of());
    }

    /**
     * The words of pages of which nothing else is known.
     *
     * @param pages what stands on each, paragraph by paragraph
     * @param firstPage the number of the first of them
     */
    public static Sheet ofText(List<List<String>> pages, int firstPage) {
        Element sheet = empty();
        if (pages.stream().allMatch(List::isEmpty)) {
            sheet.appendElement("p")
                    .text("There is no text in this file, only pictures of pages. They are in the PDF.");
            return new Sheet(written(sheet), Set.of(), Map.of());
        }
        sheet.appendElement("p")
                .addClass("sheet-hint")
                .text("This is the text of the file. Its layout and its pictures are in the PDF.");
        int number = firstPage;
        for (List<String> paragraphs : pages) {
            sheet.appendElement("h2").text("Page " + number);
            paragraphs.forEach(paragraph -> sheet.appendElement("p").text(paragraph));
            if (paragraphs.isEmpty()) {
                sheet.appendElement("p").addClass("sheet-none").text("There is no text on this page.");
            }
            number++;
        }
        return new Sheet(written(sheet), Set.of(), Map.of());
    }

    static Element empty() {
        Element sheet = new Element(Tag.valueOf("div"), "");
        return sheet.addClass("quire-sheet");
    }

    /** Without a line that was not there: spaces between words are words, too. */
    private static String written(Element sheet) {
        Document page = Document.createShell("");
        page.outputSettings().prettyPrint(false);
        page.body().appendChild(sheet);
        return sheet.outerHtml();
    }

    static String address(Digest picture) {
        return PICTURES + picture.hex();
    }
}
