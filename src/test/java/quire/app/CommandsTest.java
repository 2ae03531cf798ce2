package quire.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import quire.core.Json;
import quire.testkit.Docx;
import quire.testkit.DocxText;
import quire.testkit.PdfText;
import quire.testkit.VeraPdf;

class CommandsTest {

    @TempDir
    Path folder;

    private Path template;
    private Path data;

    @BeforeEach
    void lay() throws IOException {
        // A shelf without templates, so that what is shipped today does not matter here.
        Files.createDirectory(folder.resolve("templates"));
        template = docx("letter.docx", "Dear {{name}}, {{#late}}you are late.{{/late}}");
        data = write("data.json", "{\"name\": \"Siân\", \"late\": true}");
    }

    @Test
    void mergesATemplateWithData() throws IOException {
        Path out = folder.resolve("out.docx");
        assertThat(run("merge", template, "--data", data, "-o", out)).isEqualTo(new Ran(0, "", ""));
        assertThat(text(out)).isEqualTo("Dear Siân, you are late.");
    }

    @Test
    void mergesWithDelimitersFromElsewhere() throws IOException {
        Path other = docx("other.docx", "Dear {name}");
        Path out = folder.resolve("out.docx");
        assertThat(run("merge", other, "--data", data, "-o", out, "--delimiters", "{ }")
                        .code())
                .isZero();
        assertThat(text(out)).isEqualTo("Dear Siân");
    }

    @Test
    void leavesMissingKeysBlankOrRefusesThem() throws IOException {
        Path out = folder.resolve("out.docx");
        Path empty = write("empty.json", "{}");
        assertThat(run("merge", template, "--data", empty, "-o", out).code()).isZero();
        assertThat(text(out)).isEqualTo("Dear , ");
        Files.delete(out);
        Ran refused = run("merge", template, "--data", empty, "-o", out, "--missing", "error");
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("name");
        assertThat(out).doesNotExist();
    }

    @Test
    void keepsTheOldOutputWhenTheMergeFails() throws IOException {
        Path out = write("out.docx", "old");
        Path bad = write("bad.json", "{\"name\": ");
        assertThat(run("merge", template, "--data", bad, "-o", out).code()).isEqualTo(1);
        assertThat(out).hasContent("old");
    }

    @Test
    void makesAPdfOfAnHtmlTemplateWithThePartialBesideIt() throws IOException {
        write("letter.html", "<html lang=\"en\"><head><title>Letter</title></head><body>{{> greeting}}</body></html>");
        write("greeting.html", "<p>Dear {{name}}</p>");
        Path out = folder.resolve("out.pdf");
        Ran ran = run("merge", folder.resolve("letter.html"), "--data", data, "-o", out);
        assertThat(ran).isEqualTo(new Ran(0, "", ""));
        assertThat(Files.readAllBytes(out)).startsWith('%', 'P', 'D', 'F');
    }

    @Test
    void makesAPdfOfAWordTemplate() throws IOException {
        Path out = folder.resolve("out.pdf");
        Ran ran = run("merge", template, "--data", data, "-o", out);
        assertThat(ran).isEqualTo(new Ran(0, "", ""));
        byte[] pdf = Files.readAllBytes(out);
        assertThat(PdfText.of(pdf)).startsWith("Dear ");
        VeraPdf.assertAccessibleAndArchival(pdf);
    }

