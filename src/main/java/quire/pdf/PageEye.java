package quire.pdf;

import java.io.IOException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.DrawObject;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorProcessor;
import org.apache.pdfbox.contentstream.operator.state.Concatenate;
import org.apache.pdfbox.contentstream.operator.state.EmptyGraphicsStackException;
import org.apache.pdfbox.contentstream.operator.state.Restore;
import org.apache.pdfbox.contentstream.operator.state.Save;
import org.apache.pdfbox.contentstream.operator.state.SetMatrix;
import org.apache.pdfbox.contentstream.operator.text.BeginText;
import org.apache.pdfbox.contentstream.operator.text.EndText;
import org.apache.pdfbox.contentstream.operator.text.MoveText;
import org.apache.pdfbox.contentstream.operator.text.MoveTextSetLeading;
import org.apache.pdfbox.contentstream.operator.text.NextLine;
import org.apache.pdfbox.contentstream.operator.text.SetCharSpacing;
import org.apache.pdfbox.contentstream.operator.text.SetFontAndSize;
import org.apache.pdfbox.contentstream.operator.text.SetTextHorizontalScaling;
import org.apache.pdfbox.contentstream.operator.text.SetTextLeading;
import org.apache.pdfbox.contentstream.operator.text.SetTextRenderingMode;
import org.apache.pdfbox.contentstream.operator.text.SetTextRise;
import org.apache.pdfbox.contentstream.operator.text.SetWordSpacing;
import org.apache.pdfbox.contentstream.operator.text.ShowText;
import org.apache.pdfbox.contentstream.operator.text.ShowTextAdjusted;
import org.apache.pdfbox.contentstream.operator.text.ShowTextLine;
import org.apache.pdfbox.contentstream.operator.text.ShowTextLineAndSpace;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.jspecify.annotations.Nullable;

/** Follows what draws one page without drawing it, and notes letters, pictures and fonts. Used once. */
final class PageEye extends PDFStreamEngine {

    private static final int POINTS_AN_INCH = 72;

    /** Of fewer dots are marks and logos, whose fineness makes no file large. */
    private static final int FEW_DOTS = 10_000;

    private static final int LONGEST_NAME = 80;

    /** As deep as any honest page has drawings inside each other. */
    private static final int DEEPEST = 12;

    private final Sheet sheet;
    private final ReadingBudget budget;
    private final PageWords words;
    private final Set<PDFont> seenFonts = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<COSBase> open = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<String> missingFonts = new TreeSet<>();
    private double covered;
    private double finest;
    private boolean isDrawn;
    private boolean isKnown = true;

    PageEye(Sheet sheet, ReadingBudget budget) {
        this.sheet = sheet;
        this.budget = budget;
        this.words = new PageWords(sheet);
        List<OperatorProcessor> known = List.of(
                new BeginText(this),
                new EndText(this),
                new Concatenate(this),
                new Save(this),
                new Restore(this),
                new SetMatrix(this),
                new MoveText(this),
                new MoveTextSetLeading(this),
                new NextLine(this),
                new SetCharSpacing(this),
                new SetWordSpacing(this),
                new SetTextLeading(this),
                new SetTextRise(this),
                new SetTextRenderingMode(this),
                new SetTextHorizontalScaling(this),
                new SetFontAndSize(this),
                new ShowText(this),
                new ShowTextAdjusted(this),
                new ShowTextLine(this),
                new ShowTextLineAndSpace(this),
                new DrawObject(this));
        known.forEach(this::addOperator);
    }

    /** Looks at the page; whatever is wrong with it, the rest of the file can still be looked at. */
    void look(PDPage page) {
        try {
            budget.begin(page, false);
            processPage(page);
        } catch (IOException | RuntimeException | StackOverflowError damaged) {
            isKnown = false;
        }
    }

