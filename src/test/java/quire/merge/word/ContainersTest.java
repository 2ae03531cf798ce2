package quire.merge.word;

import static org.assertj.core.api.Assertions.assertThat;
import static quire.testkit.Docx.paragraph;
import static quire.testkit.Docx.row;
import static quire.testkit.Docx.run;
import static quire.testkit.Docx.table;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import quire.testkit.Docx;
import quire.testkit.DocxText;

/** Complaint 9: tags work wherever Word can hold text, not only in the body. */
class ContainersTest {

    private static final String DATA = "{'name': 'Ana', 'people': [{'name': 'Bo'}, {'name': 'Cy'}], 'none': []}";
    private static final String STORY = paragraph("Dear {{name}}")
            + paragraph("{{#people}}")
            + paragraph("- {{name}}")
            + paragraph("{{/people}}")
            + paragraph("{{#none}}never{{/none}}");

    @ParameterizedTest
    @CsvSource({
        "header1, header, hdr",
        "header2, header, hdr",
        "header3, header, hdr",
        "footer1, footer, ftr",
        "footer2, footer, ftr",
        "footer3, footer, ftr"
    })
    void headersAndFootersOfEveryKind(String name, String kind, String root) {
        Docx template = Docx.line("body").story(name, kind, root, STORY);
        assertThat(DocxText.lines(Merged.docx(template, DATA), "word/" + name + ".xml"))
                .containsExactly("Dear Ana", "- Bo", "- Cy");
    }

    @Test
    void aHeaderThatLosesEverythingKeepsAParagraph() {
        Docx template = Docx.line("body").story("header1", "header", "hdr", paragraph("{{#none}}never{{/none}}"));
        assertThat(DocxText.lines(Merged.docx(template, DATA), "word/header1.xml"))
                .containsExactly("");
    }

    @ParameterizedTest
    @ValueSource(strings = {"footnote", "endnote"})
    void notes(String kind) {
        String reference = "<w:r><w:" + kind + "Reference w:id=\"2\"/></w:r>";
        String notes = "<w:" + kind + " w:type=\"separator\" w:id=\"0\">" + paragraph("") + "</w:" + kind + ">" + "<w:"
                + kind + " w:id=\"2\">" + paragraph("From {{name}}") + "</w:" + kind + ">";
        Docx template = Docx.body("<w:p>" + run("Read") + reference + "</w:p>")
                .story(kind + "s", kind + "s", kind + "s", notes);
        assertThat(DocxText.lines(Merged.docx(template, DATA), "word/" + kind + "s.xml"))
                .containsExactly("", "From Ana");
    }

    @Test
    void aNoteInARepeatedBlockIsCopiedWithTheValuesOfItsCopy() {
        String reference = "<w:r><w:footnoteReference w:id=\"2\"/></w:r>";
        String notes = "<w:footnote w:id=\"2\">" + paragraph("About {{name}}") + "</w:footnote>";
        Docx template = Docx.body(paragraph("{{#people}}") + "<w:p>" + run("{{name}}") + reference + "</w:p>"
                        + paragraph("{{/people}}"))
                .story("footnotes", "footnotes", "footnotes", notes);
        assertThat(DocxText.lines(Merged.docx(template, DATA), "word/footnotes.xml"))
                .containsExactly("About Bo", "About Cy");
    }

    @Test
    void textBoxesOfBothKinds() {
        String box = "<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wp:inline>"
                + "<wp:docPr id=\"1\" name=\"Box\"/><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>"
                + STORY + "</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing>"
                + "</mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>" + STORY
                + "</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>";
        String xml = Docx.bodyXml(Merged.docx(Docx.body(box), DATA));
        assertThat(xml.split("Dear </w:t></w:r><w:r><w:t xml:space=\"preserve\">Ana", -1))
                .hasSize(3);
        assertThat(xml).doesNotContain("never", "{{");
    }

    @Test
    void tablesInTablesInCells() {
        String inner = table(row("{{#people}}{{name}}", "{{/people}}"));
        String outer = table("<w:tr><w:tc>" + paragraph("{{name}}") + inner + paragraph("") + "</w:tc></w:tr>");
        assertThat(Merged.lines(outer, DATA)).containsExactly("|Ana / |Bo|| / |Cy|| / |");
    }

    @Test
    void insideContentControls() {
        String control =
                "<w:sdt><w:sdtPr><w:alias w:val=\"Free\"/></w:sdtPr><w:sdtContent>" + STORY + "</w:sdtContent></w:sdt>";
        assertThat(Merged.lines(control, DATA)).containsExactly("Dear Ana", "- Bo", "- Cy");
    }

    @Test
    void documentProperties() {
        String core = "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/"
                + "core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>{{name}}: "
                + "{{#people}}{{name}} {{/people}}</dc:title></cp:coreProperties>";
        Docx template = Docx.line("body")
                .part("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml", core);
        assertThat(Docx.xml(Merged.docx(template, DATA), "docProps/core.xml"))
                .contains("<dc:title>Ana: Bo Cy </dc:title>");
    }

    @Test
    void chartsAndDiagrams() {
        String chart = "<c:chart xmlns:c=\"urn:c\" xmlns:a=\"urn:a\"><a:t>{{name}} &amp; co</a:t></c:chart>";
        Docx template = Docx.line("body")
                .part(
                        "word/charts/chart1.xml",
                        "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
                        chart);
        assertThat(Docx.xml(Merged.docx(template, DATA), "word/charts/chart1.xml"))
                .contains("<a:t>Ana &amp; co</a:t>");
    }

    @Test
    void strictDocumentsWithOtherPrefixes() {
        String strict = "<x:document xmlns:x=\"http://purl.oclc.org/ooxml/wordprocessingml/main\"><x:body><x:p><x:r>"
                + "<x:t>{{na</x:t></x:r><x:r><x:t>me}}</x:t></x:r></x:p></x:body></x:document>";
        Docx template = Docx.line("")
                .part(
                        "word/document.xml",
                        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
                        strict);
        assertThat(Docx.xml(WordTemplateTest.merge(template.bytes(), DATA), "word/document.xml"))
                .contains("<x:p><x:r><x:t xml:space=\"preserve\">Ana</x:t></x:r></x:p>");
    }

    @Test
    void everyHolderTakesTheWholeLanguage() {
        for (String holder : List.of("hdr", "ftr")) {
            String kind = holder.equals("hdr") ? "header" : "footer";
            Docx template = Docx.line("x")
                    .story(
                            kind + "1",
                            kind,
                            holder,
                            table(row("{{#people}}{{name}}", "{{/people}}")) + paragraph("{{^none}}none{{/none}}"));
            assertThat(DocxText.lines(Merged.docx(template, DATA), "word/" + kind + "1.xml"))
                    .containsExactly("|Bo||", "|Cy||", "none");
        }
    }
}
