package quire.pdf;

import com.openhtmltopdf.extend.FSCacheEx;
import com.openhtmltopdf.extend.FSCacheValue;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfBoxFontResolver;
import com.openhtmltopdf.pdfboxout.PdfBoxFontResolver.FontGroup;
import com.openhtmltopdf.pdfboxout.PdfBoxRawPDFontMetrics;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.CacheStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.jspecify.annotations.Nullable;

/** The fonts of one document: each of {@link Typefaces} that it turns out to need. Belongs to one thread. */
final class PaperFonts {

    /**
     * One set of figures for all fonts, in thousandths of the type size: those of the first font. A symbol from another
     * font must not push the lines of a paragraph apart.
     */
    private static final PdfBoxRawPDFontMetrics METRICS = new PdfBoxRawPDFontMetrics(1069, 293, -322, 50, 100, 50, 240);

    private final List<PaperFont> used = new ArrayList<>();

    /** Keeps the renderer from measuring each font by itself. */
    static void settle(PdfRendererBuilder builder) {
        builder.useCacheStore(CacheStore.PDF_FONT_METRICS, new SameMetrics());
    }

    /** Makes the fonts known to a renderer under every name that leads to them, and as a last resort. */
    void offerTo(PdfBoxFontResolver resolver) {
        for (Typefaces.Face face : Typefaces.ALL) {
            PDFontSupplier supplier = new OnDemand(face);
            for (String family : face.families()) {
                resolver.addFont(supplier, family, face.weight(), face.style(), true, FontGroup.MAIN);
            }
            resolver.addFont(supplier, face.file(), face.weight(), face.style(), true, FontGroup.PRE_BUILT_IN_FALLBACK);
        }
    }

    /** Embeds the characters that were shown, once all pages are written. */
    void embed() {
        used.forEach(PaperFont::embed);
    }

    private final class OnDemand extends PDFontSupplier {

        private final Typefaces.Face face;
        private @Nullable PaperFont font;

        OnDemand(Typefaces.Face face) {
            super(null);
            this.face = face;
        }

        @Override
        public PDFont supply() {
            if (font == null) {
                font = new PaperFont(face.typeface());
                used.add(font);
            }
            return font;
        }
    }

    private static final class SameMetrics implements FSCacheEx<String, FSCacheValue> {

        @Override
        public void put(String key, FSCacheValue value) {
            // There is nothing to keep.
        }

        @Override
        public FSCacheValue get(String key, Callable<? extends FSCacheValue> loader) {
            return METRICS;
        }

        @Override
        public FSCacheValue get(String key) {
            return METRICS;
        }
    }
}
