package quire.merge.word;

import static org.assertj.core.api.Assertions.assertThat;
import static quire.testkit.Docx.paragraph;
import static quire.testkit.Docx.row;
import static quire.testkit.Docx.table;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import quire.core.Json;
import quire.merge.Missing;
import quire.merge.Value;
import quire.testkit.Docx;
import quire.testkit.DocxCheck;
import quire.testkit.DocxText;

/** Complaint 1: Word splits a tag over runs as it likes, and it must not matter where. */
class RunSplittingTest {

    private static final String LOOK = "<w:rPr><w:i/></w:rPr>";
    private static final String RICH = paragraph("Dear {{name}}, of {{ home.town }}!")
            + paragraph("{{#people}}{{_number}} {{name}}{{^_last}}; {{/_last}}{{/people}}")
            + paragraph("{{#yes}}")
            + paragraph("{{{note}}} {{! not shown }} {{&note}}")
            + paragraph("{{/yes}}")
            + table(row("Name", "Town"), row("{{#people}}{{name}}", "{{home.town}}{{/people}}"))
            + paragraph("{{=<% %>=}}<%name%> {{name}}")
            + paragraph("<%={{ }}=%>{{^no}}none{{/no}}");
    private static final Value DATA = Value.of(Json.readObject(
            "{\"name\": \"Ana\", \"home\": {\"town\": \"Leeds\"}, \"yes\": true, \"no\": false, \"note\": \"n\","
                    + "\"people\": [{\"name\": \"Bo\"}, {\"name\": \"Cy\"}]}",
            "data"));
    private static final Pattern RUN =
            Pattern.compile("<w:r><w:t xml:space=\"preserve\">([^<]*(?:&lt;[^<]*)*)</w:t></w:r>");

    @Test
    void everyTagSplitAtEveryCharacterMakesTheSameDocument() {
        String expected = merge(RICH);
        assertThat(expected).contains("Dear Ana, of Leeds!", "1 Bo; 2 Cy", "|Bo|Leeds|", "Ana {{name}}", "none");
        List<String> splits = splits();
        assertThat(splits).hasSizeGreaterThan(200);
        for (String split : splits) {
            assertThat(merge(split)).as(split).isEqualTo(expected);
        }
    }

    @Test
    void everyCharacterInARunOfItsOwnMakesTheSameDocument() {
        assertThat(merge(RUN.matcher(RICH).replaceAll(match -> Matcher.quoteReplacement(letters(match.group(1))))))
                .isEqualTo(merge(RICH));
    }

    @Test
    void whatWordPutsBetweenTheRunsDoesNotMatter() {
        String noise = "<w:proofErr w:type=\"spellStart\"/><w:bookmarkStart w:id=\"7\" w:name=\"_Go\"/>"
                + "<w:bookmarkEnd w:id=\"7\"/><w:commentRangeStart w:id=\"1\"/><w:commentRangeEnd w:id=\"1\"/>"
                + "<w:permStart w:id=\"3\"/><w:permEnd w:id=\"3\"/>"
                + "<w:del w:id=\"9\"><w:r><w:delText>old</w:delText></w:r></w:del>";
        String split = "<w:p><w:r><w:t>Dear {{na</w:t></w:r>" + noise
                + "<w:ins w:id=\"5\"><w:r><w:lastRenderedPageBreak/><w:t>m</w:t></w:r></w:ins>"
                + "<w:smartTag><w:r><w:t>e}</w:t></w:r></w:smartTag><w:r><w:t>}!</w:t></w:r></w:p>";
        assertThat(merge(split)).isEqualTo("Dear Ana!");
    }

    @Test
    void theValueLooksLikeTheFirstCharacterOfItsTag() {
        String split = "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>{{</w:t></w:r><w:r>" + LOOK
                + "<w:t>name}} after</w:t></w:r></w:p>";
        assertThat(Docx.bodyXml(made(split)))
                .isEqualTo("<w:p><w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">Ana</w:t></w:r><w:r>" + LOOK
                        + "<w:t xml:space=\"preserve\"> after</w:t></w:r></w:p>");
    }

    @Test
    void runsThatTheTagDoesNotTouchStayAsTheyAre() {
        String untouched = "<w:r w:rsidR=\"00A1\">" + LOOK + "<w:t>left</w:t><w:tab/><w:t>alone</w:t></w:r>";
        assertThat(Docx.bodyXml(made("<w:p>" + untouched + "<w:r><w:t>{{name}}</w:t></w:r></w:p>")))
                .startsWith("<w:p>" + untouched + "<w:r>");
    }

    /** The rich template with each run cut in two at one place, once for every place in a tag. */
    private static List<String> splits() {
        List<String> splits = new ArrayList<>();
        Matcher run = RUN.matcher(RICH);
        while (run.find()) {
            String words = unescape(run.group(1));
            for (int at = 1; at < words.length(); at++) {
                splits.add(RICH.substring(0, run.start())
                        + Docx.run(words.substring(0, at))
                        + Docx.run(words.substring(at))
                        + RICH.substring(run.end()));
            }
        }
        return splits;
    }

    private static String letters(String words) {
        StringBuilder runs = new StringBuilder();
        unescape(words).chars().forEach(letter -> runs.append(Docx.run(Character.toString(letter))));
        return runs.toString();
    }

    private static String unescape(String words) {
        return words.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }

    private static String merge(String body) {
        return DocxText.of(made(body));
    }

    private static byte[] made(String body) {
        byte[] made = WordTemplate.compile(Docx.body(body).bytes())
                .merge(DATA, Missing.ERROR)
                .bytes();
        assertThat(DocxCheck.problems(made)).isEmpty();
        return made;
    }
}
