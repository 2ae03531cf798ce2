package quire.pdf.masking;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.jspecify.annotations.Nullable;
import quire.core.Problem;
import quire.pdf.ReadingBudget;

/**
 * Takes words out of a PDF. A page on which they stand is drawn as a picture without them, over which the remaining words can still
 * be searched; other pages stay as they are. Nothing else of the file is kept. Used once.
 */
public final class Masking {

    private static final int MOST_PICTURES = 300;
    private static final int DEEPEST = 4;
    private static final float QUALITY = 0.82f;
    private static final String FONT = "/quire/pdf/fonts/NotoSans-Regular.ttf";

    /** What may say words that nobody sees. */
    private static final List<String> UNSEEN = List.of("/ActualText", "/Alt", "/E(", "/E (");

    private static final List<COSName> OF_CATALOG = List.of(
            COSName.OUTLINES,
            COSName.NAMES,
            COSName.DESTS,
            COSName.ACRO_FORM,
            COSName.STRUCT_TREE_ROOT,
            COSName.MARK_INFO,
            COSName.METADATA,
            COSName.PAGE_LABELS,
            COSName.OCPROPERTIES,
            COSName.OPEN_ACTION,
            COSName.AA,
            COSName.getPDFName("AF"),
            COSName.getPDFName("Collection"),
            COSName.getPDFName("PieceInfo"),
            COSName.THREADS,
            COSName.URI);

    private static final List<COSName> OF_PAGE = List.of(
            COSName.ANNOTS,
            COSName.METADATA,
            COSName.AA,
            COSName.STRUCT_PARENTS,
            COSName.getPDFName("B"),
            COSName.getPDFName("AF"),
            COSName.getPDFName("Thumb"),
            COSName.getPDFName("PieceInfo"),
            COSName.getPDFName("LastModified"));

    private final PDDocument document;
    private final Masks masks;
    private final SortedSet<Integer> pictured = new TreeSet<>();
    private final SortedSet<Integer> unreadable = new TreeSet<>();
    private final boolean layered;
    private final ReadingBudget budget = new ReadingBudget();
    private int removed;
    private @Nullable PDFont font;

    private Masking(PDDocument document, Masks masks) {
        this.document = document;
        this.masks = masks;
        this.layered = document.getDocumentCatalog().getOCProperties() != null;
    }

