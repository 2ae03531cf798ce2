package quire.documents;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import quire.core.Finding;
import quire.core.Json;
import quire.core.MediaType;
import quire.forms.Answers;
import quire.forms.DocumentFacts;
import quire.forms.Field;
import quire.forms.FieldType;
import quire.forms.Form;
import quire.forms.Forms;
import quire.forms.RepeatField;
import quire.merge.Missing;
import quire.pdf.PdfMaker;
import quire.testkit.Docx;
import quire.testkit.PdfText;
import quire.testkit.VeraPdf;

/** The five papers that were finished by hand show, between them, everything that forms and templates can do. */
class FivePapersTest {

    private static final List<String> PAPERS = List.of(
            "support-and-assessment-agreement",
            "professional-development-plan",
            "direct-observation",
            "final-review",
            "internal-moderation");

    private static final Path LAYOUTS = Path.of("templates", "pdf");
    private static final Forms FORMS = Forms.load(Path.of("forms"));
    private static final DocumentFacts FINAL = new DocumentFacts(0, false, LocalDate.of(2026, 11, 21));

    @TempDir
    Path folder;

    static List<String> papers() {
        return PAPERS;
    }

    @Test
    void useEveryFieldType() {
        assertThat(PAPERS.stream().map(FORMS::get).flatMap(Form::fields).flatMap(FivePapersTest::withItems))
                .extracting(Field::type)
                .contains(FieldType.values());
    }

    @ParameterizedTest
    @ValueSource(strings = {"is", "in", "includes", "gt", "lt", "answered", "all", "any", "not"})
    void useEveryKindOfCondition(String kind) throws IOException {
        assertThat(sources()).containsPattern("show_if: \\{.*\\b" + kind + ": ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<w14:checkbox>",
                "<w:date>",
                "<w:dropDownList>",
                "<w:picture/>",
                "<w:text/>",
                "<w15:repeatingSection/>",
                "descr=\"{{drawn}}\"",
                "<w:numId w:val=\"1\"/>",
                "\"ListNumber\"/></w:pPr><w:r><w:t xml:space=\"preserve\">{{source}}",
                "\"ListBullet\"/></w:pPr><w:r><w:t xml:space=\"preserve\">{{.}}",
                "<w:txbxContent>",
                "<w:footnoteReference ",
                "<w:tblHeader/>",
                "<w:cantSplit/>",
                "{{^references}}",
                "{{#need_domains}}",
                "{{#agency_duties}}"
            })
    void useEveryFeatureOfWordTemplates(String feature) throws IOException {
        assertThat(words("word/document.xml") + words("word/styles.xml")).contains(feature);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "word/footnotes.xml {{observed_by_assessor}}",
                "word/header.xml {{document.title}}",
                "word/first-header.xml {{record.logo}}",
                "word/footer.xml {{form.reference}}",
                "docProps/core.xml {{document.title}}"
            })
    void haveTagsOutsideTheBody(String partAndTag) throws IOException {
        String[] wanted = partAndTag.split(" ", 2);
        assertThat(words(wanted[0])).contains(wanted[1]);
    }

    @ParameterizedTest
    @MethodSource("papers")
    void printWellInTheLayoutThatAllFormsShare(String paper) throws IOException {
        Files.createDirectories(folder.resolve("pdf"));
        try (Stream<Path> layouts = Files.list(LAYOUTS)) {
            for (Path layout : layouts.toList()) {
                String name = String.valueOf(layout.getFileName());
                if (!name.equals(paper + ".html")) {
                    Files.copy(layout, folder.resolve("pdf").resolve(name));
                }
            }
        }
        Form form = FORMS.get(paper);
        DocumentMaker maker = new DocumentMaker(TemplateShelf.open(folder), new PdfMaker());
        Map<String, Object> sample = sample(paper);

        var made = maker.make(form, Answers.of(form, sample), FINAL, MediaType.PDF, Missing.ERROR);

        assertThat(made.findings()).filteredOn(Finding::isError).isEmpty();
        assertThat(PdfText.of(made.bytes()))
                .contains(form.sections().stream()
                        .map(section -> section.title())
                        .filter(title -> !title.equals("After the ASYE"))
                        .toList());
        VeraPdf.assertAccessibleAndArchival(made.bytes());
    }

    private static Map<String, Object> sample(String paper) throws IOException {
        Map<String, Object> sample = new TreeMap<>();
        Json.readObject(Files.readString(Path.of("samples", paper + ".json")), paper)
                .forEach((key, value) -> {
                    if (value != null) {
                        sample.put(key, value);
                    }
                });
        return sample;
    }

    private static Stream<Field> withItems(Field field) {
        return field instanceof RepeatField repeat
                ? Stream.concat(Stream.of(field), repeat.items().stream())
                : Stream.of(field);
    }

    private static String sources() throws IOException {
        StringBuilder sources = new StringBuilder();
        for (String paper : PAPERS) {
            sources.append(Files.readString(Path.of("forms", paper + ".yaml")));
        }
        return sources.toString();
    }

    /** One part of all five templates together; empty where a template does not have it. */
    private static String words(String part) throws IOException {
        StringBuilder words = new StringBuilder();
        for (String paper : PAPERS) {
            byte[] docx = Files.readAllBytes(Path.of("templates", "word", paper + ".docx"));
            byte[] xml = Docx.parts(docx).get(part);
            words.append(xml == null ? "" : new String(xml, StandardCharsets.UTF_8));
        }
        return Arrays.stream(words.toString().split("\n", -1)).collect(joining(" "));
    }
}
