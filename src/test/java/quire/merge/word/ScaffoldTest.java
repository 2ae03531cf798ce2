package quire.merge.word;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.docx4j.openpackaging.exceptions.Docx4JException;
import org.docx4j.openpackaging.packages.WordprocessingMLPackage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import quire.core.Json;
import quire.merge.Delimiters;
import quire.merge.Key;
import quire.merge.Missing;
import quire.merge.Outline;
import quire.merge.Outline.Question;
import quire.merge.Outline.Section;
import quire.merge.Shape.Kind;
import quire.merge.TemplateCheck;
import quire.merge.TextTemplate;
import quire.merge.Value;
import quire.testkit.DocxText;
import quire.testkit.Tools;

class ScaffoldTest {

    private static final List<Question> EVERY_KIND = List.of(
            Question.of("title_text", "Short text", Kind.TEXT),
            Question.of("hours", "Hours", Kind.NUMBER),
            Question.of("met_on", "When did you meet?", Kind.DATE).optional(true),
            Question.of("concerns", "Do you have concerns?", Kind.YESNO).optional(true),
            Question.of("outcome", "Outcome", Kind.CHOICE).offering(List.of("Pass", "Fail", "Pass")),
            Question.of("observer", "Observer", Kind.GROUP)
                    .holding(List.of(
                            Question.of("name", "Name", Kind.TEXT), Question.of("registration", "Number", Kind.TEXT))),
            Question.of("plan", "What do you plan?", Kind.PROSE).hint("Leave out names."),
            Question.of("detail", "What are the concerns?", Kind.PROSE).optional(true),
            Question.of("drawing", "Drawing", Kind.PICTURE),
            Question.of("domains", "Capabilities", Kind.LIST).offering(List.of("Values", "Knowledge")),
            Question.of("sources", "References", Kind.LIST)
                    .holding(List.of(Question.of("source", "Source", Kind.TEXT))),
            Question.of("people", "Who was there?", Kind.LIST)
                    .holding(List.of(
                            Question.of("person_name", "Name", Kind.TEXT),
                            Question.of("present", "Present", Kind.YESNO),
                            Question.of("remark", "Remark", Kind.PROSE))),
            Question.of("needs", "Needs", Kind.LIST)
                    .asCards(true)
                    .holding(List.of(
                            Question.of("need", "Need", Kind.PROSE),
                            Question.of("by", "By when", Kind.DATE),
                            Question.of("why", "Why", Kind.PROSE).optional(true))));

    private static final Outline PAPER = new Outline(
            "A paper",
            "What it is for.",
            Key.parse("record.logo"),
            List.of(
                    Question.of("record.nqsw_name", "Name", Kind.TEXT),
                    Question.of("record.team", "Team", Kind.TEXT),
                    Question.of("record.start_date", "Start", Kind.DATE)),
            List.of(
                    new Section("Everything", "Take your time.", null, EVERY_KIND),
                    new Section("Sometimes", "", Key.parse("aim"), List.of(Question.of("aim", "Aim", Kind.PROSE)))),
            true);

    @TempDir
    Path folder;

    @Test
    void hasOnePlaceForEveryAnswer() {
        List<String> places = ScaffoldFile.places(Scaffold.of(PAPER));

        assertThat(places).doesNotHaveDuplicates();
        assertThat(places)
                .contains("title_text", "hours", "met_on", "outcome", "plan", "detail", "drawing", "aim")
                .contains("concerns.is.yes", "concerns.is.no", "observer.name", "observer.registration")
                .contains(".", "source", "person_name", "present", "remark", "need", "by", "why")
                .contains("record.nqsw_name", "record.team", "record.start_date", "document.title")
                .contains("name", "role", "statement", "online", "drawn", "date");
    }

    @Test
    void opensItsSectionsInTheOrderInWhichItClosesThem() {
        assertThat(TemplateCheck.checkNesting(
                        TextTemplate.tags(ScaffoldFile.text(Scaffold.of(PAPER)), "x", Delimiters.MUSTACHE)
                                .tags()))
                .isEmpty();
    }

    @Test
    void opensWithDocx4j() throws Docx4JException {
        WordprocessingMLPackage opened = WordprocessingMLPackage.load(new ByteArrayInputStream(Scaffold.of(PAPER)));

        assertThat(opened.getTitle()).isEqualTo("{{document.title}}");
        assertThat(opened.getMainDocumentPart().getStyleDefinitionsPart().getStyleById("Guidance"))
                .isNotNull();
    }

