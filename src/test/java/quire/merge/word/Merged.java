package quire.merge.word;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import quire.core.Finding;
import quire.core.Json;
import quire.merge.Missing;
import quire.merge.Value;
import quire.testkit.Docx;
import quire.testkit.DocxCheck;
import quire.testkit.DocxText;

/** Merging as the tests of this room write it: JSON with single quotes, and a sound file every time. */
final class Merged {

    private Merged() {}

    static byte[] docx(Docx template, String data) {
        return docx(template, Value.of(Json.readObject(data.replace('\'', '"'), "data")));
    }

    static byte[] docx(Docx template, Value data) {
        byte[] made = WordTemplate.compile(template.bytes())
                .merge(data, Missing.BLANK)
                .bytes();
        assertThat(DocxCheck.problems(made)).isEmpty();
        return made;
    }

    /** The body's text, line by line. */
    static List<String> lines(String body, String data) {
        return DocxText.lines(docx(Docx.body(body), data));
    }

    /** The codes of what is wrong with a template. */
    static List<String> codes(Docx template) {
        return WordTemplate.compile(template.bytes()).findings().stream()
                .map(Finding::code)
                .toList();
    }
}
