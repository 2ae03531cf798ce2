package quire.convert.word;

import static quire.convert.word.WordParts.A4;
import static quire.convert.word.WordParts.OFFICE;
import static quire.convert.word.WordParts.bookmark;
import static quire.convert.word.WordParts.cell;
import static quire.convert.word.WordParts.document;
import static quire.convert.word.WordParts.drawing;
import static quire.convert.word.WordParts.field;
import static quire.convert.word.WordParts.item;
import static quire.convert.word.WordParts.paragraph;
import static quire.convert.word.WordParts.picture;
import static quire.convert.word.WordParts.run;
import static quire.convert.word.WordParts.section;
import static quire.convert.word.WordParts.styled;
import static quire.convert.word.WordParts.table;
import static quire.convert.word.WordParts.withPicture;

import java.util.LinkedHashMap;
import java.util.Map;
import quire.testkit.Docx;

/** Word files made by program, each for one thing that people do in Word. */
public final class WordSamples {

    private static final String PROSE =
            "The supervision explored how the risk to the child had changed since the last visit, what the"
                    + " family said about it, and which part of the plan had helped. ";

    private WordSamples() {}

    /** All of them by name. */
    public static Map<String, byte[]> all() {
        Map<String, byte[]> all = new LinkedHashMap<>();
        all.put("headings", headings());
        all.put("text", text());
        all.put("lists", lists());
        all.put("paragraphs", paragraphs());
        all.put("tables", tables());
        all.put("pictures", pictures());
        all.put("boxes", boxes());
        all.put("headers", headers());
        all.put("notes", notes());
        all.put("sections", sections());
        all.put("fields", fields());
        all.put("changes", changes());
        all.put("controls", controls());
        all.put("right-to-left", rightToLeft());
        all.put("strict", strict());
        all.put("equations", equations());
        all.put("outside", outside());
        all.put("nested", nested());
        return all;
    }

    private static byte[] headings() {
        return document(styled("Heading3", "A heading of the third level comes first")
                        + styled("Heading1", "Summary")
                        + Docx.paragraph(PROSE)
                        + styled("Heading3", "Two levels further down")
                        + Docx.paragraph(PROSE)
                        + paragraph("<w:outlineLvl w:val=\"1\"/>", Docx.run("Only an outline level"))
                        + paragraph(
                                "<w:pStyle w:val=\"Heading1\"/><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>",
                                Docx.run("Numbered heading"))
                        + Docx.paragraph(PROSE))
                .bytes();
    }

    private static byte[] text() {
        return document(paragraph(
                                "",
                                run("<w:b/>", "bold ")
                                        + run("<w:i/>", "italic ")
                                        + run("<w:u w:val=\"single\"/>", "underlined ")
                                        + run("<w:strike/>", "struck ")
                                        + run("<w:color w:val=\"C00000\"/>", "red ")
                                        + run("<w:sz w:val=\"40\"/>", "large ")
                                        + run("<w:caps/>", "capitals ")
                                        + run("<w:smallCaps/>", "small capitals ")
                                        + run("<w:vertAlign w:val=\"superscript\"/>", "above ")
                                        + run("<w:vertAlign w:val=\"subscript\"/>", "below ")
                                        + run("<w:highlight w:val=\"yellow\"/>", "marked ")
                                        + run("<w:shd w:val=\"clear\" w:fill=\"000080\"/>", "shaded ")
                                        + run("<w:rStyle w:val=\"Strong\"/>", "strong ")
                                        + run("<w:rFonts w:ascii=\"Courier New\"/>", "technical ")
                                        + run("<w:rFonts w:ascii=\"Times New Roman\"/>", "serif ")
                                        + run("<w:lang w:val=\"cy-GB\"/>", "Cymraeg ")
                                        + run("<w:vanish/>", "hidden "))
                        + paragraph(
                                "",
                                "<w:r><w:t>one</w:t><w:br/><w:t>two</w:t><w:tab/><w:t>three</w:t><w:noBreakHyphen/><w:t>four</w:t>"
                                        + "<w:softHyphen/><w:t>five</w:t></w:r>")
                        + paragraph(
                                "",
                                "<w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FC\"/><w:t xml:space=\"preserve\"> done </w:t>"
                                        + "<w:sym w:font=\"Symbol\" w:char=\"F061\"/><w:sym w:font=\"Wingdings\" w:char=\"F001\"/></w:r>")
                        + paragraph("", run("<w:rFonts w:ascii=\"Symbol\" w:hAnsi=\"Symbol\"/>", "abg")))
                .bytes();
    }

