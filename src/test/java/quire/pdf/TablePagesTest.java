package quire.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import quire.testkit.PdfText;

/** Tables break over pages as a typesetter would break them, wherever on the page they begin. */
class TablePagesTest {

    /** A page of about twenty lines, so that a table meets its end in every way there is. */
    private static final String STYLE =
            "@page { size: 100mm 130mm; margin: 10mm } html, body { font-size: 10pt; margin: 0 }"
                    + " p { margin: 0 0 1mm 0 } h3 { font-size: 10pt; page-break-after: avoid }"
                    + " table { width: 100%; border-collapse: collapse; -fs-table-paginate: paginate; -fs-page-break-min-height: 30mm }";

    /** Lines between the places where a table begins in every build. */
    private static final int SOME_PLACES = 4;

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1", "3, 1", "9, 1", "1, 6", "2, 4", "3, 4", "8, 4", "27, 2", "30, 4", "90, 1"})
    void noHeadingOrHeadStandsAloneAndNoRowIsLost(int rows, int linesOfARow) {
        noHeadingOrHeadStandsAlone(rows, linesOfARow, SOME_PLACES);
    }

    @Tag("slow")
    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1", "3, 1", "9, 1", "1, 6", "2, 4", "3, 4", "8, 4", "27, 2", "30, 4", "90, 1"})
    void noHeadingOrHeadStandsAloneWhereverTheTableBegins(int rows, int linesOfARow) {
        noHeadingOrHeadStandsAlone(rows, linesOfARow, 1);
    }

    private static void noHeadingOrHeadStandsAlone(int rows, int linesOfARow, int step) {
        for (int linesBefore = 0; linesBefore < 22; linesBefore += step) {
            List<String> pages = pages(linesBefore, rows, linesOfARow);
            String all = String.join("\n", pages);
            assertThat(IntStream.range(0, rows).mapToObj(row -> "row" + row + "."))
                    .allSatisfy(row -> assertThat(all).containsOnlyOnce(row));
            for (String page : pages) {
                boolean row = page.contains("row");
                assertThat(page.contains("heading") && !row).as(page).isFalse();
                assertThat(page.contains("head of table")).as(page).isEqualTo(row);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"2, 1", "3, 1", "9, 1", "2, 4", "3, 4", "8, 4"})
    void theLastRowDoesNotStandAlone(int rows, int linesOfARow) {
        theLastRowDoesNotStandAlone(rows, linesOfARow, SOME_PLACES);
    }

    @Tag("slow")
    @ParameterizedTest
    @CsvSource({"2, 1", "3, 1", "9, 1", "2, 4", "3, 4", "8, 4"})
    void theLastRowDoesNotStandAloneWhereverTheTableBegins(int rows, int linesOfARow) {
        theLastRowDoesNotStandAlone(rows, linesOfARow, 1);
    }

    private static void theLastRowDoesNotStandAlone(int rows, int linesOfARow, int step) {
        for (int linesBefore = 0; linesBefore < 22; linesBefore += step) {
            List<String> pages = pages(linesBefore, rows, linesOfARow);
            String last = pages.stream()
                    .filter(page -> page.contains("row" + (rows - 1) + "."))
                    .findFirst()
                    .orElseThrow();
            assertThat(last).as("after %s lines", linesBefore).contains("row" + (rows - 2) + ".");
        }
    }

    @Test
    void aPageIsFilledBeforeTheNextBegins() {
        String first = pages(0, 40, 1).get(0);
        assertThat(first.lines().filter(line -> line.contains("row"))).hasSizeGreaterThan(10);
    }

    /** The renderer looks for the first line of a table where there may be none: in an empty cell. */
    @ParameterizedTest
    @ValueSource(strings = {"", "<p></p>", "<div><br/></div>x", "<span></span>"})
    void noPageStaysEmptyBeforeATableThatBeginsWithAnEmptyCell(String cell) {
        String rows = "<tr><td>" + cell + "</td><td>row<br>x<br>x</td></tr>";
        for (int linesBefore = 0; linesBefore < 22; linesBefore += 3) {
            String page = "<!DOCTYPE html><html lang='en'><head><title>t</title><style>" + STYLE
                    + "</style></head><body><h1>Table</h1>" + "<p>before</p>".repeat(linesBefore)
                    + "<h2>heading</h2><table><thead><tr><th></th><th>head of table</th></tr></thead>"
                    + rows.repeat(30) + "</table></body></html>";
            PdfRequest request = new PdfRequest(page, "table.html", Map.of(), Instant.EPOCH);
            List<String> pages = PdfText.pages(new PdfMaker().make(request).bytes());
            assertThat(pages.subList(1, pages.size()))
                    .as("after %s lines", linesBefore)
                    .allSatisfy(text -> assertThat(text).contains("row", "head of table"));
        }
    }

    private static List<String> pages(int linesBefore, int rows, int linesOfARow) {
        StringBuilder page = new StringBuilder("<!DOCTYPE html><html lang='en'><head><title>t</title><style>")
                .append(STYLE)
                .append("</style></head><body><h1>Table</h1>")
                .append("<p>before</p>".repeat(linesBefore))
                .append(
                        "<h2>heading</h2><h3>heading</h3><table><thead><tr><th>head of table</th><th>b</th></tr></thead>");
        for (int row = 0; row < rows; row++) {
            page.append("<tr><td>row").append(row).append(".</td><td>");
            page.append("x<br>".repeat(linesOfARow)).append("</td></tr>");
        }
        page.append("</table></body></html>");
        PdfRequest request = new PdfRequest(page.toString(), "table.html", Map.of(), Instant.EPOCH);
        return PdfText.pages(new PdfMaker().make(request).bytes());
    }
}
