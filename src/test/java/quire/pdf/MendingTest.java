package quire.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MendingTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            # loose text beside blocks
            a<p>b</p>c                 | <div>a</div><p>b</p><div>c</div>
            <div>a <b>b</b></div>      | <div>a <b>b</b></div>
            <ul><li>a<ul><li>b</li></ul>c</li></ul> | <ul><li><div>a</div><ul><li>b</li></ul><div>c</div></li></ul>
            # lists
            <ul>a<li>b</li></ul>       | <ul><li>a</li><li>b</li></ul>
            <ul><li>a</li><ul><li>b</li></ul></ul> | <ul><li><div>a</div><ul><li>b</li></ul></li></ul>
            <li>a</li><li>b</li>       | <ul><li>a</li><li>b</li></ul>
            <ul></ul><p>a</p>          | <p>a</p>""")
    void putsLooseThingsIntoElements(String html, String mended) {
        Document page = page(html);
        Blocks.mend(page, new Report("t"));
        assertThat(page.body().html()).isEqualTo(mended);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            # cells in each row afterwards, counting what spans
            <tr><td>a</td></tr><tr><td>b</td><td>c</td></tr>                             | 2 2
            <tr><td colspan=3>a</td></tr><tr><td>b</td></tr>                             | 1 3
            <tr><td rowspan=2>a</td><td>b</td></tr><tr><td>c</td></tr>                   | 2 1
            <tr><td rowspan=9>a</td><td>b</td></tr><tr></tr><tr><td>c</td></tr>          | 2 1
            <tr><td rowspan=2>a</td></tr><tr><td>b</td><td>c</td></tr>                   | 3 2
            <tr><td colspan=x>a</td></tr><tr><td colspan=0>b</td><td>c</td></tr>         | 2 2""")
    void padsTheRowsOfATable(String rows, String cells) {
        Document page = page("<table>" + rows + "</table>");
        Tables.mend(page, new Report("t"));
        String counted = page.select("tr").stream()
                .map(row -> Integer.toString(row.childrenSize()))
                .collect(Collectors.joining(" "));
        assertThat(counted).isEqualTo(cells);
    }

    @Test
    void cutsALongBodyButNoCellThatSpansRows() {
        String rows = IntStream.range(0, 200)
                .mapToObj(row -> row == 49 ? "<tr><td rowspan=3>a</td></tr>" : "<tr><td>b</td></tr>")
                .collect(Collectors.joining());
        Document page = page("<table>" + rows + "</table>");
        Tables.mend(page, new Report("t"));
        assertThat(page.select("tr")).hasSize(200);
        assertThat(page.select("tbody").stream().map(body -> body.childrenSize()))
                .containsExactly(52, 50, 50, 46, 2);
    }

    @Test
    void printsControlsAsTheirAnswers() {
        Document page = page("<form>a <input value=b> <input type=checkbox checked> <input type=radio>"
                + "<select><option>c</option><option selected>d</option></select><textarea>e</textarea></form>");
        Controls.mend(page, new Report("t"));
        assertThat(page.body().text()).isEqualTo("a b ☒ ○de");
        assertThat(page.select("form, input, select, textarea")).isEmpty();
    }

    @Test
    void keepsTheRestOfAStyleSheet() {
        StyleSheet.Block sheet = StyleSheet.parse("@media print { p { color: red; content: \"a;}b\" } } /* x } */ "
                + "b { background: url(a;b) } } i { color: blue");
        assertThat(sheet.text().replaceAll("\\s+", " "))
                .isEqualTo("@media print { p { color: red; content: \"a;}b\"; } } b { background: url(a;b); }"
                        + " i { color: blue; } ");
    }

    private static Document page(String html) {
        Document page = Jsoup.parse("<body>" + html);
        page.outputSettings().prettyPrint(false);
        return page;
    }
}