    private static byte[] lists() {
        return document(item(1, 0, "First")
                        + item(1, 1, "under the first")
                        + item(1, 1, "second under the first")
                        + item(1, 2, "third level")
                        + item(1, 0, "Second")
                        + item(1, 1, "under the second")
                        + Docx.paragraph("Text between the items of a list.")
                        + item(1, 0, "Third")
                        + item(2, 0, "A bullet")
                        + item(2, 0, "Another bullet")
                        + item(3, 0, "Starts at five")
                        + item(3, 0, "Six"))
                .bytes();
    }

    private static byte[] paragraphs() {
        String border =
                "<w:pBdr><w:top w:val=\"single\" w:sz=\"8\" w:space=\"4\" w:color=\"FF0000\"/><w:left w:val=\"double\" w:sz=\"4\"/>"
                        + "<w:bottom w:val=\"dashed\" w:sz=\"8\"/><w:right w:val=\"dotted\" w:sz=\"8\"/></w:pBdr>";
        return document(paragraph("<w:jc w:val=\"center\"/>", Docx.run("In the middle"))
                        + paragraph("<w:jc w:val=\"right\"/>", Docx.run("To the right"))
                        + paragraph("<w:jc w:val=\"both\"/>", Docx.run(PROSE.repeat(3)))
                        + paragraph(
                                "<w:ind w:left=\"1440\" w:right=\"720\" w:firstLine=\"360\"/>",
                                Docx.run(PROSE.repeat(2)))
                        + paragraph(
                                "<w:ind w:left=\"720\" w:hanging=\"720\"/>",
                                Docx.run("Term") + "<w:r><w:tab/></w:r>" + Docx.run(PROSE.repeat(2)))
                        + paragraph(
                                "<w:spacing w:before=\"480\" w:after=\"480\" w:line=\"480\" w:lineRule=\"auto\"/>",
                                Docx.run(PROSE.repeat(2)))
                        + paragraph("<w:spacing w:line=\"300\" w:lineRule=\"exact\"/>", Docx.run(PROSE))
                        + paragraph(border, Docx.run("In a frame")) + paragraph(border, Docx.run("In the same frame"))
                        + paragraph("<w:shd w:val=\"clear\" w:fill=\"D9E2F3\"/>", Docx.run("On a shade"))
                        + "<w:p/>" + paragraph("<w:pageBreakBefore/>", Docx.run("On a page of its own"))
                        + paragraph(
                                "",
                                Docx.run("Before") + "<w:r><w:br w:type=\"page\"/></w:r>"
                                        + Docx.run("after the end of a page"))
                        + paragraph("", "<w:r><w:br w:type=\"page\"/></w:r>")
                        + styled("Heading1", "Behind an empty page end")
                        + paragraph(
                                "<w:tabs><w:tab w:val=\"right\" w:leader=\"dot\" w:pos=\"9000\"/></w:tabs>",
                                Docx.run("Name") + "<w:r><w:tab/></w:r>" + Docx.run("Date")))
                .bytes();
    }

