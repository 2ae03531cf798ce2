package quire.convert.word;

import static org.assertj.core.api.Assertions.assertThat;
import static quire.convert.word.WordParts.document;
import static quire.convert.word.WordParts.item;
import static quire.convert.word.WordParts.paragraph;
import static quire.convert.word.WordParts.run;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quire.testkit.Docx;

/** Paragraphs keep their meaning and their looks. */
class ParagraphsTest {

    @Test
    void headingsStartAtTheFirstLevelAndSkipNone() {
        WordPage page = WordPage.sample("headings");
        assertThat(page.page().select("h1,h2,h3").eachAttr("class")).hasSize(5);
        assertThat(page.page().select("h1,h2,h3").stream().map(heading -> heading.normalName() + " " + heading.text()))
                .containsExactly(
                        "h1 A heading of the third level comes first",
                        "h1 Summary",
                        "h2 Two levels further down",
                        "h2 Only an outline level",
                        "h1 1. Numbered heading");
    }

    @Test
    void listsAreCountedAsInWord() {
        WordPage page = WordPage.sample("lists");
        assertThat(page.text("li > p"))
                .containsExactly(
                        "1. First",
                        "1.a) under the first",
                        "1.b) second under the first",
                        "(I) third level",
                        "2. Second",
                        "2.a) under the second",
                        "3. Third",
                        "• A bullet",
                        "• Another bullet",
                        "5. Starts at five",
                        "6. Six");
    }

    @Test
    void deeperItemsStandInsideTheItemAboveThem() {
        WordPage page = WordPage.sample("lists");
        assertThat(page.page().select("body ul > :not(li)")).isEmpty();
        assertThat(page.text("li > ul > li > ul > li")).containsExactly("(I) third level");
    }

    @ParameterizedTest
    @CsvSource({
        "decimal, 12, 12",
        "decimalZero, 7, 07",
        "lowerRoman, 1994, mcmxciv",
        "upperRoman, 4, IV",
        "lowerLetter, 27, aa",
        "upperLetter, 3, C",
        "ordinal, 11, 11th",
        "ordinal, 22, 22nd",
        "cardinalText, 121, One hundred twenty-one",
        "ordinalText, 20, Twentieth",
        "ordinalText, 3, Third",
        "chicago, 6, ††",
        "decimalEnclosedCircle, 3, ③",
        "numberInDash, 2, - 2 -",
        "none, 2, ''",
        "somethingNew, 2, 2",
        "upperRoman, 100000, 100000"
    })
    void numbersAreWrittenInManyWays(String format, int number, String written) {
        assertThat(NumberFormat.write(number, format)).isEqualTo(written);
    }

    @Test
    void aLevelMayGoOnWhileThoseAboveChange() {
        String numbering = WordParts.NUMBERING.replaceFirst(
                "<w:lvlText w:val=\"%1.%2\\)\"/>", "<w:lvlRestart w:val=\"0\"/><w:lvlText w:val=\"%1.%2)\"/>");
        WordPage page = WordPage.of(Docx.body(item(1, 0, "a") + item(1, 1, "b") + item(1, 0, "c") + item(1, 1, "d"))
                .story("numbering", "numbering", "numbering", numbering));
        assertThat(page.text("li > p")).last().isEqualTo("2.b) d");
    }

    @Test
    void textLooksAsItDoesInWord() {
        WordPage page = WordPage.sample("text");
        assertThat(page.look("span:containsOwn(bold)")).contains("font-weight:bold");
        assertThat(page.look("span:containsOwn(italic)")).contains("font-style:italic");
        assertThat(page.look("span:containsOwn(underlined)")).contains("text-decoration:underline");
        assertThat(page.look("span:containsOwn(struck)")).contains("text-decoration:line-through");
        assertThat(page.look("span:containsOwn(red)")).contains("color:#c00000");
        assertThat(page.look("span:containsOwn(above)")).contains("vertical-align:super");
        assertThat(page.look("span:containsOwn(below)")).contains("vertical-align:sub");
        assertThat(page.look("span:containsOwn(marked)")).contains("background-color:yellow");
        assertThat(page.look("span:containsOwn(technical)")).contains("monospace");
        assertThat(page.look("span:containsOwn(serif)")).contains("font-family:serif");
        assertThat(page.look("span:containsOwn(capitals)")).contains("uppercase");
    }

