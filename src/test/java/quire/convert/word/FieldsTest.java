package quire.convert.word;

import static org.assertj.core.api.Assertions.assertThat;
import static quire.convert.word.WordParts.document;
import static quire.convert.word.WordParts.field;
import static quire.convert.word.WordParts.paragraph;

import org.junit.jupiter.api.Test;
import quire.core.Finding;
import quire.testkit.Docx;

/** Fields, links, notes, changes and controls say on paper what they say in Word. */
class FieldsTest {

    @Test
    void contentsAndReferencesSayOnWhichPageSomethingIs() {
        WordPage page = WordPage.sample("fields");
        assertThat(page.sheets().get(0)).containsPattern("Findings[\\s\u00A0]+2");
        assertThat(page.sheets().get(1)).contains("See Findings on page 2, made on 14 March 2026.");
    }

    @Test
    void linksLeadOnWithinTheDocumentAndToTheWeb() {
        WordPage page = WordPage.sample("fields");
        String target = page.page().expectFirst("h1 [id]").id();
        assertThat(page.page().select("a[href=#" + target + "]")).hasSize(3);
        assertThat(page.text("a[href=https://example.org/]")).containsExactly("a link");
        assertThat(page.text("a[href=https://example.org/a]")).containsExactly("a page elsewhere");
    }

    @Test
    void aLinkToSomebodysOwnFileIsPrintedAsTextAndTold() {
        WordPage page = WordPage.sample("fields");
        assertThat(page.words()).contains("and a file");
        assertThat(page.page().select("a[href^=file]")).isEmpty();
        Finding told = page.pdf().findings().stream()
                .filter(one -> one.code().equals("link-address"))
                .findFirst()
                .orElseThrow();
        assertThat(told.message()).contains("file:///C:/notes.docx");
        assertThat(told.place().excerpt()).contains("and a file");
    }

    @Test
    void otherFieldsShowTheirLastResult() {
        WordPage page = WordPage.sample("fields");
        assertThat(page.words())
                .contains("Amara Okafor", "☒ agreed", "outer")
                .doesNotContain("inner", "MERGEFIELD", "IF");
    }

    @Test
    void aListToChooseFromShowsWhatWasChosen() {
        String list =
                "<w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData><w:ddList><w:result w:val=\"1\"/><w:listEntry w:val=\"Pass\"/>"
                        + "<w:listEntry w:val=\"Refer\"/></w:ddList></w:ffData></w:fldChar></w:r><w:r><w:instrText>FORMDROPDOWN</w:instrText></w:r>"
                        + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
        assertThat(WordPage.of(document(paragraph("", list))).words()).isEqualTo("Refer");
    }

    @Test
    void instructionsAreReadWithQuotesAndSwitches() {
        Instruction link = Instruction.parse(" HYPERLINK \"https://example.org/a b\" \\l \"Summary\" \\h ");
        assertThat(link.name()).isEqualTo("HYPERLINK");
        assertThat(link.word()).isEqualTo("https://example.org/a b");
        assertThat(link.behind('l')).isEqualTo("Summary");
        assertThat(link.has('h')).isTrue();
        assertThat(Instruction.parse("").name()).isEmpty();
    }

    @Test
    void fieldsThatNeverEndHideNoMoreThanWordDoes() {
        String open = "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r>"
                + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" + Docx.run("shown") + "</w:p>";
        assertThat(WordPage.of(document(open + Docx.paragraph("after"))).words())
                .contains("shown", "after");
    }

    @Test
    void shortFootnotesStandAtTheFootOfTheirPage() {
        String note = "<w:footnote w:id=\"1\"><w:p><w:r><w:footnoteRef/></w:r>" + Docx.run(" The source.")
                + "</w:p></w:footnote>";
        String pages = paragraph("", Docx.run("A claim") + "<w:r><w:footnoteReference w:id=\"1\"/></w:r>")
                + paragraph("<w:pageBreakBefore/>", Docx.run("Another page"));
        WordPage page = WordPage.of(document(pages).story("footnotes", "footnotes", "footnotes", note));
        assertThat(page.sheets().get(0)).startsWith("A claim").endsWith("The source.");
        assertThat(page.sheets().get(1)).isEqualTo("Another page");
    }

    @Test
    void notesAndTheirMarksLeadToEachOther() {
        WordPage page = WordPage.sample("notes");
        assertThat(page.page().select("#note-1-mark").text()).isEqualTo("1");
        assertThat(page.page().select("#note-1 a").attr("href")).isEqualTo("#note-1-mark");
        assertThat(page.text("#note-2")).containsExactly("i At the end.");
        assertThat(page.words()).contains("a third*").doesNotContain("**");
    }

    @Test
    void aNoteThatNamesItselfEnds() {
        String note = "<w:footnote w:id=\"1\"><w:p>" + Docx.run("Round ")
                + "<w:r><w:footnoteReference w:id=\"1\"/></w:r></w:p></w:footnote>";
        WordPage page = WordPage.of(document(paragraph("", "<w:r><w:footnoteReference w:id=\"1\"/></w:r>"))
                .story("footnotes", "footnotes", "footnotes", note));
        assertThat(page.words()).containsOnlyOnce("Round");
        assertThat(page.codes()).contains("note");
    }

    @Test
    void changesArePrintedAsIfAcceptedAndTold() {
        WordPage page = WordPage.sample("changes");
        assertThat(page.words()).contains("Kept inserted commented").doesNotContain("deleted");
        assertThat(page.codes()).contains("tracked-changes", "comment");
    }

    @Test
    void controlsGiveWayToWhatIsInThem() {
        assertThat(WordPage.sample("controls").words()).contains("Block control", "inline control smart ☒");
    }

    @Test
    void formulasComeOnOneLineAndAreTold() {
        WordPage page = WordPage.sample("equations");
        assertThat(page.words()).isEqualTo("y=(a+b)/2x^2");
        assertThat(page.codes()).contains("equation");
    }

    @Test
    void hiddenTextIsNotPrintedAndTold() {
        WordPage page = WordPage.sample("text");
        assertThat(page.words()).doesNotContain("hidden");
        assertThat(page.codes()).contains("hidden-text");
    }

    @Test
    void pageNumbersInTextAreThoseOfThePaper() {
        WordPage page = WordPage.of(document(Docx.paragraph("one")
                + paragraph("<w:pageBreakBefore/>", Docx.run("of ") + field("NUMPAGES", "99") + Docx.run(" sheets"))));
        assertThat(page.sheets().get(1)).isEqualTo("of 2 sheets");
    }
}
