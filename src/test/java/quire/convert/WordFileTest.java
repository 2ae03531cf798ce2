package quire.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static quire.convert.Verdicts.advice;
import static quire.convert.Verdicts.bytes;
import static quire.convert.Verdicts.contains;
import static quire.convert.Verdicts.join;
import static quire.convert.Verdicts.judged;
import static quire.convert.Verdicts.refusal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import quire.testkit.Docx;

/** S-52, S-53, S-57 and S-58: a Word document is one inside, and unpacks to an honest size. */
class WordFileTest {

    @Test
    void takesAWordDocumentAsItIs() {
        byte[] docx = Docx.line("Dear all").bytes();
        Judged judged = judged(docx);
        assertThat(judged.kind()).isEqualTo(FileKind.DOCX);
        assertThat(judged.content().bytes()).isEqualTo(docx);
        assertThat(judged.name()).isEqualTo("file.docx");
    }

    @Test
    void s52_refusesAPlainZip() {
        byte[] zip = Docx.zip(Map.of("a.txt", new byte[] {1}));
        assertThat(refusal("folder.zip", zip)).isEqualTo(Refusal.KIND);
        assertThat(refusal("letter.docx", zip)).isEqualTo(Refusal.DISGUISED);
        assertThat(advice(zip)).contains("zip folder");
    }

    @ParameterizedTest
    @CsvSource({
        "wordprocessingml.template.main+xml, template",
        "spreadsheetml.sheet.main+xml,       spreadsheet",
        "presentationml.presentation.main+xml, presentation",
        "wordprocessingml.settings+xml,      not a Word document"
    })
    void s52_refusesWhatOtherOfficeProgramsMake(String type, String said) {
        byte[] other = Docx.line("x")
                .part("word/document.xml", "application/vnd.openxmlformats-officedocument." + type, "<x/>")
                .bytes();
        assertThat(refusal(other)).isEqualTo(Refusal.KIND);
        assertThat(advice(other)).contains(said);
    }

    @ParameterizedTest
    @ValueSource(strings = {"_rels/.rels", "[Content_Types].xml", "word/document.xml"})
    void s52_refusesAPackageThatLacksItsSpine(String part) {
        Map<String, byte[]> parts = parts();
        parts.remove(part);
        assertThat(refusal(Docx.zip(parts))).isEqualTo(Refusal.KIND);
    }

    @ParameterizedTest
    @CsvSource({"EncryptedPackage, PASSWORD", "WordDocument, KIND", "Workbook, KIND", "__substg1.0_0037001F, KIND"})
    void s58_tellsAPasswordFromAnOldFormat(String name, Refusal expected) {
        assertThat(refusal(Zips.ole("Root Entry", name))).isEqualTo(expected);
    }

    @Test
    void s58_refusesAZipWithAPassword() {
        byte[] zip = Docx.line("x").bytes();
        Zips.withShort(zip, Zips.central(zip, "word/document.xml") + 8, 0x801);
        assertThat(refusal(zip)).isEqualTo(Refusal.PASSWORD);
    }

    @Test
    void s53_refusesABombByItsRatio() {
        byte[] bomb = Docx.line("x")
                .part("word/media/a.png", "image/png", new byte[20_000_000])
                .bytes();
        assertThat(refusal(bomb)).isEqualTo(Refusal.BOMB);
        byte[] inXml = Docx.body("<w:p/>".repeat(600_000)).bytes();
        assertThat(refusal(inXml)).isEqualTo(Refusal.BOMB);
    }

    @ParameterizedTest
    @ValueSource(ints = {1_998, 100_000})
    void s53_refusesABombByItsParts(int parts) {
        assertThat(refusal(Zips.ofParts(parts))).isEqualTo(Refusal.BOMB);
        assertThat(judged(Zips.ofParts(1_997)).kind()).isEqualTo(FileKind.DOCX);
    }

    @Test
    void s53_countsThePartsItself() {
        byte[] bomb = Zips.ofParts(3_000);
        Zips.withShort(bomb, Zips.end(bomb) + 8, 5);
        Zips.withShort(bomb, Zips.end(bomb) + 10, 5);
        assertThat(refusal(bomb)).isEqualTo(Refusal.BOMB);
    }

    @Test
    void s53_countsTheBytesItself() {
        byte[] bomb = Docx.line("x")
                .part("word/media/a.png", "image/png", new byte[20_000_000])
                .bytes();
        int entry = Zips.central(bomb, "word/media/a.png");
        assertThat(refusal(Zips.with(bomb, entry + 24, 1_000))).isEqualTo(Refusal.BOMB);
        assertThat(refusal(Zips.with(bomb, entry + 24, 0xFFFF_FFFF))).isEqualTo(Refusal.BOMB);
        assertThat(refusal(Zips.with(bomb, entry + 24, 20_000_001))).isEqualTo(Refusal.BOMB);
    }

