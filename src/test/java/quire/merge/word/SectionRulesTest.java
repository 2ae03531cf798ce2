package quire.merge.word;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static quire.testkit.Docx.paragraph;
import static quire.testkit.Docx.row;
import static quire.testkit.Docx.run;
import static quire.testkit.Docx.table;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import quire.core.Json;
import quire.core.Problem;
import quire.merge.Missing;
import quire.merge.Value;
import quire.testkit.Docx;
import quire.testkit.DocxCheck;
import quire.testkit.DocxText;

/** What a section repeats: one group of tests for each row of the rule table in writing-templates.md. */
class SectionRulesTest {

    private static final String PEOPLE =
            "{'people': [{'name': 'Ana', 'town': 'Leeds'}, {'name': 'Bo', 'town': 'York'}],"
                    + " 'none': [], 'yes': true, 'no': false}";

    @Nested
    class BothInOneParagraph {
        @Test
        void theWordsBetweenRepeat() {
            assertThat(merge(paragraph("Dear {{#people}}{{name}}, {{/people}}all")))
                    .containsExactly("Dear Ana, Bo, all");
        }

        @Test
        void twoSectionsShareAParagraph() {
            assertThat(merge(paragraph("{{#people}}{{name}} {{/people}}- {{#people}}{{town}} {{/people}}")))
                    .containsExactly("Ana Bo - Leeds York ");
        }

        @Test
        void anInvertedSectionShowsWhenThereIsNothing() {
            assertThat(merge(paragraph("People: {{#none}}x{{/none}}{{^none}}nobody{{/none}}")))
                    .containsExactly("People: nobody");
        }

        @Test
        void runsBetweenKeepTheirLook() {
            String bold = "<w:r><w:rPr><w:b/></w:rPr><w:t>{{name}}</w:t></w:r>";
            byte[] made = made("<w:p>" + run("{{#people}}") + bold + run(" {{/people}}") + "</w:p>", PEOPLE);
            assertThat(Docx.bodyXml(made)).contains("<w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">Bo</w:t>");
        }
    }

    @Nested
    class BothAloneInTheirParagraphs {
        @Test
        void theBlocksBetweenRepeatAndTheMarkersVanish() {
            assertThat(merge(paragraph("{{#people}}")
                            + paragraph("{{name}}")
                            + paragraph("of {{town}}")
                            + paragraph("{{/people}}")
                            + paragraph("end")))
                    .containsExactly("Ana", "of Leeds", "Bo", "of York", "end");
        }

        @Test
        void aTableBetweenRepeatsAsAWhole() {
            assertThat(merge(paragraph("{{#people}}")
                            + table(row("{{name}}", "{{town}}"))
                            + paragraph("{{/people}}")
                            + paragraph("end")))
                    .containsExactly("|Ana|Leeds|", "|Bo|York|", "end");
        }

        @Test
        void twoMarkersMayShareAParagraph() {
            assertThat(merge(paragraph("{{#yes}}{{#people}}")
                            + paragraph("{{name}}")
                            + paragraph("{{/people}}{{/yes}}")
                            + paragraph("end")))
                    .containsExactly("Ana", "Bo", "end");
        }

        @Test
        void oneMayEndWhereTheNextBegins() {
            assertThat(merge(paragraph("{{#yes}}")
                            + paragraph("a")
                            + paragraph("{{/yes}}{{#people}}")
                            + paragraph("{{name}}")
                            + paragraph("{{/people}}")
                            + paragraph("end")))
                    .containsExactly("a", "Ana", "Bo", "end");
        }

        @Test
        void nothingIsLeftOfAFalseOne() {
            assertThat(merge(paragraph("a")
                            + paragraph("{{#no}}")
                            + paragraph("b")
                            + paragraph("{{/no}}")
                            + paragraph("c")))
                    .containsExactly("a", "c");
        }

        @Test
        void aSectionBreakBetweenRepeatsWithIt() {
            String breaking = "<w:p><w:pPr><w:sectPr><w:pgSz w:w=\"100\" w:h=\"100\"/></w:sectPr></w:pPr></w:p>";
            byte[] made = made(
                    paragraph("{{#people}}") + paragraph("{{name}}") + breaking + paragraph("{{/people}}")
                            + "<w:sectPr/>",
                    PEOPLE);
            assertThat(Docx.bodyXml(made).split("<w:sectPr><w:pgSz", -1)).hasSize(3);
            assertThat(Docx.bodyXml(made)).endsWith("<w:sectPr/>");
        }