    @Test
    void wordsOfNoColourAreWhiteOnADarkGround() {
        assertThat(WordPage.sample("text").look("span:containsOwn(shaded)"))
                .contains("color:#ffffff", "background-color:#000080");
    }

    @Test
    void aVoiceIsToldWhichWordsAreInAnotherLanguage() {
        WordPage page = WordPage.sample("text");
        assertThat(page.page().expectFirst("html").attr("lang")).isEqualTo("en-GB");
        assertThat(page.text("[lang=cy-GB]")).containsExactly("Cymraeg");
    }

    @Test
    void symbolsBecomeCharactersThatEverybodyKnows() {
        WordPage page = WordPage.sample("text");
        assertThat(page.words()).contains("✓ done α•", "αβγ");
        assertThat(page.codes()).contains("symbol");
    }

    @Test
    void stylesOfTwoKindsTurnEachOtherOff() {
        Docx docx = document(paragraph(
                "<w:pStyle w:val=\"Heading1\"/>", Docx.run("bold ") + run("<w:rStyle w:val=\"Strong\"/>", "and not")));
        assertThat(WordPage.of(docx).look("span:containsOwn(and not)")).contains("font-weight:normal");
    }

    @Test
    void indentsSpacesAndLinesAreThoseOfWord() {
        WordPage page = WordPage.sample("paragraphs");
        assertThat(page.look("p:containsOwn(In the middle)")).contains("text-align:center");
        assertThat(page.look("p:containsOwn(To the right)")).contains("text-align:right");
        assertThat(page.look("p:eq(3)")).contains("margin:0pt 36pt 8pt 72pt", "text-indent:18pt");
        assertThat(page.look("p:containsOwn(On a shade)")).contains("background-color:#d9e2f3");
    }

    @Test
    void neighboursWithTheSameLinesShareOneFrame() {
        WordPage page = WordPage.sample("paragraphs");
        assertThat(page.look("p:containsOwn(In a frame)"))
                .contains("border-top:1pt solid #ff0000")
                .doesNotContain("border-bottom");
        assertThat(page.look("p:containsOwn(In the same frame)"))
                .contains("border-bottom:1pt dashed")
                .doesNotContain("border-top");
    }

    @Test
    void pagesEndWhereSomebodyEndedThem() {
        List<String> sheets = WordPage.sample("paragraphs").sheets();
        assertThat(sheets).hasSize(4);
        assertThat(sheets.get(1)).startsWith("On a page of its own").endsWith("Before");
        assertThat(sheets.get(2)).isEqualTo("after the end of a page");
        assertThat(sheets.get(3)).startsWith("Behind an empty page end");
    }

    @Test
    void tabsLeadToTheirStops() {
        String sheet = WordPage.sample("paragraphs").sheets().get(3);
        assertThat(sheet).contains("Name").contains("Date");
        assertThat(WordPage.sample("paragraphs").look("p:containsOwn(Name) span"))
                .contains("dotted", "padding-left");
    }

    @Test
    void lettersKeepTheirWidthSoThatLinesStayAsLong() {
        Family arial = Family.of("Arial", "");
        assertThat(arial.generic()).isEqualTo("sans-serif");
        assertThat(arial.scale()).isBetween(0.85, 1.0);
        assertThat(Family.of("Unheard Of", "roman").generic()).isEqualTo("serif");
        assertThat(Family.of("Some Mono", "").generic()).isEqualTo("monospace");
    }

    @Test
    void textRunsFromRightToLeftWhereItDoesInWord() {
        WordPage page = WordPage.sample("right-to-left");
        assertThat(page.page().select("p[dir=rtl]")).hasSize(2);
        assertThat(page.look("p[dir=rtl]")).contains("text-align:right");
    }
}
