package quire.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import quire.core.Json;
import quire.core.MadeFile;
import quire.core.MediaType;
import quire.forms.AnswerCheck;
import quire.forms.Answers;
import quire.forms.DocumentFacts;
import quire.forms.Form;
import quire.forms.Forms;
import quire.merge.Missing;
import quire.pdf.PdfMaker;
import quire.testkit.ContactSheet;
import quire.testkit.DocxCheck;
import quire.testkit.DocxText;
import quire.testkit.FullAnswers;
import quire.testkit.Office;
import quire.testkit.PdfText;
import quire.testkit.Qpdf;
import quire.testkit.RandomAnswers;
import quire.testkit.VeraPdf;

/**
 * Every shipped form, with no answers, with its sample, with everything at its limit and with random answers, on Word
 * and PDF, before every judge. The first pages are kept under {@code target/papers}, where a person can look at them.
 */
class EveryPaperTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    /** So many characters are on a page with hardly more than its head and foot. */
    private static final int FEW = 250;

    private static final Forms FORMS = Forms.load(Path.of("forms"));
    private static final DocumentMaker MAKER =
            new DocumentMaker(TemplateShelf.open(Path.of("templates")), new PdfMaker());

    @Test
    void everyTemplateFitsItsForm() {
        assertThat(TemplateLint.check(TemplateShelf.open(Path.of("templates")), FORMS))
                .isEmpty();
    }

    @Test
    void everySampleIsComplete() {
        for (Form form : FORMS.list()) {
            assertThat(make(form, sample(form), MediaType.DOCX, Missing.ERROR).bytes())
                    .isNotEmpty();
        }
    }

    @Test
    void fullAnswersAreWithinTheirLimits() {
        for (Form form : FORMS.list()) {
            Answers full = Answers.of(form, FullAnswers.of(form));
            assertThat(AnswerCheck.of(form, full, TODAY).complete())
                    .as(form.id())
                    .filteredOn(finding -> List.of("answer-max", "answer-words", "answer-kind", "answer-unknown")
                            .contains(finding.code()))
                    .isEmpty();
        }
    }

    @Test
    void firstPagesCanBeLookedAt() throws IOException {
        ContactSheet sheet = new ContactSheet(6);
        for (Form form : FORMS.list()) {
            sheet.add(
                    form.id(),
                    make(form, sample(form), MediaType.PDF, Missing.MARK).bytes());
        }
        assertThat(sheet.write(Path.of("target", "papers", "first-pages.png")))
                .isEqualTo(FORMS.list().size());
    }

    @Test
    void noPageIsLeftEmpty() {
        for (Form form : FORMS.list()) {
            byte[] pdf = make(form, sample(form), MediaType.PDF, Missing.MARK).bytes();
            List<String> pages = PdfText.pages(pdf);
            assertThat(pages.subList(0, pages.size() - 1))
                    .as(form.id())
                    .allSatisfy(page -> assertThat(page.length()).isGreaterThan(FEW));
        }
    }

    @Property(tries = 6, shrinking = ShrinkingMode.OFF)
    void wordFilesAreSoundAndHoldEveryAnswer(@ForAll long seed) {
        for (Form form : FORMS.list()) {
            Answers answers = Answers.of(form, RandomAnswers.of(form, seed));
            byte[] docx = make(form, answers, MediaType.DOCX, Missing.MARK).bytes();
            assertThat(DocxCheck.problems(docx)).as(form.id()).isEmpty();
        }
    }

    @Test
    void libreOfficeSeesTheSameWords() {
        judgeWord(representative());
    }

    @Test
    void veraPdfAndQpdfAgree() {
        List<Case> all = representative();
        judgePdf(IntStream.range(0, all.size())
                .filter(i -> i % 3 == 0)
                .mapToObj(all::get)
                .toList());
    }

    @Test
    @Tag("slow")
    void libreOfficeSeesTheSameWordsInManyMore() {
        judgeWord(cases(25));
    }

    @Test
    @Tag("slow")
    void veraPdfAndQpdfAgreeOnManyMore() {
        judgePdf(cases(25));
    }

    /** One paper to be made. */
    private record Case(String name, Form form, Answers answers) {}

    /** Every form at its limits, and with nothing or its sample, by turns: in every build. */
    private static List<Case> representative() {
        List<Case> cases = new ArrayList<>();
        for (Form form : FORMS.list()) {
            boolean even = cases.size() % 4 == 0;
            cases.add(new Case(form.id() + "-full", form, Answers.of(form, FullAnswers.of(form))));
            cases.add(
                    even
                            ? new Case(form.id() + "-empty", form, Answers.NONE)
                            : new Case(form.id() + "-sample", form, sample(form)));
        }
        return cases;
    }

    private static List<Case> cases(int random) {
        List<Case> cases = new ArrayList<>();
        for (Form form : FORMS.list()) {
            cases.add(new Case(form.id() + "-empty", form, Answers.NONE));
            cases.add(new Case(form.id() + "-sample", form, sample(form)));
            cases.add(new Case(form.id() + "-full", form, Answers.of(form, FullAnswers.of(form))));
            for (long seed = 1; seed <= random; seed++) {
                cases.add(new Case(form.id() + "-random" + seed, form, Answers.of(form, RandomAnswers.of(form, seed))));
            }
        }
        return cases;
    }

    private static void judgeWord(List<Case> cases) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        cases.forEach(one -> files.put(
                one.name(),
                make(one.form(), one.answers(), MediaType.DOCX, Missing.MARK).bytes()));
        Map<String, String> seen = Office.text(files);
        files.forEach((name, docx) ->
                assertThat(words(String.valueOf(seen.get(name)))).as(name).isEqualTo(words(DocxText.of(docx))));
    }

    /** The words in reading order; what LibreOffice adds of its own (bullets, numbers of lists) is left aside. */
    private static List<String> words(String text) {
        return Arrays.stream(text.replace("|", " ").replace("[picture]", " ").split("[\\s\\uFEFF/]+", -1))
                .filter(word -> !word.isEmpty() && !word.matches("[•●○▪–\\uF0B7]|\\d+[.)]"))
                .toList();
    }

    private static void judgePdf(List<Case> cases) {
        for (Case one : cases) {
            byte[] pdf =
                    make(one.form(), one.answers(), MediaType.PDF, Missing.MARK).bytes();
            VeraPdf.assertAccessibleAndArchival(pdf);
            Qpdf.assertSound(pdf);
            String printed = PdfText.of(pdf).replaceAll("\\s", "");
            assertThat(shownWords(one))
                    .as(one.name())
                    .allSatisfy(word -> assertThat(printed).contains(word));
        }
    }

    /** The words of every text that the paper must show whatever the other answers are. */
    private static List<String> shownWords(Case one) {
        return one.form()
                .fields()
                .filter(field -> field.showIf() == null)
                .filter(field -> one.form().sections().stream()
                        .noneMatch(section ->
                                section.showIf() != null && section.fields().contains(field)))
                .map(field -> one.answers().get(field.id()))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(text -> text.contains(" "))
                // A long word may be broken where it has a sign, and the next column read in between.
                .flatMap(text -> Arrays.stream(text.split("[^\\p{L}\\p{N}]+", -1)))
                .filter(word -> !word.matches("|\\d+"))
                .distinct()
                .toList();
    }

    private static MadeFile make(Form form, Answers answers, MediaType type, Missing missing) {
        return MAKER.make(form, answers, DocumentFacts.draft(TODAY), type, missing);
    }

    private static Answers sample(Form form) {
        Path file = Path.of("samples", form.id() + ".json");
        try {
            return Answers.of(form, Json.readObject(Files.readString(file), file.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