        @Test
        void theBreakOfAMarkerParagraphStaysOnce() {
            String breaking = "<w:p><w:pPr><w:sectPr/></w:pPr>" + run("{{/people}}") + "</w:p>";
            byte[] made = made(paragraph("{{#people}}") + paragraph("{{name}}") + breaking, PEOPLE);
            assertThat(Docx.bodyXml(made).split("<w:sectPr", -1)).hasSize(2);
        }
    }

    @Nested
    class BothInOneCell {
        @Test
        void onlyTheInsideOfTheCellRepeats() {
            String cell =
                    "<w:tc>" + paragraph("{{#people}}") + paragraph("{{name}}") + paragraph("{{/people}}") + "</w:tc>";
            assertThat(merge(table("<w:tr>" + cell + "<w:tc>" + paragraph("once") + "</w:tc></w:tr>")))
                    .containsExactly("|Ana / Bo|once|");
        }

        @Test
        void inOneParagraphOfItToo() {
            assertThat(merge(table(row("{{#people}}{{name}} {{/people}}", "once"))))
                    .containsExactly("|Ana Bo |once|");
        }

        @Test
        void anEmptiedCellKeepsOneParagraph() {
            String cell =
                    "<w:tc>" + paragraph("{{#none}}") + paragraph("{{name}}") + paragraph("{{/none}}") + "</w:tc>";
            assertThat(merge(table("<w:tr>" + cell + "<w:tc>" + paragraph("once") + "</w:tc></w:tr>")))
                    .containsExactly("||once|");
        }

        @Test
        void aCellThatEndsInATableGetsAParagraph() {
            String cell = "<w:tc>" + table(row("inner")) + paragraph("{{#no}}x{{/no}}") + "</w:tc>";
            assertThat(merge(table("<w:tr>" + cell + "</w:tr>"))).hasSize(1);
        }
    }

    @Nested
    class InDifferentCellsOfOneRow {
        @Test
        void theRowRepeats() {
            assertThat(merge(table(row("Name", "Town"), row("{{#people}}{{name}}", "{{town}}{{/people}}"))))
                    .containsExactly("|Name|Town|", "|Ana|Leeds|", "|Bo|York|");
        }

        @Test
        void theMarkersMayHaveParagraphsOfTheirOwn() {
            String first = "<w:tc>" + paragraph("{{#people}}") + paragraph("{{name}}") + "</w:tc>";
            String second = "<w:tc>" + paragraph("{{town}}") + paragraph("{{/people}}") + "</w:tc>";
            assertThat(merge(table("<w:tr>" + first + second + "</w:tr>"))).containsExactly("|Ana|Leeds|", "|Bo|York|");
        }

        @Test
        void anEmptyListTakesTheRowAway() {
            assertThat(merge(table(row("Name", "Town"), row("{{#none}}{{name}}", "{{town}}{{/none}}"))))
                    .containsExactly("|Name|Town|");
        }

        @Test
        void aTableWithoutRowsGoesAndTheCellAroundItKeepsAParagraph() {
            String inner = table(row("{{#none}}{{name}}", "{{town}}{{/none}}"));
            assertThat(merge(paragraph("before") + inner + paragraph("after"))).containsExactly("before", "after");
            assertThat(merge(table("<w:tr><w:tc>" + inner + paragraph("{{#no}}x{{/no}}") + "</w:tc></w:tr>")))
                    .containsExactly("||");
        }

        @Test
        void rowsRepeatInsideRows() {
            String inner = table(row("{{#m}}{{.}}", "!{{/m}}"));
            String outer = table("<w:tr><w:tc>" + paragraph("{{#l}}{{n}}") + inner + paragraph("") + "</w:tc><w:tc>"
                    + paragraph("{{/l}}") + "</w:tc></w:tr>");
            assertThat(lines(outer, "{'l': [{'n': 1, 'm': ['a', 'b']}, {'n': 2, 'm': []}]}"))
                    .containsExactly("|1 / |a|!| / |b|!| / ||", "|2 / ||");
        }
    }

    @Nested
    class InDifferentRowsOfOneTable {
        @Test
        void theRowsFromTheOneToTheOtherRepeatTogether() {
            assertThat(merge(table(row("{{#people}}{{name}}"), row("of {{town}}{{/people}}"), row("end"))))
                    .containsExactly("|Ana|", "|of Leeds|", "|Bo|", "|of York|", "|end|");
        }

        @Test
        void aRowOfMarkersOnlyVanishes() {
            assertThat(merge(table(
                            row("Name", "Town"),
                            row("{{#people}}", ""),
                            row("{{name}}", "{{town}}"),
                            row("{{/people}}", ""))))
                    .containsExactly("|Name|Town|", "|Ana|Leeds|", "|Bo|York|");
        }

