package quire.merge.word;

import static org.assertj.core.api.Assertions.assertThat;
import static quire.testkit.Docx.paragraph;
import static quire.testkit.Docx.run;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quire.core.Json;
import quire.merge.Delimiters;
import quire.merge.Missing;
import quire.merge.Value;
import quire.testkit.Docx;
import quire.testkit.DocxText;

/** What holds for a merge as a whole. */
class WordTemplateTest {

    static byte[] merge(byte[] template, String data) {
        return WordTemplate.compile(template)
                .merge(Value.of(Json.readObject(data.replace('\'', '"'), "data")), Missing.BLANK)
                .bytes();
    }

    @Test
    void partsWithoutTagsComeOutByteForByte() {
        byte[] odd =
                "<?xml version='1.0'?><!-- odd  spacing --><x  a = '1'   b=\"2\"/>".getBytes(StandardCharsets.UTF_8);
        byte[] picture = new byte[5_000];
        Arrays.fill(picture, (byte) 7);
        Docx template = Docx.line("{{name}}")
                .story("styles", "styles", "styles", "<w:docDefaults/>")
                .story("numbering", "numbering", "numbering", "<w:abstractNum w:abstractNumId=\"0\"/>")
                .part("customXml/item1.xml", "application/xml", odd)
                .part("word/media/a.png", "image/png", picture);
        Map<String, byte[]> before = Docx.parts(template.bytes());
        Map<String, byte[]> after = Docx.parts(merge(template.bytes(), "{'name': 'Ana'}"));
        assertThat(after.keySet()).containsExactlyInAnyOrderElementsOf(before.keySet());
        before.forEach((name, bytes) -> {
            if (!name.equals("word/document.xml")) {
                assertThat(after.get(name)).as(name).isEqualTo(bytes);
            }
        });
    }

    @Test
    void aTemplateWithoutAnyTagComesOutPartByPartAsItWas() {
        byte[] template =
                Docx.body(paragraph("No tags, one { brace }") + "<w:p/>").bytes();
        Map<String, byte[]> after = Docx.parts(merge(template, "{}"));
        Docx.parts(template)
                .forEach((name, bytes) -> assertThat(after.get(name)).as(name).isEqualTo(bytes));
    }

    @Test
    void theSameInputMakesTheSameBytes() {
        byte[] template = Docx.body(paragraph("{{#l}}{{.}}{{/l}}")).bytes();
        assertThat(merge(template, "{'l': [1, 2]}")).isEqualTo(merge(template, "{'l': [1, 2]}"));
    }

    @Test
    void eightThreadsShareATemplate() throws Exception {
        WordTemplate template =
                WordTemplate.compile(Docx.body(paragraph("{{#l}}") + paragraph("{{.}}") + paragraph("{{/l}}"))
                        .bytes());
        Value data = Value.of(Json.readObject("{\"l\": [1, 2, 3]}", "data"));
        byte[] expected = template.merge(data, Missing.ERROR).bytes();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<byte[]>> made = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                made.add(
                        threads.submit(() -> template.merge(data, Missing.ERROR).bytes()));
            }
            for (Future<byte[]> one : made) {
                assertThat(one.get()).isEqualTo(expected);
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void aHundredThousandRowsStreamThroughASmallWindow() {
        WordTemplate template =
                WordTemplate.compile(Docx.body(Docx.table(Docx.row("{{#l}}{{.}}", "row {{_number}}{{/l}}")))
                        .bytes());
        List<Value> rows = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            rows.add(new Value.Text("x"));
        }
        long[] written = new long[1];
        long[] largest = new long[1];
        template.merge(new Value.Group(Map.of("l", new Value.Items(rows))), Missing.ERROR, new OutputStream() {
            @Override
            public void write(int b) {
                written[0]++;
            }

            @Override
            public void write(byte[] bytes, int from, int length) {
                written[0] += length;
                largest[0] = Math.max(largest[0], length);
            }
        });
        assertThat(written[0]).isGreaterThan(100_000);
        assertThat(largest[0]).isLessThan(100_000);
    }