    private static byte[] tables() {
        String spans = "<w:tr>" + cell("<w:gridSpan w:val=\"2\"/>", Docx.paragraph("across two"))
                + cell("<w:vMerge w:val=\"restart\"/>", Docx.paragraph("down three")) + "</w:tr><w:tr>"
                + cell("", Docx.paragraph("a")) + cell("", Docx.paragraph("b")) + cell("<w:vMerge/>", "<w:p/>")
                + "</w:tr><w:tr>"
                + cell("<w:shd w:val=\"clear\" w:fill=\"FFFF00\"/>", Docx.paragraph("c"))
                + cell("<w:vAlign w:val=\"bottom\"/>", Docx.paragraph("d"))
                + cell("<w:vMerge w:val=\"continue\"/>", "<w:p/>") + "</w:tr>";
        String head = "<w:tr><w:trPr><w:tblHeader/></w:trPr>" + cell("", Docx.paragraph("Need"))
                + cell("", Docx.paragraph("Action")) + "</w:tr>";
        StringBuilder rows = new StringBuilder(head);
        for (int row = 1; row <= 60; row++) {
            rows.append(Docx.row("Need " + row, "Action " + row));
        }
        String ragged = Docx.row("one", "two", "three") + Docx.row("only one")
                + "<w:tr><w:trPr><w:gridBefore w:val=\"1\"/></w:trPr>" + cell("", Docx.paragraph("later")) + "</w:tr>";
        return document(table("", "2000 3000 4000", spans) + "<w:p/>"
                        + table("<w:tblW w:w=\"5000\" w:type=\"pct\"/>", "3000 6000", rows.toString()) + "<w:p/>"
                        + table(
                                "<w:tblLook w:val=\"04A0\"/>",
                                "2000 2000",
                                Docx.row("Styled", "head") + Docx.row("row", "cell") + Docx.row("row", "cell"))
                        + "<w:p/>"
                        + Docx.table(ragged) + "<w:p/>")
                .bytes();
    }

    private static byte[] nested() {
        String inner = Docx.paragraph("innermost");
        for (int depth = 0; depth < 9; depth++) {
            inner = table(
                    "", "8000", "<w:tr>" + cell("", Docx.paragraph("depth " + depth) + inner + "<w:p/>") + "</w:tr>");
        }
        return document(inner).bytes();
    }

    private static byte[] pictures() {
        String vml =
                "<w:r><w:pict><v:shape style=\"width:60pt;height:45pt\" alt=\"A figure in the older language\"><v:imagedata r:id=\"p1\"/>"
                        + "</v:shape></w:pict></w:r>";
        String cropped = drawing("p1", "descr=\"The right half\"")
                .replace("</pic:blipFill>", "<a:srcRect l=\"50000\"/></pic:blipFill>");
        String anchored = drawing("p2", "descr=\"Anchored\"").replace("wp:inline", "wp:anchor");
        Docx docx = document(
                paragraph("", Docx.run("A figure: ") + drawing("p1", "descr=\"Two halves, one of them orange\""))
                        + paragraph("", drawing("p2", "") + anchored)
                        + paragraph("", vml)
                        + paragraph("", cropped)
                        + paragraph("", drawing("p3", "descr=\"A GIF\""))
                        + paragraph("", drawing("p9", "descr=\"Missing\"")));
        withPicture(docx, "p1", "one.png", picture("png"));
        withPicture(docx, "p2", "two.jpeg", picture("jpeg"));
        return withPicture(docx, "p3", "three.gif", picture("gif")).bytes();
    }

    private static byte[] boxes() {
        String drawn =
                "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wp:anchor><wp:extent cx=\"2743200\" cy=\"914400\"/>"
                        + "<wp:docPr id=\"2\" name=\"Box\"/><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>"
                        + Docx.paragraph("Words in a box")
                        + Docx.table(Docx.row("cell in a box"))
                        + "</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
                        + "</mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>"
                        + Docx.paragraph("Words for older programs")
                        + "</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>";
        String older = "<w:r><w:pict><v:shape style=\"width:200pt;height:50pt\"><v:textbox><w:txbxContent>"
                + Docx.paragraph("Words in an older box") + "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>";
        return document(paragraph("", Docx.run("Before the box ") + drawn)
                        + paragraph("", older)
                        + Docx.paragraph("After the boxes"))
                .bytes();
    }

