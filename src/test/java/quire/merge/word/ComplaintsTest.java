package quire.merge.word;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static quire.testkit.Docx.paragraph;
import static quire.testkit.Docx.row;
import static quire.testkit.Docx.run;
import static quire.testkit.Docx.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import quire.core.Finding;
import quire.core.Json;
import quire.core.Problem;
import quire.merge.Key;
import quire.merge.Missing;
import quire.merge.Shape;
import quire.merge.Value;
import quire.testkit.Docx;
import quire.testkit.DocxCheck;
import quire.testkit.DocxText;

/**
 * What users of other engines complain of, one test each, numbered as in our study of them. Where a complaint has a test
 * class of its own, the test here is its shortest form.
 */
class ComplaintsTest {

    private static final Shape FORM = Shape.group(Map.of(
            "name", Shape.plain(Shape.Kind.TEXT),
            "meeting", Shape.group(Map.of("date", Shape.plain(Shape.Kind.DATE))),
            "people", Shape.list(Shape.group(Map.of("name", Shape.plain(Shape.Kind.TEXT))))));

    @Test
    void complaint1WordSplitsATagOverRuns() {
        assertThat(Merged.lines("<w:p>" + run("{") + run("{na") + run("me") + run("}}") + "</w:p>", "{'name': 'Ana'}"))
                .containsExactly("Ana");
    }

    @Test
    void complaint2TableRowLoopsRepeatTheRightThing() {
        assertThat(Merged.lines(
                        table(row("Head"), row("{{#l}}{{n}}"), row("more{{/l}}"), row("{{#l}}{{n}} {{/l}}")),
                        "{'l': [{'n': 1}, {'n': 2}]}"))
                .containsExactly("|Head|", "|1|", "|more|", "|2|", "|more|", "|1 2 |");
    }

    @Test
    void complaint3TheValueKeepsTheTagsFormatting() {
        for (String property : List.of(
                "<w:b/>",
                "<w:i/>",
                "<w:color w:val=\"FF0000\"/>",
                "<w:sz w:val=\"40\"/>",
                "<w:rFonts w:ascii=\"Arial\"/>",
                "<w:rStyle w:val=\"Strong\"/>")) {
            byte[] made = Merged.docx(
                    Docx.body("<w:p><w:r><w:rPr>" + property + "</w:rPr><w:t>A {{name}} B</w:t></w:r></w:p>"),
                    "{'name': 'Ana'}");
            assertThat(Docx.bodyXml(made).split(java.util.regex.Pattern.quote(property), -1))
                    .hasSize(4);
        }
    }

    @Test
    void complaint4EmptyValuesAndFalseConditionsLeaveNoBlankLinesOrBullets() {
        String bullet = "<w:p><w:pPr><w:numPr><w:numId w:val=\"0\"/></w:numPr></w:pPr>";
        assertThat(Merged.lines(
                        paragraph("a") + bullet + run("{{#no}}x{{/no}}") + "</w:p>" + paragraph("{{#l}}") + bullet
                                + run("{{name}}") + "</w:p>" + paragraph("{{/l}}") + paragraph("{{name}}")
                                + paragraph("z"),
                        "{'no': false, 'name': '', 'l': [{'name': 'x'}, {'name': ''}]}"))
                .containsExactly("a", "x", "", "z");
    }

    @Test
    void complaint5NumberedListsDoNotCarryOnCounting() {
        String numbering =
                "<w:abstractNum w:abstractNumId=\"0\"/><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>";
        String item = "<w:p><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr>" + run("x") + "</w:p>";
        byte[] made = Merged.docx(
                Docx.body(paragraph("{{#l}}") + paragraph("H") + item + paragraph("{{/l}}"))
                        .story("numbering", "numbering", "numbering", numbering),
                "{'l': [1, 2]}");
        assertThat(Docx.bodyXml(made)).contains("<w:numId w:val=\"1\"/>", "<w:numId w:val=\"2\"/>");
    }