    @Test
    void opensWithLibreOffice() throws IOException {
        String text = inLibreOffice(PAPER);

        assertThat(text)
                .contains("What do you plan?", "{{plan}}", "☐\u00A0Yes", "Name and role", "{{#signatures}}{{name}}")
                .contains("{{document.title}}");
    }

    @Test
    void repeatsTheHeadingOfEachTableAndPartsNoRow() {
        Document document = ScaffoldFile.xml(Scaffold.of(PAPER), ScaffoldFile.DOCUMENT);
        List<Element> rows = ScaffoldFile.elements(document, "tr");

        assertThat(rows.stream()
                        .filter(row -> !ScaffoldFile.elements(row, "tblHeader").isEmpty()))
                .as("heading rows: people, signatures")
                .hasSize(2);
        assertThat(rows.stream()
                        .filter(row -> ScaffoldFile.elements(row, "cantSplit").isEmpty()))
                .as("rows of long answers")
                .hasSize(2);
    }

    @Test
    void isInBritishEnglishOnA4() {
        byte[] file = Scaffold.of(PAPER);

        assertThat(ScaffoldFile.elements(ScaffoldFile.xml(file, "word/styles.xml"), "lang")
                        .get(0)
                        .getAttributeNS(ScaffoldFile.WORD, "val"))
                .isEqualTo("en-GB");
        Element page = ScaffoldFile.elements(ScaffoldFile.xml(file, ScaffoldFile.DOCUMENT), "pgSz")
                .get(0);
        assertThat(page.getAttributeNS(ScaffoldFile.WORD, "w")).isEqualTo("11906");
        assertThat(page.getAttributeNS(ScaffoldFile.WORD, "h")).isEqualTo("16838");
    }

    @Test
    void turnsThePageForATableOfSixColumns() {
        assertThat(pageOf(5)).isEqualTo("11906 9638");
        assertThat(pageOf(6)).isEqualTo("16838 14570");
        assertThat(pageOf(11)).as("cards").isEqualTo("11906 9638");
    }

    /** The width of the page, and where the page number ends. */
    private static String pageOf(int columns) {
        byte[] file = Scaffold.of(table(IntStream.range(0, columns)
                .mapToObj(i -> Question.of("c" + i, "Column", Kind.TEXT))
                .toList()));
        Element page = ScaffoldFile.elements(ScaffoldFile.xml(file, ScaffoldFile.DOCUMENT), "pgSz")
                .get(0);
        List<Element> tabs = ScaffoldFile.elements(ScaffoldFile.xml(file, "word/styles.xml"), "tab").stream()
                .filter(tab -> tab.hasAttributeNS(ScaffoldFile.WORD, "pos"))
                .toList();
        return page.getAttributeNS(ScaffoldFile.WORD, "w") + " "
                + tabs.get(tabs.size() - 1).getAttributeNS(ScaffoldFile.WORD, "pos");
    }

    @Test
    void givesEachColumnTheWidthThatItsAnswersWant() {
        List<Integer> widths = ScaffoldFile.elements(
                        ScaffoldFile.xml(
                                Scaffold.of(table(List.of(
                                        Question.of("number", "No.", Kind.NUMBER),
                                        Question.of("day", "By", Kind.DATE),
                                        Question.of("done", "Safeguarding", Kind.YESNO),
                                        Question.of("what", "What", Kind.PROSE)))),
                                ScaffoldFile.DOCUMENT),
                        "gridCol")
                .stream()
                .map(column -> Integer.valueOf(column.getAttributeNS(ScaffoldFile.WORD, "w")))
                .toList();
        assertThat(widths.get(0)).isBetween(600, 1300);
        assertThat(widths.get(1)).as("room for 30 September 2026").isGreaterThan(1750);
        assertThat(widths.get(2)).as("room for the heading").isGreaterThan(1300);
        assertThat(widths.get(3)).isGreaterThan(4000);
    }

    private static Outline table(List<Question> columns) {
        Question list = Question.of("l", "List", Kind.LIST).holding(columns);
        return new Outline("Table", "", null, List.of(), List.of(new Section("All", List.of(list))), false);
    }