    @Test
    void s53_refusesPartsThatShareTheirBytes() {
        byte[] zip = Docx.line("x")
                .part("word/a.txt", "", "abc")
                .part("word/b.txt", "", "abc")
                .bytes();
        int first = (int) Bytes.littleFour(zip, Zips.central(zip, "word/a.txt") + 42);
        assertThat(refusal(Zips.with(zip, Zips.central(zip, "word/b.txt") + 42, first)))
                .isEqualTo(Refusal.DAMAGED);
    }

    @Test
    void s53_opensNoFileInside() {
        for (String start : new String[] {"PK\3\4", "MZ\u0090", "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1"}) {
            byte[] nested = Docx.line("x")
                    .part("word/media/a.png", "image/png", bytes(start + "\0\0\0\0\0\0"))
                    .bytes();
            assertThat(refusal(nested)).isEqualTo(Refusal.PROGRAMS);
        }
    }

    @Test
    void refusesDamagedZips() {
        byte[] docx = Docx.line("x").bytes();
        assertThat(refusal(Arrays.copyOf(docx, docx.length / 2))).isEqualTo(Refusal.DAMAGED);
        assertThat(refusal(join(docx, bytes("behind")))).isEqualTo(Refusal.DAMAGED);
        byte[] lie = Docx.line("x").bytes();
        assertThat(refusal(Zips.with(lie, Zips.central(lie, "word/document.xml") + 16, 1)))
                .as("a checksum that is wrong")
                .isEqualTo(Refusal.DAMAGED);
        byte[] method = Docx.line("x").bytes();
        assertThat(refusal(Zips.withShort(method, Zips.central(method, "word/document.xml") + 10, 12)))
                .isEqualTo(Refusal.DAMAGED);
        assertThat(refusal(Docx.body("<w:p>").bytes())).isEqualTo(Refusal.DAMAGED);
        assertThat(refusal(Docx.body("<w:p>".repeat(2_000) + "</w:p>".repeat(2_000))
                        .bytes()))
                .isEqualTo(Refusal.DAMAGED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../x.xml",
                "word/../../x.xml",
                "/etc/x.xml",
                "C:\\x.xml",
                "word\\x.xml",
                "word/a\0.xml",
                "word/\u202Exml.exe",
                "word/.."
            })
    void s57_refusesPartNamesThatLeadElsewhere(String name) {
        assertThat(refusal(Docx.line("x").part(name, "", "<x/>").bytes())).isEqualTo(Refusal.DISGUISED);
    }

    @Test
    void s57_refusesVeryLongAndRepeatedPartNames() {
        assertThat(refusal(
                        Docx.line("x").part("word/" + "a".repeat(300), "", "x").bytes()))
                .isEqualTo(Refusal.DISGUISED);
        assertThat(refusal(Docx.line("x").part("Word/Document.xml", "", "<x/>").bytes()))
                .isEqualTo(Refusal.DISGUISED);
    }

    @Test
    void readsXmlOfAnySortInAFixedAmountOfMemory() {
        String[] bodies = {
            "<!--" + noise(5_000_000) + "-->",
            "<w:p w:x=\"" + noise(5_000_000) + "\"/>",
            "<w:p><![CDATA[" + noise(5_000_000) + "]]></w:p>",
            names(40_000)
        };
        for (String body : bodies) {
            assertThat(refusal(Docx.body(body).bytes())).isEqualTo(Refusal.DAMAGED);
        }
        byte[] longText = Docx.line(noise(6_000_000)).bytes();
        assertThat(judged(longText).content().bytes()).isEqualTo(longText);
    }

    /** Letters that do not pack well. */
    static String noise(int length) {
        StringBuilder noise = new StringBuilder(length);
        for (int seed = 1; noise.length() < length; seed = seed * 1_103_515_245 + 12_345) {
            noise.append((char) ('a' + (seed >>> 16) % 26));
        }
        return noise.toString();
    }

    static String names(int count) {
        StringBuilder tags = new StringBuilder();
        for (int i = 0; i < count; i++) {
            tags.append("<w:n").append(i * 7_919L).append("/>");
        }
        return tags.toString();
    }

    /** A document with parts of every sort. */
    static Map<String, byte[]> parts() {
        Map<String, byte[]> parts =
                new LinkedHashMap<>(Docx.parts(Docx.line("x").bytes()));
        parts.put("word/styles.xml", Docx.root("styles", "").getBytes(StandardCharsets.UTF_8));
        parts.put("customXml/item1.xml", bytes("<x/>"));
        assertThat(contains(Docx.zip(parts), "PK")).isTrue();
        return parts;
    }
}