    @Test
    void complaint6WritingWithParagraphsAndListsComesIntoWord() {
        byte[] made = Merged.docx(
                Docx.body(table(row("{{note}}"))),
                new Value.Group(Map.of("note", new Value.Prose("First.\n\n- one <b>\n- two\n\nLast."))));
        assertThat(DocxText.lines(made)).containsExactly("|First. / •\tone <b> / •\ttwo / Last.|");
    }

    @Test
    void complaint7CheckboxesAreRealAndNoRunIsEmpty() {
        String box =
                "<w:p><w:sdt><w:sdtPr><w:tag w:val=\"ok\"/><w14:checkbox><w14:checked w14:val=\"0\"/></w14:checkbox>"
                        + "</w:sdtPr><w:sdtContent>" + run("☐") + "</w:sdtContent></w:sdt>" + run("{{empty}}")
                        + "</w:p>";
        assertThat(Docx.bodyXml(Merged.docx(Docx.body(box), "{'ok': true, 'empty': ''}")))
                .contains("<w14:checked w14:val=\"1\"/>", "☒");
    }

    @Test
    void complaint8OnlyTheContentsAreAskedToRenewThemselves() {
        String contents =
                "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> TOC \\o \"1-3\" </w:instrText>"
                        + "</w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>";
        byte[] made = Merged.docx(
                Docx.body(contents + paragraph("{{name}}")).story("settings", "settings", "settings", "<w:zoom/>"),
                "{'name': 'Ana'}");
        assertThat(Docx.bodyXml(made)).contains("w:dirty=\"true\"");
        assertThat(Docx.xml(made, "word/settings.xml")).doesNotContain("updateFields");
    }

    @Test
    void complaint9HeadersFootersTextBoxesAndNotesAreNotSkipped() {
        Docx template = Docx.line("x")
                .story("header1", "header", "hdr", paragraph("{{name}}"))
                .story("footer1", "footer", "ftr", paragraph("{{name}}"));
        byte[] made = Merged.docx(template, "{'name': 'Ana'}");
        assertThat(DocxText.lines(made, "word/header1.xml")).containsExactly("Ana");
        assertThat(DocxText.lines(made, "word/footer1.xml")).containsExactly("Ana");
    }

