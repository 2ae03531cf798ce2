package quire.merge.word;

import static org.assertj.core.api.Assertions.assertThat;
import static quire.testkit.Docx.paragraph;
import static quire.testkit.Docx.run;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import quire.testkit.Docx;

/** Complaint 5: numbered lists begin at 1 again where a reader expects it, and only there. */
class ListNumbersTest {

    private static final String NUMBERING = "<w:abstractNum w:abstractNumId=\"4\"><w:lvl w:ilvl=\"0\">"
            + "<w:numFmt w:val=\"decimal\"/></w:lvl></w:abstractNum><w:num w:numId=\"2\"><w:abstractNumId w:val=\"4\"/></w:num>";
    private static final String DATA = "{'l': [{'m': [1, 2]}, {'m': [3]}, {'m': [4]}], 'm': [9]}";

    @Test
    void aListInsideARepeatedBlockBeginsAnewInEachCopy() {
        assertThat(numbers(
                        paragraph("{{#l}}") + paragraph("Heading") + item("one") + item("two") + paragraph("{{/l}}")))
                .containsExactly("2", "2", "3", "3", "4", "4");
    }

    @Test
    void aLoopOfItemsOnlyIsOneList() {
        assertThat(numbers(item("before") + paragraph("{{#l}}") + item("x") + paragraph("{{/l}}") + item("after")))
                .containsExactly("2", "2", "2", "2", "2");
    }

    @Test
    void aLoopOfItemsInARepeatedBlockIsOneListForEachCopy() {
        assertThat(numbers(paragraph("{{#l}}")
                        + paragraph("Heading")
                        + paragraph("{{#m}}")
                        + item("{{.}}")
                        + paragraph("{{/m}}")
                        + paragraph("{{/l}}")))
                .containsExactly("2", "2", "3", "4");
    }

    @Test
    void aListThatBeganOutsideGoesOn() {
        assertThat(numbers(
                        item("first") + paragraph("{{#l}}") + paragraph("Heading") + item("x") + paragraph("{{/l}}")))
                .containsExactly("2", "2", "2", "2");
    }

    @Test
    void aListThatComesFromAStyleBeginsAnewToo() {
        String styles = "<w:style w:type=\"paragraph\" w:styleId=\"L\"><w:pPr><w:numPr><w:numId w:val=\"2\"/></w:numPr>"
                + "</w:pPr></w:style><w:style w:type=\"paragraph\" w:styleId=\"M\"><w:basedOn w:val=\"L\"/></w:style>";
        String styled = "<w:p><w:pPr><w:pStyle w:val=\"M\"/><w:spacing w:after=\"0\"/></w:pPr>" + run("x") + "</w:p>";
        byte[] made = Merged.docx(
                Docx.body(paragraph("{{#l}}") + paragraph("Heading") + styled + paragraph("{{/l}}"))
                        .story("numbering", "numbering", "numbering", NUMBERING)
                        .story("styles", "styles", "styles", styles),
                DATA);
        assertThat(numbersIn(made)).containsExactly("2", "3", "4");
        assertThat(Docx.bodyXml(made)).contains("<w:pStyle w:val=\"M\"/><w:numPr><w:numId w:val=\"3\"/></w:numPr>");
    }

    @Test
    void everyNewListStartsAtItsFirstNumberOnEveryLevel() {
        byte[] made = made(paragraph("{{#l}}") + paragraph("H") + item("x") + paragraph("{{/l}}"));
        assertThat(Docx.xml(made, "word/numbering.xml"))
                .contains("<w:num w:numId=\"3\"><w:abstractNumId w:val=\"4\"/>")
                .contains("<w:lvlOverride w:ilvl=\"8\"><w:startOverride w:val=\"1\"/></w:lvlOverride>");
    }

    private static String item(String text) {
        return "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"2\"/></w:numPr></w:pPr>" + run(text)
                + "</w:p>";
    }

    private static List<String> numbers(String body) {
        return numbersIn(made(body));
    }

    private static byte[] made(String body) {
        return Merged.docx(Docx.body(body).story("numbering", "numbering", "numbering", NUMBERING), DATA);
    }

    private static List<String> numbersIn(byte[] docx) {
        return Pattern.compile("<w:numId w:val=\"(\\d+)\"/>")
                .matcher(Docx.bodyXml(docx))
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}
