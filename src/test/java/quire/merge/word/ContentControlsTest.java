package quire.merge.word;

import static org.assertj.core.api.Assertions.assertThat;
import static quire.testkit.Docx.paragraph;
import static quire.testkit.Docx.run;

import java.util.Map;
import org.junit.jupiter.api.Test;
import quire.core.Json;
import quire.merge.Missing;
import quire.merge.Shape;
import quire.merge.Value;
import quire.testkit.Docx;
import quire.testkit.DocxText;

/** Complaint 7: real controls of Word, filled by their tag. */
class ContentControlsTest {

    @Test
    void aTextControlTakesItsValueAndForgetsItsPlaceholder() {
        String properties = "<w:showingPlcHdr/><w:dataBinding w:xpath=\"/a\"/><w:text/>";
        String control = control(
                "name",
                properties,
                "<w:r><w:rPr><w:rStyle w:val=\"PlaceholderText\"/></w:rPr>" + "<w:t>Click here</w:t></w:r>");
        String xml = body("<w:p>" + control + "</w:p>", "{'name': 'Ana <b>'}");
        assertThat(xml).contains("<w:t xml:space=\"preserve\">Ana &lt;b&gt;</w:t>");
        assertThat(xml).doesNotContain("showingPlcHdr", "dataBinding", "Placeholder", "Click here");
    }

    @Test
    void aBlockControlKeepsTheLookOfItsParagraph() {
        String control = control(
                "name",
                "",
                "<w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr>" + run("a") + run("b") + "</w:p>" + paragraph("second"));
        assertThat(body(control, "{'name': 'Ana'}"))
                .contains("<w:jc w:val=\"center\"/>", ">Ana<")
                .doesNotContain(">a<", "second");
    }

    @Test
    void aCheckboxIsTicked() {
        String box = control(
                "agreed",
                "<w14:checkbox><w14:checked w14:val=\"0\"/>"
                        + "<w14:checkedState w14:val=\"2612\" w14:font=\"MS Gothic\"/>"
                        + "<w14:uncheckedState w14:val=\"2610\" w14:font=\"MS Gothic\"/></w14:checkbox>",
                run("☐"));
        assertThat(body("<w:p>" + box + "</w:p>", "{'agreed': true}"))
                .contains("<w14:checked w14:val=\"1\"/>", "☒")
                .doesNotContain("☐");
        assertThat(body("<w:p>" + box + "</w:p>", "{'agreed': false}")).contains("<w14:checked w14:val=\"0\"/>", "☐");
    }

    @Test
    void aCheckboxWithSymbolsOfAnOldFontStaysInThatFont() {
        String box = control(
                "agreed",
                "<w14:checkbox><w14:checked w14:val=\"0\"/>"
                        + "<w14:checkedState w14:val=\"00FE\" w14:font=\"Wingdings\"/></w14:checkbox>",
                run("o"));
        assertThat(body("<w:p>" + box + "</w:p>", "{'agreed': true}"))
                .contains("<w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/>");
    }

    @Test
    void aDateControlKnowsTheDateAndShowsItAsTheDataSays() {
        String date = control("met", "<w:date><w:dateFormat w:val=\"dddd d MMMM yyyy\"/></w:date>", run("when?"));
        Value shown = new Value.Group(
                Map.of("met", new Value.Shown("14 March 2026", true, Map.of("iso", new Value.Text("2026-03-14")))));
        assertThat(Docx.bodyXml(Merged.docx(Docx.body("<w:p>" + date + "</w:p>"), shown)))
                .contains("w:fullDate=\"2026-03-14T00:00:00Z\"", ">14 March 2026<");
        assertThat(body("<w:p>" + date + "</w:p>", "{'met': '2026-03-14'}"))
                .contains("w:fullDate=\"2026-03-14T00:00:00Z\"", ">Saturday 14 March 2026<");
        assertThat(body("<w:p>" + date + "</w:p>", "{'met': 'soon'}")).contains(">soon<");
    }

