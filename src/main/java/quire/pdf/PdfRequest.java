package quire.pdf;

import java.time.Instant;
import java.util.Map;

/**
 * A page to be printed.
 *
 * @param html the finished page as HTML text, its style inside it; HTML 5 and XHTML are both read
 * @param name what a person calls the page, for findings, for example {@code direct-observation.html}
 * @param pictures what {@code <img src="KEY">} may show, by key: PNG or JPEG files. Nothing else is ever opened.
 * @param made the time that the file says it was made
 * @param identifier what the file says it is known by; empty for nothing
 */
public record PdfRequest(String html, String name, Map<String, byte[]> pictures, Instant made, String identifier) {

    public PdfRequest {
        pictures = Map.copyOf(pictures);
    }

    /** A page that is known by nothing but its title. */
    public PdfRequest(String html, String name, Map<String, byte[]> pictures, Instant made) {
        this(html, name, pictures, made, "");
    }

    /** A page without pictures. */
    public static PdfRequest of(String html, String name, Instant made) {
        return new PdfRequest(html, name, Map.of(), made);
    }
}
