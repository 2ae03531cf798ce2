package quire.merge.word;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import quire.testkit.Docx;
import quire.testkit.DocxText;
import quire.testkit.Office;

class NamelessCopyTest {

    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private static final String NAME = "Petra Quill";
    private static final String BY = " w:id=\"1\" w:author=\"" + NAME + "\" w:date=\"2026-01-01T00:00:00Z\"";

    /** A name in every place where Word writes one that nobody sees. */
    private static byte[] planted() {
        String body = "<!-- " + NAME + " --><w:p w:rsidR=\"00AB12CD\"><w:pPr><w:rPr><w:ins" + BY
                + "/></w:rPr><w:pPrChange"
                + BY + "><w:pPr/></w:pPrChange></w:pPr>" + "<w:commentRangeStart w:id=\"0\"/>" + Docx.run("Stays ")
                + "<w:ins" + BY + ">" + Docx.run("and was put in") + "</w:ins>" + "<w:del" + BY
                + "><w:r><w:delText>gone</w:delText></w:r></w:del>"
                + "<w:commentRangeEnd w:id=\"0\"/><w:r><w:commentReference w:id=\"0\"/></w:r></w:p>"
                + "<w:tbl><w:tblPr/><w:tblGrid/>" + Docx.row("A row") + "<w:tr><w:trPr><w:del" + BY
                + "/></w:trPr><w:tc>" + Docx.paragraph("No row") + "</w:tc></w:tr></w:tbl>"
                + "<w:sdt><w:sdtPr><w:dataBinding w:xpath=\"/" + "x\" w:storeItemID=\"{1}\"/></w:sdtPr><w:sdtContent>"
                + Docx.paragraph("Bound") + "</w:sdtContent></w:sdt>";
        String noted = "<w:comment" + BY + ">" + Docx.paragraph("Ask " + NAME) + "</w:comment>";
        return Docx.body(body)
                .story("comments", "comments", "comments", noted)
                .story("footer1", "footer", "ftr", Docx.paragraph("At the foot"))
                .story("people", "people", "people", NAME)
                .story(
                        "settings",
                        "settings",
                        "settings",
                        "<w:rsids><w:rsid w:val=\"00AB12CD\"/></w:rsids><w:docVars><w:docVar w:name=\"a\" w:val=\""
                                + NAME + "\"/></w:docVars>")
                .part("docProps/app.xml", "application/x-app+xml", "<a>" + NAME + "</a>")
                .part("docProps/custom.xml", "application/x-custom+xml", "<a>" + NAME + "</a>")
                .part("docProps/thumbnail.jpeg", "", NAME)
                .part("customXml/item1.xml", "", "<a>" + NAME + "</a>")
                .relationship("bound", OFFICE + "customXml", "../customXml/item1.xml", "")
                .bytes();
    }

    @Test
    void saysNothingOfThoseWhoWroteIt() {
        byte[] copy = NamelessCopy.of(planted());
        Docx.parts(copy)
                .forEach((name, part) -> assertThat(name + new String(part, StandardCharsets.UTF_8))
                        .as(name)
                        .doesNotContain(NAME, "00AB12CD", "comment", "people", "customXml", "docProps", "dataBinding"));
    }

    @Test
    void keepsWhatAReaderSees() {
        byte[] copy = NamelessCopy.of(planted());
        assertThat(DocxText.of(copy))
                .contains("Stays and was put in", "A row", "Bound")
                .doesNotContain("gone", "No row");
        assertThat(Docx.xml(copy, "word/footer1.xml")).contains("At the foot");
        assertThat(NamelessCopy.of(planted())).isEqualTo(copy);
        assertThat(Office.text(Map.of("copy", copy)).get("copy")).contains("Stays and was put in", "Bound");
    }
}