        @Test
        void wholeMergedCellsRepeat() {
            String start = "<w:tr><w:tc><w:tcPr><w:vMerge w:val=\"restart\"/></w:tcPr>"
                    + paragraph("{{#people}}{{name}}") + "</w:tc><w:tc>" + paragraph("of") + "</w:tc></w:tr>";
            String rest = "<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>" + paragraph("") + "</w:tc><w:tc>"
                    + paragraph("{{town}}{{/people}}") + "</w:tc></w:tr>";
            assertThat(merge(table(start, rest))).containsExactly("|Ana|of|", "||Leeds|", "|Bo|of|", "||York|");
        }

        @Test
        void halfOfMergedCellsIsRefused() {
            String start =
                    "<w:tr><w:tc><w:tcPr><w:vMerge w:val=\"restart\"/></w:tcPr>" + paragraph("x") + "</w:tc></w:tr>";
            String rest = "<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>" + paragraph("{{#people}}") + "</w:tc><w:tc>"
                    + paragraph("{{/people}}") + "</w:tc></w:tr>";
            assertThat(codes(table(start, rest))).containsExactly("section-cuts-merged-cells");
        }

        @Test
        void aHeaderRowIsNeverPulledIn() {
            String header =
                    "<w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc>" + paragraph("{{#people}}Name") + "</w:tc></w:tr>";
            assertThat(codes(table(header, row("{{name}}{{/people}}")))).containsExactly("section-in-header-row");
        }
    }

    @Nested
    class Ambiguous {
        @Test
        void oneAloneAndTheOtherInline() {
            assertThat(codes(paragraph("{{#people}}") + paragraph("{{name}}{{/people}}")))
                    .containsExactly("section-crosses-paragraphs");
        }

        @Test
        void bothInlineInDifferentParagraphs() {
            assertThat(codes(paragraph("Dear {{#people}}{{name}}") + paragraph("and {{/people}}you")))
                    .containsExactly("section-crosses-paragraphs");
        }

        @Test
        void bodyAndCell() {
            assertThat(codes(paragraph("{{#people}}") + table(row("{{name}}{{/people}}"))))
                    .containsExactly("section-crosses-places");
        }

        @Test
        void twoTables() {
            assertThat(codes(table(row("{{#people}}")) + paragraph("") + table(row("{{/people}}"))))
                    .containsExactly("section-crosses-places");
        }

        @Test
        void twoLoopsOverOneRow() {
            assertThat(codes(table(row("{{#people}}", "{{/people}}", "{{#none}}", "{{/none}}"))))
                    .containsExactly("two-loops-in-one-row");
        }

        @Test
        void crossedSections() {
            assertThat(codes(paragraph("{{#people}}{{#yes}}{{/people}}{{/yes}}")))
                    .contains("sections-cross");
        }

        @Test
        void bothPlacesAreNamed() {
            assertThatThrownBy(() -> merge(paragraph("Dear {{#people}}all") + paragraph("and {{/people}} others")))
                    .isInstanceOfSatisfying(
                            Problem.class,
                            problem -> assertThat(problem.findings())
                                    .singleElement()
                                    .satisfies(finding -> assertThat(finding.message())
                                            .contains("Dear ‹{{#people}}›all")
                                            .contains("and ‹{{/people}}› others")));
        }

        @Test
        void theEndOfALinkBetweenThem() {
            String link = "<w:hyperlink w:anchor=\"a\">" + run("see {{#people}}here") + "</w:hyperlink>";
            assertThat(codes("<w:p>" + link + run("{{name}}{{/people}}") + "</w:p>"))
                    .containsExactly("section-crosses-link");
        }

        @Test
        void theEndOfAFieldBetweenThem() {
            String begin = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>"
                    + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>";
            String end = "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
            assertThat(codes("<w:p>" + run("{{#people}}") + begin + run("1{{/people}}") + end + "</w:p>"))
                    .containsExactly("section-crosses-field");
        }
    }

    private static List<String> merge(String body) {
        return lines(body, PEOPLE);
    }

    private static List<String> lines(String body, String data) {
        return DocxText.lines(made(body, data));
    }

    private static byte[] made(String body, String data) {
        byte[] made = WordTemplate.compile(Docx.body(body).bytes())
                .merge(Value.of(Json.readObject(data.replace('\'', '"'), "data")), Missing.BLANK)
                .bytes();
        assertThat(DocxCheck.problems(made)).isEmpty();
        return made;
    }

    private static List<String> codes(String body) {
        return WordTemplate.compile(Docx.body(body).bytes()).findings().stream()
                .map(finding -> finding.code())
                .toList();
    }
}
