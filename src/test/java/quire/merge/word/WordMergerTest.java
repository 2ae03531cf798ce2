package quire.merge.word;

import quire.merge.MergerContract;
import quire.merge.Missing;
import quire.merge.Value;
import quire.testkit.Docx;
import quire.testkit.DocxText;

/** Word means by a template what HTML means by it. */
class WordMergerTest extends MergerContract {

    @Override
    protected String merge(String template, Object jsonData, Missing missing) {
        WordTemplate compiled = WordTemplate.compile(Docx.line(template).bytes());
        return DocxText.of(compiled.merge(Value.of(jsonData), missing).bytes());
    }
}