    @Test
    void complaint10MissingDataIsNeverUndefined() {
        WordTemplate template =
                WordTemplate.compile(Docx.line("({{nam}}{{empty}})").bytes());
        Value data = Value.of(Json.readObject("{\"empty\": null}", "data"));
        assertThatThrownBy(() -> template.merge(data, Missing.ERROR))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.findings())
                                .singleElement()
                                .satisfies(
                                        finding -> assertThat(finding.message()).contains("nam")));
        assertThat(DocxText.of(template.merge(data, Missing.MARK).bytes())).isEqualTo("([nam])");
        WordTemplate.Merged blank = template.merge(data, Missing.BLANK);
        assertThat(DocxText.of(blank.bytes())).isEqualTo("()");
        assertThat(blank.findings()).extracting(Finding::code).containsExactly("unknown-key");
    }

    @Test
    void complaint11ATemplateTellsWhatItWantsBeforeThereIsData() {
        WordTemplate template = WordTemplate.compile(Docx.body(paragraph("{{name}} {{#people}}{{nme}}{{/people}}"))
                .story("header1", "header", "hdr", paragraph("{{meeting.date}}"))
                .bytes());
        assertThat(template.tags().stream()
                        .filter(tag -> tag.tag().kind().prints())
                        .map(tag -> Key.parse(tag.tag().name()).toString()))
                .containsExactly("name", "nme", "meeting.date");
        assertThat(template.check(FORM)).extracting(Finding::code).containsExactly("unknown-key");
    }

    @Test
    void complaint12AnErrorSaysWhatWhereAndWhatInstead() {
        Docx template = Docx.body(paragraph("Dear {{naem}},") + paragraph("{{people}}"))
                .story("footer1", "footer", "ftr", paragraph("{{if x}}"));
        List<String> findings = WordTemplate.compile(template.bytes()).check(FORM).stream()
                .map(Finding::toString)
                .toList();
        assertThat(findings)
                .anySatisfy(line -> assertThat(line)
                        .contains("unknown-key", "word/document.xml", "Dear ‹{{naem}}›,", "Did you mean “name”?"))
                .anySatisfy(line -> assertThat(line).contains("wrong-kind", "“people” is a list"))
                .anySatisfy(line -> assertThat(line).contains("bad-key", "word/footer1.xml", "no commands"));
        String body = Docx.bodyXml(LintCopy.of(template.bytes(), quire.merge.Delimiters.MUSTACHE, FORM));
        assertThat(body.split("commentReference", -1)).hasSize(4);
    }

    @Test
    void complaint13ADateIsADayWhereverTheServerStands() {
        String control =
                "<w:p><w:sdt><w:sdtPr><w:tag w:val=\"d\"/><w:date><w:dateFormat w:val=\"dd/MM/yyyy\"/></w:date>"
                        + "</w:sdtPr><w:sdtContent>" + run("x") + "</w:sdtContent></w:sdt></w:p>";
        java.util.TimeZone usual = java.util.TimeZone.getDefault();
        try {
            for (String zone : List.of("Pacific/Kiritimati", "America/Los_Angeles", "Europe/London")) {
                java.util.TimeZone.setDefault(java.util.TimeZone.getTimeZone(zone));
                assertThat(Docx.bodyXml(Merged.docx(Docx.body(control), "{'d': '2026-03-29'}")))
                        .contains("2026-03-29T00:00:00Z", ">29/03/2026<");
            }
        } finally {
            java.util.TimeZone.setDefault(usual);
        }
    }

    @Test
    void complaint14WordNeverCallsTheFileCorrupt() {
        String cell = "<w:tc>" + table(row("{{#l}}{{.}}", "{{/l}}")) + paragraph("{{#no}}") + paragraph("{{/no}}")
                + "</w:tc>";
        for (String data : List.of("{'l': [], 'no': false}", "{'l': [1], 'no': true}", "{'l': [1, 2], 'no': [1, 2]}")) {
            byte[] made = Merged.docx(Docx.body(table("<w:tr>" + cell + "</w:tr>")), data);
            assertThat(DocxCheck.problems(made)).isEmpty();
        }
    }

    @Test
    void complaint24ATemplateCannotRunCode() {
        String data = "{'name': 'x', 'l': [1]}";
        assertThat(Merged.lines(
                        paragraph("({{name.class}}{{l.clear}}{{l.size}}{{name.getClass.forName}})")
                                + paragraph("${7*7} #{7*7}"),
                        data))
                .containsExactly("()", "${7*7} #{7*7}");
        assertThat(Merged.codes(Docx.line("{{7*7}}"))).containsExactly("bad-key");
        assertThat(Merged.lines(paragraph("{{name}}"), "{'name': '{{l}} ${7*7} <script>'}"))
                .containsExactly("{{l}} ${7*7} <script>");
    }

    @Test
    void complaint25BigDocumentsFinish() {
        List<Value> rows = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            rows.add(new Value.Group(Map.of("n", new Value.Text("row " + i))));
        }
        byte[] made = WordTemplate.compile(Docx.body(table(row("{{#l}}{{n}}", "{{_number}}{{/l}}")))
                        .bytes())
                .merge(new Value.Group(Map.of("l", new Value.Items(rows))), Missing.ERROR)
                .bytes();
        List<String> lines = DocxText.lines(made);
        assertThat(lines).hasSize(20_000);
        assertThat(lines.get(19_999)).isEqualTo("|row 19999|20000|");
    }
}