    /** What was seen. */
    SurveyedPage page(String label, List<SurveyedPage.Link> links, boolean whole) {
        List<SurveyedPage.Words> all = words.all();
        return new SurveyedPage(
                sheet.width(),
                sheet.height(),
                label,
                words.letters(),
                words.turn(),
                covered,
                finest,
                isDrawn,
                missingFonts,
                all.stream().filter(words::isAtAnEdge).toList(),
                whole ? all : List.of(),
                links,
                isKnown);
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        budget.operator(getGraphicsStackSize());
        switch (operator.getName()) {
            case "Do" -> {
                drawNamed(operator, operands);
                return;
            }
            case "BI" -> picture(operator.getImageParameters());
            case "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh" -> isDrawn = true;
            default -> {}
        }
        super.processOperator(operator, operands);
    }

    /** What an operator could not do, readers' programs pass over as well; but then something was not seen. */
    @Override
    protected void operatorException(Operator operator, List<COSBase> operands, IOException problem) {
        isKnown &= problem instanceof EmptyGraphicsStackException;
    }

    /** A letter; what a font draws it with is not followed. */
    @Override
    protected void showGlyph(Matrix place, PDFont font, int code, Vector advance) throws IOException {
        budget.step(1);
        boolean visible = getGraphicsState().getTextState().getRenderingMode() != RenderingMode.NEITHER;
        if (visible && seenFonts.add(font) && !font.isEmbedded()) {
            missingFonts.add(name(font));
        }
        String text = text(font, code);
        if (text != null && !text.isEmpty()) {
            words.add(text, place, advance.getX());
        } else {
            isDrawn = true;
        }
    }

    private static @Nullable String text(PDFont font, int code) {
        try {
            return font.toUnicode(code);
        } catch (RuntimeException damaged) {
            return null;
        }
    }

    /** Without the six letters that mark a part of a font. */
    private static String name(PDFont font) {
        String name = font.getName() == null ? "" : font.getName().replaceFirst("^[A-Z]{6}\\+", "");
        String plain = name.replaceAll("[^\\x21-\\x7E]", "");
        return plain.isEmpty() ? "a font without a name" : plain.substring(0, Math.min(LONGEST_NAME, plain.length()));
    }

    /** Notes a picture; other drawings are followed if they are not too large, nor deep inside each other. */
    private void drawNamed(Operator operator, List<COSBase> operands) throws IOException {
        COSStream drawing = named(operands);
        if (drawing == null) {
            return;
        } else if (COSName.IMAGE.equals(drawing.getCOSName(COSName.SUBTYPE))) {
            picture(drawing);
        } else if (open.size() >= DEEPEST || !open.add(drawing)) {
            isKnown = false;
        } else {
            budget.drawing(drawing, open.size());
            super.processOperator(operator, operands);
            open.remove(drawing);
        }
    }

    /** What is drawn by that name; null for nothing. */
    private @Nullable COSStream named(List<COSBase> operands) {
        COSBase drawings =
                getResources() == null ? null : getResources().getCOSObject().getDictionaryObject(COSName.XOBJECT);
        return !operands.isEmpty()
                        && operands.get(0) instanceof COSName name
                        && drawings instanceof COSDictionary named
                        && named.getDictionaryObject(name) instanceof COSStream stream
                ? stream
                : null;
    }

    private void picture(@Nullable COSDictionary picture) {
        if (picture == null) {
            return;
        }
        long across = picture.getInt(COSName.WIDTH, COSName.W, 0);
        long down = picture.getInt(COSName.HEIGHT, COSName.H, 0);
        Matrix place = getGraphicsState().getCurrentTransformationMatrix();
        double width = place.getScalingFactorX() * sheet.unit();
        double height = place.getScalingFactorY() * sheet.unit();
        if (across > 0 && down > 0 && width > 0 && height > 0 && Double.isFinite(width * height)) {
            double area = Math.abs(place.getScaleX() * place.getScaleY() - place.getShearX() * place.getShearY());
            double page = (sheet.right() - sheet.left()) * (sheet.top() - sheet.bottom());
            covered = Math.max(covered, Math.min(1, area / page));
            if (across * down >= FEW_DOTS) {
                finest = Math.max(finest, Math.max(across / width, down / height) * POINTS_AN_INCH);
            }
        }
    }
}
