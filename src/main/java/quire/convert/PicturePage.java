package quire.convert;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import quire.pdf.Pdf;
import quire.pdf.PdfMaker;
import quire.pdf.PdfRequest;

/** A picture as a page of A4: upright, with what somebody said about it, and never so large that its dots show. */
final class PicturePage {

    private static final double WIDEST = 170;
    /** Below it there is room for six lines, more than the longest description takes. */
    private static final double HIGHEST = 210;

    private static final double MILLIMETRES_AN_INCH = 25.4;
    /** Dots an inch: with fewer a picture looks blurred. */
    private static final int COARSEST = 150;

    private static final PdfMaker MAKER = new PdfMaker();

    /** Filled in order: title, title, alternative text, width in millimetres, height. */
    private static final String PAGE = """
            <!DOCTYPE html><html lang="en-GB"><head><title>%s</title><style>
            @page { size: A4; margin: 20mm }
            html, body { font-family: sans-serif; margin: 0 }
            h1 { font-size: 12pt; font-weight: normal; margin: 0 0 5mm }
            p { margin: 0 }
            </style></head><body><h1>%s</h1><p><img src="picture" alt="%s" style="width: %smm; height: %smm"></p></body></html>
            """;

    private PicturePage() {}

    static SafePdf of(FileKind kind, byte[] kept, String description, Instant made) {
        UprightPicture picture = UprightPicture.of(kind, kept);
        double width = picture.width() * MILLIMETRES_AN_INCH / COARSEST;
        double height = picture.height() * MILLIMETRES_AN_INCH / COARSEST;
        double smaller = Math.min(1, Math.min(WIDEST / width, HIGHEST / height));
        String words = escaped(description.isBlank() ? "A picture that nobody described" : description.strip());
        String html = PAGE.formatted(words, words, words, millimetres(width * smaller), millimetres(height * smaller));
        Pdf pdf = MAKER.make(new PdfRequest(html, "picture", Map.of("picture", picture.bytes()), made));
        return new SafePdf(pdf.bytes(), pdf.pages(), true, new TreeSet<>(), List.copyOf(pdf.findings()));
    }

    private static String millimetres(double length) {
        return BigDecimal.valueOf(length).setScale(2, RoundingMode.HALF_UP).toPlainString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