    @Test
    void templatesFromElsewhereMayHaveOtherDelimiters() {
        byte[] template =
                Docx.body(paragraph("Dear {name}, {#l}{.} {/l}{{name}}")).bytes();
        byte[] other = Docx.body(paragraph("Dear {name}, {#l}{.} {/l}")).bytes();
        assertThat(WordTemplate.compile(template, Delimiters.parse("{ }")).findings())
                .isNotEmpty();
        byte[] made = WordTemplate.compile(other, Delimiters.parse("{ }"))
                .merge(Value.of(Json.readObject("{\"name\": \"Ana\", \"l\": [1, 2]}", "data")), Missing.ERROR)
                .bytes();
        assertThat(DocxText.of(made)).isEqualTo("Dear Ana, 1 2 ");
    }

    @Test
    void whatIsMissingFromADraftIsHighlighted() {
        WordTemplate template = WordTemplate.compile(
                Docx.body("<w:p><w:r><w:rPr><w:b/><w:u w:val=\"single\"/></w:rPr><w:t>{{date}}</w:t></w:r></w:p>")
                        .bytes());
        Value data = new Value.Group(Map.of("date", new Value.Gap("Date of the meeting", Map.of())));
        assertThat(Docx.bodyXml(template.merge(data, Missing.MARK).bytes()))
                .contains("<w:b/><w:highlight w:val=\"yellow\"/><w:u w:val=\"single\"/>")
                .contains("[Date of the meeting]");
        assertThat(DocxText.of(template.merge(data, Missing.BLANK).bytes())).isEmpty();
    }

    @Test
    void longTextBecomesParagraphsAndListsWhereItsTagStandsAlone() {
        Value text = new Value.Group(Map.of("t", new Value.Prose("One\nline\n\nTwo\n- a\n- b\n1. c\n2. d")));
        WordTemplate alone = WordTemplate.compile(Docx.line("{{t}}").bytes());
        assertThat(DocxText.lines(alone.merge(text, Missing.ERROR).bytes()))
                .containsExactly("One\nline", "Two", "•\ta", "•\tb", "1.\tc", "2.\td");
        WordTemplate inline = WordTemplate.compile(Docx.line("Said: {{t}}").bytes());
        assertThat(DocxText.of(inline.merge(text, Missing.ERROR).bytes()))
                .isEqualTo("Said: One\nline\n\nTwo\n- a\n- b\n1. c\n2. d");
    }

    @Test
    void onlyTheEndOfALongTextStaysWithWhatComesNext() {
        byte[] template = Docx.body("<w:p><w:pPr><w:keepNext/><w:jc w:val=\"both\"/></w:pPr>" + run("{{a}}") + "</w:p>")
                .bytes();
        String merged = Docx.bodyXml(merge(template, "{'a': 'First.\\n\\n- one\\n- two\\n\\nLast.'}"));
        assertThat(merged.split("<w:keepNext", -1)).hasSize(2);
        assertThat(merged.indexOf("<w:keepNext")).isBetween(merged.indexOf("two"), merged.indexOf("Last."));
        assertThat(merged.split("\"both\"", -1)).hasSize(5);
    }

