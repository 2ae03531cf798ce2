package quire.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quire.core.Digest;
import quire.pdf.Item;
import quire.pdf.PdfRequest;

class SheetTest {

    private static final byte[] PICTURE = "a picture".getBytes(StandardCharsets.UTF_8);

    private static Sheet sheet(String body) {
        return Sheet.of(
                new PdfRequest(
                        "<html lang=\"cy\"><head><title>T</title></head><body>" + body + "</body></html>",
                        "paper",
                        Map.of("picture-1", PICTURE),
                        Instant.EPOCH),
                "The heading");
    }

    private static String html(String body) {
        return sheet(body).html().replaceAll("^<div class=\"quire-sheet\" lang=\"cy\">|</div>$", "");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            # what anybody may try
            <p onclick="x()" style="color:red">A</p>          | <p>A</p>
            <script>alert(1)</script><p>A</p>                 | <p>A</p>
            <p>A<img src="x" onerror="x()"></p>               | <p>A</p>
            <a href="javascript:x()">A</a>                    | A
            <a href=" JAVA&#9;script:x()">A</a>               | A
            <a href="/sign-out">A</a>                         | A
            <iframe src="/"></iframe><svg><a>B</a></svg>      | B
            <form action="/x"><input name="a"><p>A</p></form> | <p>A</p>
            <p class="govuk-button">A</p>                     | <p class="sheet-govuk-button">A</p>
            <p id="main-content">A</p>                        | <p id="sheet-main-content">A</p>
            # links
            <a href="https://example.org/">A</a>              | <a href="https://example.org/" rel="noreferrer noopener">A</a>
            <a href="#note">A</a>                             | <a href="#sheet-note">A</a>
            # headings below that of the page, none left out
            <h1>The heading</h1><h2>A</h2><h4>B</h4><h2>C</h2> | <h2>A</h2><h3>B</h3><h2>C</h2>
            <h1>Another</h1><h2>A</h2>                        | <h2>Another</h2><h3>A</h3>
            <h3>A</h3><h3> </h3><h5>B</h5><h4>C</h4>          | <h2>A</h2><h3>B</h3><h3>C</h3>
            """)
    void isStructureAndNothingElse(String body, String sheet) {
        assertThat(html(body)).isEqualTo(sheet);
    }

    @Test
    void linksToOtherSheets() {
        assertThat(html("<a href=\"" + Item.link("paper-1") + "\">A</a>")).isEqualTo("<a href=\"paper-1\">A</a>");
    }

    @Test
    void showsTheKnownPicturesAlone() {
        String digest = Digest.of(PICTURE).hex();
        Sheet sheet = sheet("<p><img src=\"picture-1\" alt=\"A dog\"><img src=\"https://example.org/x.png\"></p>");
        assertThat(sheet.html()).contains("<p><img src=\"pictures/" + digest + "\" alt=\"A dog\"></p>");
        assertThat(sheet.shown()).containsExactly(digest);
        assertThat(sheet.pictures()).containsOnlyKeys(digest);
    }

    @Test
    void leavesOutWhatStandsInTheMarginsOfPaper() {
        String body = "<style>.top { color: red; position: running(top); } .hidden { display: none }"
                + " .kept { margin: 0 }</style><p class=\"top\">Top</p><p class=\"hidden\">Hidden</p>"
                + "<p class=\"kept\">Kept</p><p class=\"running-reference\">Signed record 12</p>";
        assertThat(html(body)).contains("Kept", "Signed record 12").doesNotContain("Top", "Hidden", "margin");
        String furniture = "<style>.running-reference { position: running(running-reference) }</style>"
                + "<p class=\"running-reference\">Signed record 12</p><h2>End</h2>";
        assertThat(html(furniture)).isEqualTo("<h2>End</h2><p class=\"sheet-reference\">Signed record 12</p>");
    }

    @Test
    void wideTablesMoveByThemselves() {
        String row = "<tr><th scope=\"col\">A</th><th>B</th><th>C</th></tr>";
        assertThat(html("<h2>Days</h2><table style=\"width: 9000px\">" + row + "</table>"))
                .contains(
                        "<div class=\"quire-wide\" role=\"group\" tabindex=\"0\" aria-label=\"Table: Days\"><table>",
                        "<th scope=\"col\">A</th>");
        assertThat(html("<table><tr><td>A</td><td>B</td></tr></table>")).doesNotContain("quire-wide");
    }

    @Test
    void saysTheWordsOfPagesPageByPage() {
        assertThat(Sheet.ofText(List.of(List.of("A < B"), List.of()), 31).html())
                .contains("<h2>Page 31</h2><p>A &lt; B</p><h2>Page 32</h2>", "There is no text on this page.");
        assertThat(Sheet.ofText(List.of(List.of()), 31).html()).contains("no text in this file");
    }

    @Test
    void manyStandInOneFile() {
        Map<String, String> sheets = new LinkedHashMap<>();
        sheets.put("cover", "<p>ŵ</p>");
        sheets.put("paper-1", "<p>2</p>");
        byte[] file = SheetFile.of(sheets);
        assertThat(SheetFile.of(sheets)).isEqualTo(file);
        assertThat(SheetFile.read(new ByteArrayInputStream(file), "cover")).contains("<p>ŵ</p>");
        assertThat(SheetFile.read(new ByteArrayInputStream(file), "paper-1")).contains("<p>2</p>");
        assertThat(SheetFile.read(new ByteArrayInputStream(file), "paper")).isEmpty();
    }
}
