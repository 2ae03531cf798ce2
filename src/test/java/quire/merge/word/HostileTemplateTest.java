package quire.merge.word;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static quire.testkit.Docx.paragraph;
import static quire.testkit.Docx.run;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import quire.core.Finding;
import quire.core.Problem;
import quire.testkit.Docx;

/** Complaint 24, and every hostile file of the list: refused with one clear sentence, nothing opened, nothing hung. */
class HostileTemplateTest {

    private static final String HYPERLINK =
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink";

    @Test
    void whatIsNoZip() {
        assertThat(refusal("Dear {{name}}".getBytes(StandardCharsets.UTF_8))).isEqualTo("not-a-zip");
        assertThat(refusal(new byte[0])).isEqualTo("empty");
        assertThat(refusal(new byte[] {'P', 'K', 3, 4, 0, 0, 0})).isEqualTo("not-a-zip");
    }

    @Test
    void aZipThatIsNoWordFile() {
        assertThat(refusal(Docx.zip(Map.of("a.txt", new byte[] {1})))).isEqualTo("not-word");
    }

    @Test
    void anEncryptedOrOldFile() {
        byte[] ole = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1, 0, 0};
        assertThat(refusal(ole)).isEqualTo("protected");
    }

    @Test
    void aZipWithAPassword() {
        byte[] zip = Docx.line("x").bytes();
        for (int i = 0; i + 8 < zip.length; i++) {
            boolean local = zip[i] == 'P' && zip[i + 1] == 'K' && zip[i + 2] == 3 && zip[i + 3] == 4;
            boolean central = zip[i] == 'P' && zip[i + 1] == 'K' && zip[i + 2] == 1 && zip[i + 3] == 2;
            if (local || central) {
                zip[i + (local ? 6 : 8)] |= 1;
            }
        }
        assertThat(refusal(zip)).isEqualTo("protected");
    }

    @ParameterizedTest
    @ValueSource(strings = {"word/vbaProject.bin", "word/activeX/activeX1.xml", "word/embeddings/oleObject1.bin"})
    void programs(String part) {
        assertThat(refusal(Docx.line("x")
                        .part(part, "application/octet-stream", "<x/>")
                        .bytes()))
                .isEqualTo("macros");
    }

    @Test
    void aMacroEnabledDocument() {
        byte[] docm = Docx.line("x")
                .part(
                        "word/document.xml",
                        "application/vnd.ms-word.document.macroEnabled.main+xml",
                        Docx.root("document", "<w:body/>"))
                .bytes();
        assertThat(refusal(docm)).isEqualTo("macros");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "word/document.xml",
                "[Content_Types].xml",
                "_rels/.rels",
                "word/styles.xml",
                "customXml/item1.xml",
                "docProps/core.xml"
            })
    void aDoctypeInAnyPart(String part) {
        String entity = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><x>&e;</x>";
        Map<String, byte[]> parts =
                new LinkedHashMap<>(Docx.parts(Docx.line("x").bytes()));
        parts.put(part, entity.getBytes(StandardCharsets.UTF_8));
        assertThat(refusal(Docx.zip(parts))).isEqualTo("doctype");
    }

    @Test
    void aBillionLaughsInUtf16() {
        String laughs = "<?xml version=\"1.0\" encoding=\"UTF-16\"?><!DOCTYPE l [<!ENTITY a \"ha\">"
                + "<!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]><l>&b;</l>";
        Map<String, byte[]> parts =
                new LinkedHashMap<>(Docx.parts(Docx.line("x").bytes()));
        parts.put("word/document.xml", laughs.getBytes(StandardCharsets.UTF_16));
        assertThat(refusal(Docx.zip(parts))).isEqualTo("doctype");
    }

    @ParameterizedTest
    @ValueSource(strings = {"attachedTemplate", "image", "oleObject", "frame", "subDocument"})
    void pointersOutOfTheFile(String type) {
        String address = HYPERLINK.replace("hyperlink", type);
        byte[] template = Docx.line("x")
                .relationship("rId9", address, "http://203.0.113.1/x.dotm", " TargetMode=\"External\"")
                .bytes();
        assertThat(refusal(template)).isEqualTo("external-relationship");
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "file:///etc/hostname", "\\\\server\\share\\x"})
    void linksThatAreNoLinks(String target) {
        byte[] template = Docx.line("x")
                .relationship("rId9", HYPERLINK, target, " TargetMode=\"External\"")
                .bytes();
        assertThat(refusal(template)).isEqualTo("external-relationship");
    }

    @Test
    void ordinaryLinksAreWelcome() {
        byte[] template = Docx.line("x")
                .relationship("rId9", HYPERLINK, "https://example.org/", " TargetMode=\"External\"")
                .bytes();
        assertThat(WordTemplate.compile(template).findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"DDEAUTO c:\\\\x.exe", " INCLUDETEXT \"http://x\"", "INCLUDEPICTURE \"http://x\"", "LINK x"})
    void fieldsThatFetch(String field) {
        String split = "<w:p><w:r><w:instrText>" + field.substring(0, 3) + "</w:instrText></w:r><w:r><w:instrText>"
                + field.substring(3) + "</w:instrText></w:r></w:p>";
        assertThat(Merged.codes(Docx.body(split))).containsExactly("reaching-field");
        assertThat(Merged.codes(Docx.body("<w:p><w:fldSimple w:instr=\"" + field.replace("\"", "&quot;") + "\">"
                        + run("x") + "</w:fldSimple></w:p>")))
                .containsExactly("reaching-field");
    }

    @Test
    void anEmbeddedDocument() {
        assertThat(Merged.codes(Docx.body("<w:altChunk r:id=\"rId1\"/>"))).containsExactly("embedded-document");
    }

    @Test
    void aBombByRatio() {
        byte[] zeros = new byte[20_000_000];
        assertThat(refusal(Docx.line("x")
                        .part("word/media/a.bin", "image/png", zeros)
                        .bytes()))
                .isEqualTo("zip-bomb");
    }

    @Test
    void aBombByCount() {
        Docx template = Docx.line("x");
        for (int i = 0; i < 2_100; i++) {
            template.part("customXml/item" + i + ".txt", "", "x");
        }
        assertThat(refusal(template.bytes())).isEqualTo("zip-bomb");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../evil.xml", "/etc/evil.xml", "C:\\evil.xml", "word/a\u0000.xml"})
    void partNamesThatLeadElsewhere(String name) {
        assertThat(refusal(Docx.line("x").part(name, "", "<x/>").bytes())).isEqualTo("part-name");
    }

    @Test
    void twoPartsOfOneName() {
        assertThat(refusal(Docx.line("x").part("Word/Document.xml", "", "<x/>").bytes()))
                .isEqualTo("part-name");
    }

    @Test
    void xmlNestedTooDeep() {
        String deep = "<w:p>".repeat(5_000) + "</w:p>".repeat(5_000);
        assertThat(refusal(Docx.body(deep).bytes())).isEqualTo("xml");
    }

    @Test
    void damagedXml() {
        assertThat(refusal(Docx.body("<w:p>").bytes())).isEqualTo("xml");
    }

    @Test
    void tagsThatRunOverABreakOrTheBorderOfAField() {
        assertThat(Merged.codes(Docx.body("<w:p><w:r><w:t>{{na</w:t><w:br/><w:t>me}}</w:t></w:r></w:p>")))
                .containsExactly("tag-over-break");
        String field = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>";
        assertThat(Merged.codes(Docx.body("<w:p>" + run("{{na") + field + run("me}}") + "</w:p>")))
                .containsExactly("tag-over-break");
        assertThat(Merged.codes(Docx.body(paragraph("{{na") + paragraph("me}}"))))
                .containsExactly("unclosed-tag", "unopened-tag");
    }

    private static String refusal(byte[] file) {
        Finding[] found = new Finding[1];
        assertThatThrownBy(() -> WordTemplate.compile(file)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.getMessage()).isNotEmpty();
            found[0] = problem.findings().get(0);
        });
        return found[0].code();
    }
}