    private static byte[] headers() {
        String references =
                "<w:headerReference w:type=\"default\" r:id=\"header1\"/><w:headerReference w:type=\"first\" r:id=\"header2\"/>"
                        + "<w:headerReference w:type=\"even\" r:id=\"header3\"/><w:footerReference w:type=\"default\" r:id=\"footer1\"/>"
                        + "<w:footerReference w:type=\"even\" r:id=\"footer1\"/>";
        String page = styled("Header", "")
                .replace(
                        "</w:p>",
                        Docx.run("Confidential") + "<w:r><w:tab/></w:r>" + Docx.run("Page ") + field("PAGE", "1")
                                + Docx.run(" of ") + field("NUMPAGES", "9") + "</w:p>");
        return document(Docx.paragraph(PROSE.repeat(12)).repeat(6) + section(references + A4 + "<w:titlePg/>"))
                .story("header1", "header", "hdr", styled("Header", "Usual header") + styled("Header", "on two lines"))
                .story("header2", "header", "hdr", styled("Header", "First header"))
                .story("header3", "header", "hdr", styled("Header", "Even header"))
                .story("footer1", "footer", "ftr", page)
                .story("settings", "settings", "settings", "<w:evenAndOddHeaders/>")
                .bytes();
    }

    private static byte[] notes() {
        String foot = "<w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:footnoteReference w:id=\"1\"/></w:r>";
        String end = "<w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:endnoteReference w:id=\"1\"/></w:r>";
        String own = "<w:r><w:footnoteReference w:customMarkFollows=\"1\" w:id=\"2\"/><w:t>*</w:t></w:r>";
        return document(paragraph(
                        "",
                        Docx.run("A claim") + foot + Docx.run(" and another") + end + Docx.run(" and a third") + own))
                .story(
                        "footnotes",
                        "footnotes",
                        "footnotes",
                        "<w:footnote w:id=\"1\"><w:p><w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr>"
                                + "<w:footnoteRef/></w:r>" + Docx.run(" Where the claim comes from.")
                                + "</w:p></w:footnote>"
                                + "<w:footnote w:id=\"2\">" + Docx.paragraph("A note with a mark of its own.")
                                + "</w:footnote>")
                .story(
                        "endnotes",
                        "endnotes",
                        "endnotes",
                        "<w:endnote w:id=\"1\"><w:p><w:r><w:endnoteRef/></w:r>" + Docx.run(" At the end.")
                                + "</w:p></w:endnote>")
                .bytes();
    }

    private static byte[] sections() {
        String landscape =
                "<w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/><w:pgMar w:top=\"1000\" w:right=\"1000\" w:bottom=\"1000\""
                        + " w:left=\"1000\" w:header=\"500\" w:footer=\"500\" w:gutter=\"0\"/>";
        return document(Docx.paragraph("Upright. " + PROSE.repeat(4))
                        + paragraph(section("<w:headerReference w:type=\"default\" r:id=\"header1\"/>" + A4), "")
                        + Docx.paragraph("Lying down. " + PROSE.repeat(4)) + paragraph(section(landscape), "")
                        + Docx.paragraph("In columns. " + PROSE.repeat(20))
                        + "<w:p><w:r><w:br w:type=\"column\"/></w:r>" + Docx.run("Next column")
                        + "</w:p>" + paragraph(section(A4 + "<w:cols w:num=\"2\" w:space=\"720\"/>"), "")
                        + Docx.paragraph("One column again.")
                        + section("<w:type w:val=\"continuous\"/>" + A4
                                + "<w:headerReference w:type=\"first\" r:id=\"header2\"/><w:titlePg/>"))
                .story("header1", "header", "hdr", Docx.paragraph("Header of all sections"))
                .story("header2", "header", "hdr", Docx.paragraph("First page of the last section"))
                .bytes();
    }

