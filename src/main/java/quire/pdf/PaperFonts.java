package quire.pdf;

import com.openhtmltopdf.css.constants.IdentValue;
import com.openhtmltopdf.css.value.FontSpecification;
import com.openhtmltopdf.extend.FSCacheEx;
import com.openhtmltopdf.extend.FSCacheValue;
import com.openhtmltopdf.extend.FontResolver;
import com.openhtmltopdf.layout.SharedContext;
import com.openhtmltopdf.outputdevice.helper.FontResolverHelper;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfBoxFSFont;
import com.openhtmltopdf.pdfboxout.PdfBoxFontResolver.FontDescription;
import com.openhtmltopdf.pdfboxout.PdfBoxRawPDFontMetrics;
import com.openhtmltopdf.render.FSFont;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.jspecify.annotations.Nullable;

/**
 * The fonts of one document. Whatever family a style names, the answer is a list that begins with the best of
 * {@link Typefaces} and holds all the others, so that a character is missing only if nobody has it. Belongs to one
 * thread.
 */
final class PaperFonts implements FontResolver {

    /**
     * One set of figures for all fonts, in thousandths of the type size: those of the first font. A symbol from another
     * font must not push the lines of a paragraph apart.
     */
    private static final PdfBoxRawPDFontMetrics METRICS = new PdfBoxRawPDFontMetrics(1069, 293, -322, 50, 100, 50, 240);

    private final Map<Typefaces.Face, FontDescription> descriptions = new LinkedHashMap<>();
    private final Map<Wish, List<FontDescription>> answers = new HashMap<>();
    private final List<PaperFont> used = new ArrayList<>();

    private record Wish(List<String> families, int weight, boolean slanted) {}

    PaperFonts(PDDocument document) {
        for (Typefaces.Face face : Typefaces.ALL) {
            descriptions.put(
                    face,
                    new FontDescription(
                            document,
                            new OnDemand(face),
                            face.style(),
                            face.weight(),
                            face.file(),
                            false,
                            true,
                            new SameMetrics()));
        }
    }

    @Override
    public FSFont resolveFont(SharedContext context, FontSpecification asked) {
        List<String> families = asked.families == null ? List.of() : Arrays.asList(asked.families);
        boolean slanted = asked.fontStyle == IdentValue.ITALIC || asked.fontStyle == IdentValue.OBLIQUE;
        Wish wish = new Wish(families, FontResolverHelper.convertWeightToInt(asked.fontWeight), slanted);
        return new PdfBoxFSFont(answers.computeIfAbsent(wish, this::answer), asked.size);
    }

    /** Embeds the characters that were shown, once all pages are written. */
    void embed() {
        used.forEach(PaperFont::embed);
    }

    private List<FontDescription> answer(Wish wish) {
        Comparator<Typefaces.Face> byFamily = Comparator.comparingInt(face -> face.rankAmong(wish.families));
        return descriptions.keySet().stream()
                .sorted(byFamily.thenComparingInt(face -> face.distanceFrom(wish.weight, wish.slanted)))
                .map(descriptions::get)
                .toList();
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
