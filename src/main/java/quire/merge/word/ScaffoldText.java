package quire.merge.word;

import java.util.List;
import org.docx4j.wml.ObjectFactory;
import org.docx4j.wml.P;
import org.docx4j.wml.PPr;
import org.docx4j.wml.PPrBase;
import org.docx4j.wml.R;
import org.docx4j.wml.Text;

/** Paragraphs and runs in the styles of the paper. */
final class ScaffoldText {

    static final ObjectFactory WORD = new ObjectFactory();

    private ScaffoldText() {}

    /** A paragraph of words or tags in a style of {@code styles.xml}. */
    static P paragraph(String style, String words) {
        return paragraph(style, List.of(run(words)));
    }

    /**
     * A paragraph in a style.
     *
     * @param runs runs and content controls, as they stand in a paragraph
     */
    static P paragraph(String style, List<?> runs) {
        PPrBase.PStyle name = WORD.createPPrBasePStyle();
        name.setVal(style);
        PPr properties = WORD.createPPr();
        properties.setPStyle(name);
        P paragraph = WORD.createP();
        paragraph.setPPr(properties);
        paragraph.getContent().addAll(runs);
        return paragraph;
    }

    static R run(String words) {
        Text text = WORD.createText();
        text.setValue(words);
        text.setSpace("preserve");
        R run = WORD.createR();
        run.getContent().add(text);
        return run;
    }
}