    private static byte[] fields() {
        String contents =
                "<w:p><w:pPr><w:pStyle w:val=\"TOC1\"/></w:pPr><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>TOC \\o</w:instrText>"
                        + "</w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:hyperlink w:anchor=\"_Toc1\">"
                        + Docx.run("Findings") + "<w:r><w:tab/></w:r>"
                        + field("PAGEREF _Toc1 \\h", "9")
                        + "</w:hyperlink></w:p><w:p><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>";
        return document(contents
                        + Docx.paragraph(PROSE)
                        + paragraph(
                                "<w:pageBreakBefore/><w:pStyle w:val=\"Heading1\"/>",
                                bookmark(1, "_Toc1", Docx.run("Findings")))
                        + paragraph(
                                "",
                                Docx.run("See ")
                                        + field("REF _Toc1 \\h", "Findings")
                                        + Docx.run(" on page ")
                                        + field("PAGEREF _Toc1", "9")
                                        + Docx.run(", made on ")
                                        + field("DATE \\@ \"d MMMM yyyy\"", "14 March 2026")
                                        + Docx.run(". "))
                        + paragraph(
                                "",
                                field("HYPERLINK \"https://example.org/a\"", "a page elsewhere") + Docx.run(" and ")
                                        + "<w:hyperlink r:id=\"h1\" w:tooltip=\"More\">"
                                        + run("<w:rStyle w:val=\"Hyperlink\"/>", "a link") + "</w:hyperlink>"
                                        + "<w:hyperlink r:id=\"h2\">" + Docx.run(" and a file") + "</w:hyperlink>")
                        + paragraph(
                                "", "<w:fldSimple w:instr=\" AUTHOR \">" + Docx.run("Amara Okafor") + "</w:fldSimple>")
                        + paragraph(
                                "",
                                "<w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData><w:checkBox><w:default w:val=\"1\"/></w:checkBox></w:ffData></w:fldChar></w:r>"
                                        + "<w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
                                        + Docx.run(" agreed"))
                        + paragraph(
                                "",
                                "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> IF </w:instrText></w:r>"
                                        + field("MERGEFIELD x", "inner")
                                        + "<w:r><w:instrText> = 1 \"a\" \"b\"</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>"
                                        + Docx.run("outer")
                                        + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"))
                .relationship("h1", OFFICE + "hyperlink", "https://example.org/", " TargetMode=\"External\"")
                .relationship("h2", OFFICE + "hyperlink", "file:///C:/notes.docx", " TargetMode=\"External\"")
                .bytes();
    }

    private static byte[] changes() {
        return document(paragraph(
                                "",
                                Docx.run("Kept ") + "<w:ins w:id=\"1\" w:author=\"a\">" + Docx.run("inserted ")
                                        + "</w:ins><w:del w:id=\"2\" w:author=\"a\">"
                                        + "<w:r><w:delText>deleted </w:delText></w:r></w:del><w:commentRangeStart w:id=\"0\"/>"
                                        + Docx.run("commented")
                                        + "<w:commentRangeEnd w:id=\"0\"/><w:r><w:commentReference w:id=\"0\"/></w:r>")
                        + table(
                                "",
                                "4000",
                                Docx.row("stays")
                                        + Docx.row("goes")
                                                .replace(
                                                        "<w:tr>",
                                                        "<w:tr><w:trPr><w:del w:id=\"3\" w:author=\"a\"/></w:trPr>")))
                .bytes();
    }

    private static byte[] controls() {
        return document("<w:sdt><w:sdtPr><w:alias w:val=\"Name\"/></w:sdtPr><w:sdtContent>"
                        + Docx.paragraph("Block control") + "</w:sdtContent></w:sdt>"
                        + paragraph(
                                "",
                                "<w:sdt><w:sdtPr/><w:sdtContent>" + Docx.run("inline control ")
                                        + "</w:sdtContent></w:sdt><w:smartTag>"
                                        + Docx.run("smart ")
                                        + "</w:smartTag><w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val=\"1\"/></w14:checkbox></w:sdtPr><w:sdtContent>"
                                        + Docx.run("☒") + "</w:sdtContent></w:sdt>"))
                .bytes();
    }

    private static byte[] rightToLeft() {
        return document(paragraph("<w:bidi/>", run("<w:rtl/><w:lang w:bidi=\"he-IL\"/>", "שלום עולם"))
                        + paragraph("<w:bidi/>", run("<w:rtl/>", "السلام عليكم")))
                .bytes();
    }

    private static byte[] strict() {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        Docx.parts(document(styled("Heading1", "Strict")
                                + Docx.paragraph(PROSE)
                                + paragraph("<w:ind w:start=\"36pt\"/>", Docx.run("Moved in")))
                        .bytes())
                .forEach((name, bytes) -> parts.put(
                        name,
                        new String(bytes, java.nio.charset.StandardCharsets.UTF_8)
                                .replace(
                                        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                                        "http://purl.oclc.org/ooxml/wordprocessingml/main")
                                .replace(
                                        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                                        "http://purl.oclc.org/ooxml/officeDocument/relationships")
                                .getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        return Docx.zip(parts);
    }

    private static byte[] equations() {
        String math = "xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\"";
        return document(
                        "<w:p><m:oMath " + math
                                + "><m:r><m:t>y=</m:t></m:r><m:f><m:num><m:r><m:t>a+b</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f>"
                                + "<m:sSup><m:e><m:r><m:t>x</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:oMath></w:p>")
                .bytes();
    }

    private static byte[] outside() {
        String frame =
                "<w:r><w:drawing><wp:inline><wp:extent cx=\"914400\" cy=\"914400\"/><wp:docPr id=\"5\" name=\"x\"/><a:graphic><a:graphicData>%s"
                        + "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>";
        String chart = frame.formatted(
                "<c:chart xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" r:id=\"c1\"/>");
        String smart = frame.formatted(
                "<dgm:relIds xmlns:dgm=\"http://schemas.openxmlformats.org/drawingml/2006/diagram\" r:dm=\"d1\"/>");
        String object =
                "<w:r><w:object><v:shape style=\"width:50pt;height:50pt\"><v:imagedata r:id=\"w1\"/></v:shape><o:OLEObject"
                        + " xmlns:o=\"urn:schemas-microsoft-com:office:office\" ProgID=\"Excel.Sheet.12\"/></w:object></w:r>";
        String line = frame.formatted("<wps:wsp><wps:spPr/></wps:wsp>");
        return document(paragraph("", chart) + paragraph("", smart) + paragraph("", object) + paragraph("", line)
                        + paragraph("", drawing("x1", "descr=\"Elsewhere\"")) + "<w:altChunk r:id=\"a1\"/>")
                .part(
                        "word/charts/chart1.xml",
                        "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
                        "<c:chartSpace xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\">"
                                + "<c:chart><c:title><a:p><a:r><a:t>Visits</a:t></a:r></a:p></c:title><c:v>March</c:v></c:chart></c:chartSpace>")
                .relationship("c1", OFFICE + "chart", "charts/chart1.xml", "")
                .part(
                        "word/diagrams/data1.xml",
                        "application/xml",
                        "<dgm:dataModel xmlns:dgm=\"http://schemas.openxmlformats.org/drawingml/2006/diagram\""
                                + " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"><a:p><a:r><a:t>Plan</a:t></a:r></a:p></dgm:dataModel>")
                .relationship("d1", OFFICE + "diagramData", "diagrams/data1.xml", "")
                .part("word/media/old.wmf", "image/x-wmf", new byte[] {
                    (byte) 0xD7, (byte) 0xCD, (byte) 0xC6, (byte) 0x9A, 0, 0
                })
                .relationship("w1", OFFICE + "image", "media/old.wmf", "")
                .relationship("x1", OFFICE + "image", "https://example.org/x.png", " TargetMode=\"External\"")
                .bytes();
    }
}