    /**
     * Takes words out.
     *
     * @param pdf a file without scripts, forms and notes
     * @param masks finds the words in the text of a page
     * @throws Problem if they cannot be taken out
     */
    public static MaskedPdf of(byte[] pdf, Masks masks) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new Masking(document, masks).done();
        } catch (Problem refused) {
            throw refused;
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw unfit().because(e); // What a damaged file does to its reader cannot be told in advance.
        }
    }

    private static Problem unfit() {
        return Problem.of(
                Problem.Kind.BAD_INPUT,
                "What identifies people cannot be taken out of this file. Leave it out, or rewrite it.");
    }

    private static Problem endless(int page) {
        return Problem.of(
                Problem.Kind.BAD_INPUT,
                "Page " + page
                        + " of this file is made so that reading or drawing it takes far too long. Leave the file"
                        + " out, or print it to a new PDF.");
    }

    private MaskedPdf done() throws IOException {
        int count = document.getNumberOfPages();
        for (int page = 1; page <= count; page++) {
            try {
                mask(page);
            } catch (ReadingBudget.Spent spent) {
                throw endless(page).because(spent);
            }
        }
        COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
        OF_CATALOG.forEach(catalog::removeItem);
        document.getDocument().getTrailer().removeItem(COSName.INFO);
        document.setDocumentId(0L);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.save(bytes, CompressParameters.NO_COMPRESSION);
        return checked(new MaskedPdf(bytes.toByteArray(), count, pictured, unreadable, removed, List.of()));
    }

    private void mask(int number) throws IOException {
        PDPage page = document.getPage(number - 1);
        PageWords drawn = PageWords.of(document, number, false, budget);
        PageWords lying = PageWords.of(document, number, true, budget);
        List<Mask> inDrawn = masks.in(drawn.text());
        List<Mask> inLying = masks.in(lying.text());
        removed += Math.max(inDrawn.size(), inLying.size());
        if (drawn.hasUnreadable()) {
            unreadable.add(number);
        }
        if (!inDrawn.isEmpty() || !inLying.isEmpty() || layered || saysUnseen(page)) {
            List<Stretch> stretches = new ArrayList<>(Stretch.of(lying, inLying));
            Stretch.of(drawn, inDrawn).stream().filter(Stretch::masked).forEach(stretches::add);
            replace(page, number, stretches);
        }
        OF_PAGE.forEach(page.getCOSObject()::removeItem);
    }

    /** Whether the page may say more than one sees and a program finds in its letters. */
    private static boolean saysUnseen(PDPage page) throws IOException {
        PDResources resources = page.getResources();
        if (resources != null && holdsText(resources.getCOSObject().getDictionaryObject(COSName.PROPERTIES), 0)) {
            return true;
        }
        try (InputStream content = page.getContents()) {
            String operators = new String(content.readAllBytes(), StandardCharsets.ISO_8859_1);
            return UNSEEN.stream().anyMatch(operators::contains);
        }
    }

    private static boolean holdsText(@Nullable COSBase value, int depth) {
        if (depth > DEEPEST) {
            return true;
        } else if (value instanceof COSDictionary dictionary) {
            return dictionary.keySet().stream()
                    .anyMatch(key -> holdsText(dictionary.getDictionaryObject(key), depth + 1));
        } else if (value instanceof COSArray array) {
            for (int i = 0; i < array.size(); i++) {
                if (holdsText(array.getObject(i), depth + 1)) {
                    return true;
                }
            }
        }
        return value instanceof COSString;
    }

    private void replace(PDPage page, int number, List<Stretch> stretches) throws IOException {
        if (pictured.size() >= MOST_PICTURES) {
            throw Problem.of(
                    Problem.Kind.BAD_INPUT,
                    "More than " + MOST_PICTURES
                            + " pages of this file hold what identifies people. Leave it out, or rewrite it.");
        }
        pictured.add(number);
        int rotation = page.getRotation();
        page.setRotation(0);
        BufferedImage picture = PagePicture.of(document, page, stretches, budget);
        page.setResources(new PDResources());
        PDRectangle visible = page.getCropBox();
        try (PDPageContentStream out =
                new PDPageContentStream(document, page, PDPageContentStream.AppendMode.OVERWRITE, true)) {
            out.drawImage(
                    JPEGFactory.createFromImage(document, picture, QUALITY),
                    visible.getLowerLeftX(),
                    visible.getLowerLeftY(),
                    visible.getWidth(),
                    visible.getHeight());
            out.transform(org.apache.pdfbox.util.Matrix.getTranslateInstance(
                    visible.getLowerLeftX(), visible.getLowerLeftY()));
            new TextLayer(out, font()).write(stretches);
        }
        page.setRotation(rotation);
    }

    private PDFont font() throws IOException {
        if (font == null) {
            try (InputStream input = Masking.class.getResourceAsStream(FONT)) {
                if (input == null) {
                    throw new IllegalStateException("The font " + FONT + " is missing from the program");
                }
                font = PDType0Font.load(document, input, true);
            }
        }
        return font;
    }

    /** What was made is read once more: nothing may be found in it now. */
    private MaskedPdf checked(MaskedPdf made) {
        List<String> said = new ArrayList<>();
        ReadingBudget anew = new ReadingBudget();
        try (PDDocument again = Loader.loadPDF(made.bytes())) {
            for (int page = 1; page <= made.pages(); page++) {
                said.add(PageWords.of(again, page, true, anew).text());
                if (!masks.in(said.get(page - 1)).isEmpty()
                        || !masks.in(PageWords.of(again, page, false, anew).text())
                                .isEmpty()) {
                    throw unfit();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new MaskedPdf(made.bytes(), made.pages(), pictured, unreadable, removed, said);
    }
}