    @Test
    void aListShowsTheWordsOfTheChosenItem() {
        String list = control(
                "outcome",
                "<w:dropDownList><w:listItem w:displayText=\"It is a pass\" w:value=\"pass\"/>"
                        + "<w:listItem w:displayText=\"Fail\" w:value=\"fail\"/></w:dropDownList>",
                run("Choose"));
        assertThat(body("<w:p>" + list + "</w:p>", "{'outcome': 'pass'}")).contains(">It is a pass<");
        assertThat(body("<w:p>" + list + "</w:p>", "{'outcome': 'Fail'}")).contains(">Fail<");
    }

    @Test
    void aListThatLacksAChoiceOfTheFormIsFound() {
        String list = control(
                "outcome",
                "<w:comboBox><w:listItem w:displayText=\"Pass\" w:value=\"p\"/></w:comboBox>",
                run("Choose"));
        Shape shape = Shape.group(
                Map.of("outcome", Shape.plain(Shape.Kind.CHOICE).offering(java.util.List.of("Pass", "Fail"))));
        assertThat(WordTemplate.compile(Docx.body("<w:p>" + list + "</w:p>").bytes())
                        .check(shape))
                .singleElement()
                .satisfies(finding -> assertThat(finding.toString()).contains("choice-not-listed", "Fail"));
    }

    @Test
    void aRepeatingSectionRepeatsItsFirstItem() {
        String item = "<w:sdt><w:sdtPr><w:id w:val=\"5\"/><w15:repeatingSectionItem/></w:sdtPr><w:sdtContent>"
                + paragraph("{{name}}") + "</w:sdtContent></w:sdt>";
        String section = control("people", "<w15:repeatingSection/>", item + item);
        assertThat(DocxText.lines(Merged.docx(Docx.body(section), "{'people': [{'name': 'A'}, {'name': 'B'}]}")))
                .containsExactly("A", "B");
    }

    @Test
    void aTagWithASignMakesTheControlASection() {
        String shown = control("#yes", "", paragraph("shown"));
        String hidden = control("^yes", "", paragraph("hidden"));
        assertThat(DocxText.lines(Merged.docx(Docx.body(shown + hidden + paragraph("end")), "{'yes': true}")))
                .containsExactly("shown", "end");
    }

    @Test
    void controlsOfOtherProgramsStayAsTheyAre() {
        String control = control("goog_rdk_0", "", run("keep {{name}}"));
        String xml = body("<w:p>" + control + "</w:p>", "{'name': 'Ana'}");
        assertThat(xml).contains("goog_rdk_0", "keep ", ">Ana<");
    }

    @Test
    void theTemplateSaysWhetherControlsStayOpenOrAreLockedOrGo() {
        String body = "<w:p>" + control("name", "<w:text/>", run("x")) + "</w:p>";
        assertThat(kept(body, "keep")).contains("<w:sdt>").doesNotContain("w:lock");
        assertThat(kept(body, "Lock")).contains("<w:lock w:val=\"sdtContentLocked\"/>");
        assertThat(kept(body, "flatten")).isEqualTo("<w:p><w:r><w:t xml:space=\"preserve\">Ana</w:t></w:r></w:p>");
    }

    private static String kept(String body, String word) {
        String custom = "<Properties xmlns=\"urn:p\" xmlns:vt=\"urn:v\"><property name=\"Content controls\">"
                + "<vt:lpwstr>" + word + "</vt:lpwstr></property></Properties>";
        Docx template = Docx.body(body)
                .part(
                        "docProps/custom.xml",
                        "application/vnd.openxmlformats-officedocument.custom-properties+xml",
                        custom);
        return Docx.bodyXml(Merged.docx(template, "{'name': 'Ana'}"));
    }

    private static String control(String tag, String properties, String content) {
        return "<w:sdt><w:sdtPr><w:tag w:val=\"" + tag + "\"/>" + properties + "</w:sdtPr><w:sdtContent>" + content
                + "</w:sdtContent></w:sdt>";
    }

    private static String body(String body, String data) {
        Value values = Value.of(Json.readObject(data.replace('\'', '"'), "data"));
        return Docx.bodyXml(WordTemplate.compile(Docx.body(body).bytes())
                .merge(values, Missing.BLANK)
                .bytes());
    }
}
