package quire.merge.word;

import java.math.BigInteger;
import org.docx4j.wml.STPageOrientation;
import org.docx4j.wml.SectPr;
import quire.merge.Outline;

/** The sheet: A4 upright, or on its side where a table has many columns. Lengths are twentieths of a point. */
enum ScaffoldPage {
    PORTRAIT(11906, 16838),
    LANDSCAPE(16838, 11906);

    /** From so many columns on a table wants the longer side. */
    private static final int WIDE_TABLE = 6;

    private static final int MARGIN = 1134;

    private final int width;
    private final int height;

    ScaffoldPage(int width, int height) {
        this.width = width;
        this.height = height;
    }

    static ScaffoldPage of(Outline outline) {
        return outline.questions()
                        .anyMatch(question -> ScaffoldQuestions.isTable(question)
                                && question.parts().size() >= WIDE_TABLE)
                ? LANDSCAPE
                : PORTRAIT;
    }

    /** The width between the margins. */
    int textWidth() {
        return width - 2 * MARGIN;
    }

    void applyTo(SectPr section) {
        section.getPgSz().setW(BigInteger.valueOf(width));
        section.getPgSz().setH(BigInteger.valueOf(height));
        if (this == LANDSCAPE) {
            section.getPgSz().setOrient(STPageOrientation.LANDSCAPE);
        }
    }
}