    @Test
    void makesTheRestOfABatchAndSaysWhatFailed() throws IOException {
        Path batch = write("batch.ndjson", "{\"name\": \"Ann\"}\n{\"name\": \n\n{\"name\": \"Bob\"}\n");
        Path out = folder.resolve("letters");
        Ran ran = run("merge", template, "--batch", batch, "--out", out, "--name", "{{name}}.docx");
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err()).contains("batch.ndjson:2: ").contains("Made 2 files in " + out + "; 1 failed.");
        assertThat(ran.err()).doesNotContain("\r");
        assertThat(names(out)).containsExactly("Ann.docx", "Bob.docx");
    }

    @Test
    void makesABatchOfATable() throws IOException {
        Path batch = write("batch.csv", "name,late\nAnn,\nBob,yes\nAnn,yes\n");
        Path out = folder.resolve("letters");
        Ran ran = run("merge", template, "--batch", batch, "--out", out, "--name", "{{name}}.docx");
        assertThat(ran).isEqualTo(new Ran(0, "Made 3 files in " + out + ".\n", ""));
        assertThat(names(out)).containsExactly("Ann-2.docx", "Ann.docx", "Bob.docx");
        assertThat(text(out.resolve("Ann.docx"))).isEqualTo("Dear Ann, ");
    }

    @Test
    void namesTheFilesOfABatchByTheirLinesUnlessTold() throws IOException {
        Path batch = write("batch.ndjson", "\n{\"name\": \"Ann\"}\n");
        run("merge", template, "--batch", batch, "--out", folder.resolve("letters"));
        assertThat(names(folder.resolve("letters"))).containsExactly("line-2.docx");
    }

    @Test
    void refusesABatchWithAFaultyTemplateOnceAndNotAtEveryLine() throws IOException {
        Path faulty = docx("faulty.docx", "{{#a}} never closed");
        Path batch = write("batch.ndjson", "{}\n{}\n{}\n");
        Ran ran = run("merge", faulty, "--batch", batch, "--out", folder.resolve("letters"));
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err().split("never closed", -1)).hasSizeLessThanOrEqualTo(3);
        assertThat(folder.resolve("letters")).doesNotExist();
    }

    @Test
    void mergesAFormWithItsSample() throws IOException {
        Path out = folder.resolve("out.docx");
        Ran ran = run(
                "merge",
                "direct-observation",
                "--data",
                Path.of("samples/direct-observation.json").toAbsolutePath(),
                "-o",
                out);
        assertThat(ran.err()).isEmpty();
        assertThat(ran.code()).isZero();
        assertThat(text(out)).contains("A side room on a stroke rehabilitation ward");
    }

    @Test
    void refusesIncompleteAnswersToAFormUnlessTheyAreToBeMarked() throws IOException {
        Path answers = write("answers.json", "{}");
        Path out = folder.resolve("out.docx");
        Ran refused = run("merge", "direct-observation", "--data", answers, "-o", out);
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("answer-empty").doesNotContain("\tat ");
        assertThat(out).doesNotExist();
        Ran marked = run("merge", "direct-observation", "--data", answers, "-o", out, "--missing", "mark");
        assertThat(marked.code()).isZero();
        assertThat(marked.err()).contains("warning answer-empty");
        assertThat(out).exists();
    }

    @Test
    void printsTheSchemaOfAForm() {
        Ran ran = run("schema", "direct-observation");
        assertThat(ran.code()).isZero();
        assertThat(Json.readObject(ran.out(), "schema")).containsKey("properties");
    }

    @Test
    void looksForFormsWhereItIsTold() {
        Path forms = Path.of("forms").toAbsolutePath();
        assertThat(run("schema", "direct-observation", "--forms", forms).code()).isZero();
        assertRefused("There is no folder", "schema", "direct-observation", "--forms", folder.resolve("none"));
        assertRefused("There is no folder", "check", "--templates", folder.resolve("none"));
    }

    @Test
    void writesAStarterTemplateThatMergesAndHasNoFaults() {
        Path starter = folder.resolve("final-review.docx");
        assertThat(run("scaffold", "final-review", "-o", starter)).isEqualTo(new Ran(0, "", ""));
        Ran lint = run("lint", starter, "--form", "final-review");
        assertThat(lint).isEqualTo(new Ran(0, "Nothing is wrong with " + starter + ".\n", ""));
        assertThat(run("check", starter).code()).isZero();
    }

    @Test
    void saysWhatIsWrongWithATemplate() throws IOException {
        Path faulty = docx("faulty.docx", "{{observation_dat}} {{#a}}");
        Ran alone = run("lint", faulty);
        assertThat(alone.code()).isEqualTo(1);
        assertThat(alone.out()).isEmpty();
        Ran against = run("lint", faulty, "--form", "direct-observation");
        assertThat(against.code()).isEqualTo(1);
        assertThat(against.err()).contains("Did you mean “observation_date”?");
        Ran json = run("lint", faulty, "--form", "direct-observation", "--json");
        assertThat(json.code()).isEqualTo(1);
        assertThat(json.err()).isEmpty();
        assertThat((List<?>) Json.read(json.out(), "findings"))
                .anySatisfy(finding -> assertThat(((Map<?, ?>) finding).keySet())
                        .map(String::valueOf)
                        .contains("severity", "code", "message", "file"));
    }

    @Test
    void writesACopyOfATemplateWithACommentAtEachFault() throws IOException {
        Path faulty = docx("faulty.docx", "{{observation_dat}}");
        Path copy = folder.resolve("copy.docx");
        assertThat(run("lint", faulty, "--form", "direct-observation", "--copy", copy)
                        .code())
                .isEqualTo(1);
        assertThat(Docx.xml(Files.readAllBytes(copy), "word/comments.xml")).contains("observation_date");
    }

    @Test
    void checksFormsAndTemplates() throws IOException {
        assertThat(run("check", Path.of("forms").toAbsolutePath())).isEqualTo(new Ran(0, "Nothing is wrong.\n", ""));
        Path bad = write("bad.yaml", "form: [bad\n");
        Ran ran = run("check", bad);
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err()).contains("bad.yaml:");
        Ran several = run("check", template, bad);
        assertThat(several.code()).isEqualTo(1);
        Ran nothing = run("check", folder.resolve("none.yaml"));
        assertThat(nothing.code()).isEqualTo(1);
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertThat(run("check", empty).err()).contains("holds no forms (.yaml) and no templates");
    }

    @Test
    void holdsAnyPdfAgainstTheRulesOfItsReaders() throws IOException {
        Path page = write(
                "page.html",
                "<html lang='en'><head><title>Letter</title></head><body><p>Good morning</p></body></html>");
        Path pdf = folder.resolve("letter.pdf");
        assertThat(run("merge", page, "--data", data, "-o", pdf).code()).isZero();
        Ran ran = run("preflight", pdf);
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out())
                .contains("court-e-bundle", "Pass", "The file is one PDF", "Fail", "has no bookmarks")
                .doesNotContain("asye-internal");
        Ran asked = run("preflight", pdf, "--rules", "asye-internal", "--json");
        assertThat(asked.out()).contains("\"rules\":\"asye-internal\"", "\"outcome\":\"none\"");
        assertThat(run("preflight", pdf, "--rules", "asye-intern").err()).contains("asye-internal");
        assertThat(run("preflight", folder.resolve("none.pdf")).err()).contains("There is no file");
        Ran broken = run("preflight", data);
        assertThat(broken.code()).isEqualTo(1);
        assertThat(broken.out()).contains("not a PDF file");
    }

    @Test
    void checksRuleSets() throws IOException {
        assertThat(run("check", Path.of("forms", "rule-sets").toAbsolutePath()))
                .isEqualTo(new Ran(0, "Nothing is wrong.\n", ""));
        Path sets = Files.createDirectories(folder.resolve("rule-sets"));
        Path own = Files.writeString(sets.resolve("own.yaml"), "rule_set: own\ntitle: Own\nrules: []\n");
        for (Path path : List.of(sets, own)) {
            Ran ran = run("check", path);
            assertThat(ran.code()).isEqualTo(1);
            assertThat(ran.err()).contains("own.yaml", "The rule set has no “about”. Add it.");
        }
    }

    @Test
    void checksProgrammesWithTheirForms() throws IOException {
        assertThat(run("check", Path.of("forms", "programmes").toAbsolutePath()))
                .isEqualTo(new Ran(0, "Nothing is wrong.\n", ""));
        Path programmes = Files.createDirectories(folder.resolve("own/programmes"));
        Files.writeString(programmes.resolve("year.yaml"), "programme: year\nversion: 1\nroute: adults\n");
        Files.copy(Path.of("forms/certificate.yaml"), folder.resolve("own/certificate.yaml"));
        Files.copy(
                Path.of("forms/records/asye.yaml"),
                Files.createDirectory(folder.resolve("own/records")).resolve("asye.yaml"));
        for (Path path : List.of(folder.resolve("own"), programmes, programmes.resolve("year.yaml"))) {
            Ran ran = run("check", path);
            assertThat(ran.code()).isEqualTo(1);
            assertThat(ran.err()).contains("year.yaml", "The programme has no “milestones”. Add it.");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "merge",
                "merge t.docx",
                "merge t.docx --data d.json",
                "merge t.docx --batch b.csv",
                "merge t.docx --data d.json -o o.docx --out dir",
                "merge t.docx --data d.json -o o.docx --missing perhaps",
                "merge t.docx --data d.json -o o.docx --nonsense",
                "schema",
                "scaffold form"
            })
    void explainsItsUsage(String words) {
        Ran ran = run((Object[]) (words.isEmpty() ? new String[0] : words.split(" ")));
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("Usage: quire");
        assertThat(ran.out()).isEmpty();
    }

    @Test
    void showsHelpForEachCommand() {
        assertThat(run("--help").out()).contains("merge", "lint", "check", "schema", "scaffold", "Exit codes");
        assertThat(run("merge", "--help").out()).contains("--batch");
        assertThat(run("merge", "--help").code()).isZero();
    }

    @Test
    void refusesBadInputWithASentence() throws IOException {
        Path out = folder.resolve("out.docx");
        Path notZip = write("not-zip.docx", "hello");
        assertRefused("does not exist", "merge", folder.resolve("none.docx"), "--data", data, "-o", out);
        assertRefused("does not exist", "merge", template, "--data", folder.resolve("none.json"), "-o", out);
        assertRefused("There is no form “nonsense”", "merge", "nonsense", "--data", data, "-o", out);
        assertRefused("not-zip.docx", "merge", notZip, "--data", data, "-o", out);
        assertRefused("{ … }", "merge", template, "--data", write("list.json", "[1]"), "-o", out);
        assertRefused("line 1", "merge", template, "--data", write("cut.json", "{\"a\":"), "-o", out);
        assertRefused("must end in .docx or .pdf", "merge", template, "--data", data, "-o", folder.resolve("o.txt"));
        assertRefused("is missing", "merge", template, "--data", data, "-o", folder.resolve("no/such/o.docx"));
        assertRefused("makes a .pdf", "merge", write("page.html", "<p>"), "--data", data, "-o", out);
        assertRefused("two marks", "merge", template, "--data", data, "-o", out, "--delimiters", "{");
        assertRefused("must end in", "merge", template, "--batch", data, "--out", folder, "--name", "x");
        assertRefused("must be an .ndjson file", "merge", template, "--batch", data, "--out", folder);
        assertRefused("There is no form", "schema", "nonsense");
        assertRefused("There is no form", "lint", template, "--form", "nonsense");
        assertThat(out).doesNotExist();
    }

    @Test
    void tellsAFaultOfOurOwnApartAndKeepsItsDetailsForWhoeverAsks() {
        Clock broken = new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                throw new IllegalStateException("the clock stands still");
            }
        };
        Path out = folder.resolve("out.docx");
        Ran ran = Ran.at(broken, folder, "merge", template, "--data", data, "-o", out);
        assertThat(ran.code()).isEqualTo(3);
        assertThat(ran.err())
                .contains("Reference: ")
                .doesNotContain("stands still")
                .doesNotContain("\tat ");
        Ran debug = Ran.at(broken, folder, "merge", template, "--data", data, "-o", out, "--debug");
        assertThat(debug.code()).isEqualTo(3);
        assertThat(debug.err()).contains("the clock stands still").contains("\tat ");
    }

    private void assertRefused(String words, Object... arguments) {
        Ran ran = run(arguments);
        assertThat(ran.code()).as(ran.err()).isEqualTo(1);
        assertThat(ran.err()).contains(words).doesNotContain("\tat ");
    }

    private Ran run(Object... arguments) {
        return Ran.in(folder, arguments);
    }

    private Path docx(String name, String text) throws IOException {
        return Files.write(folder.resolve(name), Docx.line(text).bytes());
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static String text(Path docx) throws IOException {
        return DocxText.of(Files.readAllBytes(docx));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(path -> String.valueOf(path.getFileName())).sorted().toList();
        }
    }
}
