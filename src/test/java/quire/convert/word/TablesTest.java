package quire.convert.word;

import static org.assertj.core.api.Assertions.assertThat;
import static quire.convert.word.WordParts.cell;
import static quire.convert.word.WordParts.document;
import static quire.convert.word.WordParts.table;

import java.util.List;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import quire.testkit.Docx;

/** Tables keep their grid, their headings and their lines. */
class TablesTest {

    @Test
    void cellsMaySpanColumnsAndRows() {
        Element table = WordPage.sample("tables").page().expectFirst("table");
        assertThat(table.select("td[colspan=2]").eachText()).containsExactly("across two");
        assertThat(table.select("td[rowspan=3]").eachText()).containsExactly("down three");
        assertThat(table.select("tr"))
                .extracting(row -> row.select("td").size())
                .containsExactly(2, 2, 2);
    }

    @Test
    void columnsAreAsWideAsInWord() {
        WordPage page = WordPage.sample("tables");
        assertThat(page.look("table")).contains("table-layout:fixed", "width:450pt");
        assertThat(page.look("col")).isEqualTo("width:22.22%;");
    }

    @Test
    void rowsThatWordRepeatsAreRepeatedAsHeadings() {
        WordPage page = WordPage.sample("tables");
        Element table = page.page().select("table").get(1);
        assertThat(table.select("thead th[scope=col]").eachText()).containsExactly("Need", "Action");
        assertThat(table.select("tbody tr")).hasSize(60);
        assertThat(page.sheets())
                .hasSize(2)
                .allSatisfy(sheet -> assertThat(sheet).contains("Need Action"));
    }

    @Test
    void whatAStyleDrawsAsHeadingsIsReadOutAsHeadings() {
        Element table = WordPage.sample("tables").page().select("table").get(2);
        assertThat(table.select("thead")).isEmpty();
        assertThat(table.select("th[scope=col]").eachText()).containsExactly("Styled", "head");
        assertThat(table.select("th[scope=row]").eachText()).containsExactly("row", "row");
    }

    @Test
    void everyRowIsAsWideAsTheWidest() {
        Element table = WordPage.sample("tables").page().select("table").get(3);
        assertThat(table.select("tr")).extracting(TablesTest::columns).containsExactly(3, 3, 3);
    }

    private static int columns(Element row) {
        return row.select("td, th").stream()
                .mapToInt(cell -> cell.hasAttr("colspan") ? Integer.parseInt(cell.attr("colspan")) : 1)
                .sum();
    }

    @Test
    void linesShadesAndPlacesComeFromCellTableAndStyle() {
        WordPage page = WordPage.sample("tables");
        assertThat(page.look("td:contains(across two)")).contains("border-top:0.5pt solid #000");
        assertThat(page.look("td:has(p:containsOwn(c)):not([colspan])")).contains("background-color:#ffff00");
        assertThat(page.look("th:contains(Styled)")).contains("background-color:#1f3864");
        assertThat(page.look("th:contains(Styled) p")).contains("color:#ffffff");
    }

    @Test
    void tablesStandInTablesUntilItIsTooMuch() {
        WordPage page = WordPage.sample("nested");
        assertThat(page.words()).contains("depth 8", "depth 0", "innermost");
        assertThat(page.page().select("table")).hasSize(6);
        assertThat(page.codes()).contains("table-depth");
    }

    @Test
    void aRowThatWasDeletedIsNotThere() {
        assertThat(WordPage.sample("changes").words()).contains("stays").doesNotContain("goes");
    }

    @Test
    void aTableOfFarTooManyColumnsIsCut() {
        String wide = table(
                "", "100", Docx.row(java.util.Collections.nCopies(150, "x").toArray(String[]::new)));
        WordPage page = WordPage.of(document(wide));
        assertThat(page.page().select("td")).hasSize(100);
        assertThat(page.codes()).contains("table-width");
    }

    @Test
    void aLongRowGoesOnOverThePage() {
        String words = "A long reflection that goes on and on. ".repeat(200);
        String rows = "<w:tr>" + cell("", Docx.paragraph(words)) + "</w:tr>";
        List<String> sheets = WordPage.of(document(Docx.paragraph("Before") + table("", "9000", rows)))
                .sheets();
        assertThat(sheets.get(0)).contains("Before", "A long reflection");
        assertThat(sheets).hasSizeGreaterThan(1);
    }
}
