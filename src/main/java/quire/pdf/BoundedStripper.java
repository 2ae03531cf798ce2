package quire.pdf;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDTransparencyGroup;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/**
 * Takes the words out of the pages of a file of anybody's making, and no longer than a budget allows: {@link ReadingBudget.Spent} is
 * thrown through it where that is at its end.
 */
public class BoundedStripper extends PDFTextStripper {

    private final ReadingBudget budget;

    public BoundedStripper(ReadingBudget budget) {
        this.budget = budget;
    }

    @Override
    public void processPage(PDPage page) throws IOException {
        if (getCurrentPageNo() >= getStartPage() && getCurrentPageNo() <= getEndPage()) {
            budget.begin(page, false);
        }
        super.processPage(page);
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        budget.operator(getGraphicsStackSize());
        super.processOperator(operator, operands);
    }

    @Override
    public void showForm(PDFormXObject form) throws IOException {
        budget.drawing(form.getCOSObject(), getLevel());
        super.showForm(form);
    }

    @Override
    public void showTransparencyGroup(PDTransparencyGroup form) throws IOException {
        budget.drawing(form.getCOSObject(), getLevel());
        super.showTransparencyGroup(form);
    }

    @Override
    protected void processTextPosition(TextPosition letter) {
        budget.letter();
        super.processTextPosition(letter);
    }
}
