package quire.merge.word;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.docx4j.openpackaging.exceptions.Docx4JException;
import org.docx4j.openpackaging.packages.WordprocessingMLPackage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
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

    private static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final String DOCUMENT = "word/document.xml";

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
        List<String> places = places(Scaffold.of(PAPER));

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
        assertThat(TemplateCheck.checkNesting(TextTemplate.tags(text(Scaffold.of(PAPER)), "x", Delimiters.MUSTACHE)
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
        Document document = xml(Scaffold.of(PAPER), DOCUMENT);
        List<Element> rows = elements(document, "tr");

        assertThat(rows.stream().filter(row -> !elements(row, "tblHeader").isEmpty()))
                .as("heading rows: people, signatures")
                .hasSize(2);
        assertThat(rows.stream().filter(row -> elements(row, "cantSplit").isEmpty()))
                .as("rows of long answers")
                .hasSize(2);
    }

    @Test
    void isInBritishEnglishOnA4() {
        byte[] file = Scaffold.of(PAPER);

        assertThat(elements(xml(file, "word/styles.xml"), "lang").get(0).getAttributeNS(WORD, "val"))
                .isEqualTo("en-GB");
        Element page = elements(xml(file, DOCUMENT), "pgSz").get(0);
        assertThat(page.getAttributeNS(WORD, "w")).isEqualTo("11906");
        assertThat(page.getAttributeNS(WORD, "h")).isEqualTo("16838");
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
        Element page = elements(xml(file, DOCUMENT), "pgSz").get(0);
        List<Element> tabs = elements(xml(file, "word/styles.xml"), "tab").stream()
                .filter(tab -> tab.hasAttributeNS(WORD, "pos"))
                .toList();
        return page.getAttributeNS(WORD, "w") + " " + tabs.get(tabs.size() - 1).getAttributeNS(WORD, "pos");
    }

    @Test
    void givesEachColumnTheWidthThatItsAnswersWant() {
        List<Integer> widths = elements(
                        xml(
                                Scaffold.of(table(List.of(
                                        Question.of("number", "No.", Kind.NUMBER),
                                        Question.of("day", "By", Kind.DATE),
                                        Question.of("done", "Safeguarding", Kind.YESNO),
                                        Question.of("what", "What", Kind.PROSE)))),
                                DOCUMENT),
                        "gridCol")
                .stream()
                .map(column -> Integer.valueOf(column.getAttributeNS(WORD, "w")))
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
        assertThat(elements(xml(Scaffold.of(PAPER), "word/footer.xml"), "fldSimple").stream()
                        .map(field -> field.getAttributeNS(WORD, "instr")))
                .containsExactly("PAGE", "NUMPAGES");
    }

    @Test
    void keepsItsGuidanceInRemarks() {
        assertThat(text(Scaffold.of(PAPER))).contains("{{! Leave out names. }}", "{{! Take your time. }}");
    }

    @Test
    void printsNoneOfItsGuidance() {
        WordTemplate template = WordTemplate.compile(Scaffold.of(PAPER));
        assertThat(template.findings()).isEmpty();

        Document merged = xml(template.merge(Value.Group.EMPTY, Missing.BLANK).bytes(), DOCUMENT);

        assertThat(elements(merged, "pStyle").stream().map(style -> style.getAttributeNS(WORD, "val")))
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

        assertThat(places(file)).filteredOn("odd"::equals).hasSize(1);
        assertThat(TextTemplate.tags(text(file), "x", Delimiters.MUSTACHE).findings())
                .isEmpty();
    }

    @Test
    void setsOutFiftyColumnsBelowOneAnother() {
        List<Question> columns = IntStream.range(0, 50)
                .mapToObj(i -> Question.of("column_" + i, "Column " + i, Kind.TEXT))
                .toList();
        byte[] file =
                Scaffold.of(paper(List.of(Question.of("wide", "Wide", Kind.LIST).holding(columns))));

        assertThat(elements(xml(file, DOCUMENT), "gridCol")).hasSize(2);
        assertThat(places(file)).contains("column_0", "column_49");
    }

    @Property(tries = 100)
    void makesAWellFormedFileOfAnyOutline(@ForAll("outlines") Outline outline) throws Docx4JException {
        byte[] file = Scaffold.of(outline);

        assertThat(TemplateCheck.checkNesting(
                        TextTemplate.tags(text(file), "x", Delimiters.MUSTACHE).tags()))
                .isEmpty();
        WordprocessingMLPackage.load(new ByteArrayInputStream(file))
                .getMainDocumentPart()
                .getContents();
        Document document = xml(file, DOCUMENT);
        assertThat(elements(document, "tbl"))
                .allSatisfy(table -> assertThat(elements(table, "tr")).isNotEmpty());
        assertThat(elements(document, "tc"))
                .allSatisfy(cell -> assertThat(lastBlock(cell).getLocalName()).isEqualTo("p"));
        long asked = outline.questions()
                .filter(question -> question.kind() != Kind.LIST)
                .count();
        assertThat(places(file).stream().filter(key -> key.startsWith("q"))).hasSizeGreaterThanOrEqualTo((int) asked);
    }

    @Provide
    Arbitrary<Outline> outlines() {
        Arbitrary<String> words = Arbitraries.strings().all().ofMaxLength(80);
        Arbitrary<Question> plain = Combinators.combine(
                        words, words, Arbitraries.of(Kind.class), Arbitraries.of(true, false))
                .as((label, hint, kind, optional) ->
                        Question.of("x", label, kind).hint(hint).optional(optional));
        Arbitrary<Question> question = Combinators.combine(
                        plain, plain.list().ofMaxSize(9), words.list().ofMaxSize(5))
                .as((asked, parts, choices) ->
                        asked.holding(numbered("part", parts)).offering(choices));
        Arbitrary<Section> section = Combinators.combine(
                        words, words, question.list().ofMaxSize(6))
                .as((title, intro, questions) -> new Section(title, intro, null, questions));
        return section.list().ofMaxSize(4).map(sections -> paper("Any", sections));
    }

    private static Outline paper(String name, List<Section> sections) {
        List<Section> numbered = new ArrayList<>();
        for (int i = 0; i < sections.size(); i++) {
            Section section = sections.get(i);
            numbered.add(
                    new Section(section.title(), section.intro(), null, numbered("q" + i + "_", section.questions())));
        }
        return new Outline(name, "", null, List.of(), numbered, true);
    }

    private static Outline paper(List<Question> questions) {
        return new Outline("A paper", "", null, List.of(), List.of(new Section("Section", questions)), false);
    }

    private static List<Question> numbered(String name, List<Question> questions) {
        List<Question> numbered = new ArrayList<>();
        for (Question question : questions) {
            Key key = Key.parse(name + numbered.size());
            numbered.add(new Question(
                    key,
                    question.label(),
                    question.hint(),
                    question.kind(),
                    question.optional(),
                    question.choices(),
                    question.parts(),
                    question.cards()));
        }
        return numbered;
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

    private static Node lastBlock(Element cell) {
        Node last = cell.getLastChild();
        while (!(last instanceof Element)) {
            last = last.getPreviousSibling();
        }
        return last;
    }

    /** The keys that the merge will print: tags in the text, content controls and pictures. */
    private static List<String> places(byte[] file) {
        List<String> keys = new ArrayList<>();
        TextTemplate.tags(text(file), "x", Delimiters.MUSTACHE).tags().stream()
                .filter(placed -> placed.tag().kind().prints())
                .forEach(placed -> keys.add(placed.tag().name()));
        Document document = xml(file, DOCUMENT);
        elements(document, "tag").forEach(tag -> keys.add(tag.getAttributeNS(WORD, "val")));
        NodeList frames = document.getElementsByTagNameNS("*", "docPr");
        for (int i = 0; i < frames.getLength(); i++) {
            keys.add(((Element) frames.item(i)).getAttribute("descr").replaceAll("[{}]", ""));
        }
        return keys;
    }

    /** The words of the document, a line for each paragraph. */
    private static String text(byte[] file) {
        StringBuilder text = new StringBuilder();
        for (Element paragraph : elements(xml(file, DOCUMENT), "p")) {
            elements(paragraph, "t").forEach(words -> text.append(words.getTextContent()));
            text.append('\n');
        }
        return text.toString();
    }

    private static List<Element> elements(Node within, String name) {
        NodeList found = within instanceof Document document
                ? document.getElementsByTagNameNS(WORD, name)
                : ((Element) within).getElementsByTagNameNS(WORD, name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }

    private static Document xml(byte[] file, String part) {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(part)) {
                    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
                    factory.setNamespaceAware(true);
                    return factory.newDocumentBuilder().parse(new ByteArrayInputStream(zip.readAllBytes()));
                }
            }
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new AssertionError(part + " cannot be read", e);
        }
        throw new AssertionError("The file has no " + part);
    }
}