    @Test
    void longTextUsesTheListsOfTheTemplate() {
        String numbering =
                "<w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"bullet\"/></w:lvl>"
                        + "</w:abstractNum><w:abstractNum w:abstractNumId=\"2\"><w:lvl w:ilvl=\"0\">"
                        + "<w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/></w:lvl></w:abstractNum><w:num w:numId=\"5\"><w:abstractNumId w:val=\"1\"/>"
                        + "</w:num><w:num w:numId=\"6\"><w:abstractNumId w:val=\"2\"/></w:num>";
        Docx template = Docx.body(paragraph("{{t}}") + paragraph("{{t}}"))
                .story("numbering", "numbering", "numbering", numbering);
        byte[] made = Merged.docx(template, new Value.Group(Map.of("t", new Value.Prose("- a\n\n1. b"))));
        assertThat(Docx.bodyXml(made))
                .contains("<w:numId w:val=\"5\"/>", "<w:numId w:val=\"7\"/>", "<w:numId w:val=\"8\"/>");
        assertThat(Docx.xml(made, "word/numbering.xml"))
                .contains("<w:num w:numId=\"8\"><w:abstractNumId w:val=\"2\"/><w:lvlOverride w:ilvl=\"0\">"
                        + "<w:startOverride w:val=\"1\"/>");
    }

    @Test
    void aListOfALongTextBeginsWithTheNumberThatWasTyped() {
        byte[] made = prose("decimal", "%1.", "3. c\n\nBetween.\n\n4. d\n6. f");
        assertThat(Docx.xml(made, "word/numbering.xml"))
                .containsSubsequence(
                        "<w:num w:numId=\"7\">", "<w:startOverride w:val=\"3\"/>",
                        "<w:num w:numId=\"8\">", "<w:startOverride w:val=\"4\"/>",
                        "<w:num w:numId=\"9\">", "<w:startOverride w:val=\"6\"/>");
        assertThat(DocxText.lines(made)).containsExactly("c", "Between.", "d", "f");
    }

    @ParameterizedTest
    @CsvSource({"decimal, %1)", "decimal, (%1)", "lowerLetter, %1.", "decimalZero, %1.", "decimal, ''"})
    void aListThatCountsInAnotherWayDoesNotPrintWhatWasTyped(String format, String words) {
        assertThat(DocxText.lines(prose(format, words, "3. c\n4. d"))).containsExactly("3.\tc", "4.\td");
    }

    private static byte[] prose(String format, String words, String text) {
        String numbering = "<w:abstractNum w:abstractNumId=\"2\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"" + format
                + "\"/><w:lvlText w:val=\"" + words + "\"/></w:lvl></w:abstractNum><w:num w:numId=\"6\">"
                + "<w:abstractNumId w:val=\"2\"/></w:num>";
        return Merged.docx(
                Docx.line("{{t}}").story("numbering", "numbering", "numbering", numbering),
                new Value.Group(Map.of("t", new Value.Prose(text))));
    }

    @Test
    void idsInCopiesAreFresh() {
        String block = "<w:p w14:paraId=\"11111111\"><w:bookmarkStart w:id=\"3\" w:name=\"here\"/>" + run("{{.}}")
                + "<w:bookmarkEnd w:id=\"3\"/><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>"
                + "<w:r><w:instrText> REF here \\h </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
                + "<w:hyperlink w:anchor=\"here\">" + run("link") + "</w:hyperlink>"
                + "<w:commentRangeStart w:id=\"0\"/><w:commentRangeEnd w:id=\"0\"/><w:r><w:commentReference w:id=\"0\"/></w:r>"
                + "<w:sdt><w:sdtPr><w:id w:val=\"99\"/></w:sdtPr><w:sdtContent>" + run("c") + "</w:sdtContent></w:sdt>"
                + "<w:r><w:drawing><wp:inline><wp:docPr id=\"1\" name=\"P\"/></wp:inline></w:drawing></w:r></w:p>";
        String xml = Docx.bodyXml(
                Merged.docx(Docx.body(paragraph("{{#l}}") + block + paragraph("{{/l}}")), "{'l': [1, 2, 3]}"));
        assertThat(xml).contains("w:name=\"here\"", "w:name=\"here_1\"", "w:name=\"here_2\"");
        assertThat(xml).contains("REF here \\h", "REF here_1 \\h", "w:anchor=\"here_2\"");
        assertThat(xml.split("commentReference", -1)).hasSize(2);
    }
}