    @Test
    void showsBoxesToTickOnADraftOnly() {
        Question agreed = Question.of("agreed", "Agreed", Kind.YESNO);
        Outline outline =
                new Outline("Paper", "", null, List.of(), List.of(new Section("All", List.of(agreed))), false);
        assertThat(merged(outline, "{'document': {'is': {'draft': true}}}")).contains("☐\u00A0Yes");
        assertThat(merged(outline, "{'agreed': 'Yes', 'document': {'is': {'draft': false}}}"))
                .contains("|Agreed|Yes|");
        assertThat(merged(outline, "{'agreed': '', 'document': {'is': {'draft': false}}}"))
                .contains("|Agreed||");
    }

    private static String merged(Outline outline, String data) {
        Value values = Value.of(Json.readObject(data.replace('\'', '"'), "data"));
        return DocxText.of(WordTemplate.compile(Scaffold.of(outline))
                .merge(values, Missing.BLANK)
                .bytes());
    }

    @Test
    void numbersItsPages() {
        assertThat(ScaffoldFile.elements(ScaffoldFile.xml(Scaffold.of(PAPER), "word/footer.xml"), "fldSimple").stream()
                        .map(field -> field.getAttributeNS(ScaffoldFile.WORD, "instr")))
                .containsExactly("PAGE", "NUMPAGES");
    }

    @Test
    void keepsItsGuidanceInRemarks() {
        assertThat(ScaffoldFile.text(Scaffold.of(PAPER))).contains("{{! Leave out names. }}", "{{! Take your time. }}");
    }

    @Test
    void printsNoneOfItsGuidance() {
        WordTemplate template = WordTemplate.compile(Scaffold.of(PAPER));
        assertThat(template.findings()).isEmpty();

        Document merged = ScaffoldFile.xml(
                template.merge(Value.Group.EMPTY, Missing.BLANK).bytes(), ScaffoldFile.DOCUMENT);

        assertThat(ScaffoldFile.elements(merged, "pStyle").stream()
                        .map(style -> style.getAttributeNS(ScaffoldFile.WORD, "val")))
                .contains("Heading2")
                .doesNotContain("Guidance");
    }

    @Test
    void givesTheSameBytesForTheSameOutline() {
        assertThat(Scaffold.of(PAPER)).isEqualTo(Scaffold.of(PAPER));
    }

    @Test
    void takesAnEmptyOutline() throws IOException {
        Outline empty = new Outline("Empty", "", null, List.of(), List.of(), false);

        assertThat(inLibreOffice(empty).strip()).isEqualTo("{{document.title}}");
    }

    @Test
    void takesBracesInALabelForWords() {
        Question odd = Question.of("odd", "What does {{odd}} mean, and {{{#this}}}?", Kind.TEXT)
                .hint("It ends }} here");
        byte[] file = Scaffold.of(paper(List.of(odd)));

        assertThat(ScaffoldFile.places(file)).filteredOn("odd"::equals).hasSize(1);
        assertThat(TextTemplate.tags(ScaffoldFile.text(file), "x", Delimiters.MUSTACHE)
                        .findings())
                .isEmpty();
    }

    @Test
    void setsOutFiftyColumnsBelowOneAnother() {
        List<Question> columns = IntStream.range(0, 50)
                .mapToObj(i -> Question.of("column_" + i, "Column " + i, Kind.TEXT))
                .toList();
        byte[] file =
                Scaffold.of(paper(List.of(Question.of("wide", "Wide", Kind.LIST).holding(columns))));

        assertThat(ScaffoldFile.elements(ScaffoldFile.xml(file, ScaffoldFile.DOCUMENT), "gridCol"))
                .hasSize(2);
        assertThat(ScaffoldFile.places(file)).contains("column_0", "column_49");
    }

    private static Outline paper(List<Question> questions) {
        return new Outline("A paper", "", null, List.of(), List.of(new Section("Section", questions)), false);
    }

    private String inLibreOffice(Outline outline) throws IOException {
        Path file = folder.resolve("scaffold.docx");
        Files.write(file, Scaffold.of(outline));
        Tools.Ran ran = Tools.run(
                "soffice",
                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--headless",
                "--convert-to",
                "txt:Text (encoded):UTF8",
                "--outdir",
                folder.toString(),
                file.toString());
        assertThat(ran.exitCode()).as(ran.output()).isZero();
        return Files.readString(folder.resolve("scaffold.txt")).replace("\uFEFF", "");
    }
}
