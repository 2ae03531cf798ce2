package quire.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import quire.core.Json;
import quire.core.MediaType;
import quire.core.RecordMark;
import quire.forms.Answers;
import quire.forms.DocumentFacts;
import quire.forms.Form;
import quire.forms.Forms;
import quire.forms.Section;
import quire.merge.Missing;
import quire.merge.word.CopyMark;
import quire.pdf.PdfMaker;
import quire.testkit.ContactSheet;
import quire.testkit.Docx;
import quire.testkit.DocxCheck;
import quire.testkit.DocxText;
import quire.testkit.Office;
import quire.testkit.PdfText;
import quire.testkit.Qpdf;
import quire.testkit.VeraPdf;

/**
 * Every form that somebody signs, as its final paper: with long names, deputies and signatures that stand no more, on Word and PDF,
 * before every judge. The first and last pages are kept under {@code target/papers}.
 */
class EverySignedPaperTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final String MARK = "3f2a 91bc 04de 77a1";
    private static final String STOOD_IN_FOR = "Bronwen Llewellyn-Wojciechowska";
    private static final String LONG = "Oluwaseun Montgomery-Featherstonehaugh, standing in for " + STOOD_IN_FOR;

    private static final Forms FORMS = Forms.load(Path.of("forms"));
    private static final DocumentMaker MAKER =
            new DocumentMaker(TemplateShelf.open(Path.of("templates")), new PdfMaker());

    @Test
    void everyoneOfThemSaysWhatItIs() throws IOException {
        ContactSheet sheet = new ContactSheet(6);
        for (Form form : signed()) {
            byte[] pdf = make(form, MediaType.PDF);
            assertThat(words(PdfText.of(pdf)))
                    .as(form.id())
                    .contains("Signed record " + MARK)
                    .contains(earlier(form, "(superseded)"))
                    .doesNotContain("· Draft", "19 November 202619 November 2026");
            assertThat(RecordMark.in(pdf)).as(form.id()).contains(MARK.replace(" ", ""));
            byte[] word = make(form, MediaType.DOCX);
            assertThat(words(DocxText.of(word)))
                    .as(form.id())
                    .contains(earlier(form, "(superseded)", STOOD_IN_FOR))
                    .doesNotContain("19 November 2026 19 November 2026");
            assertThat(Docx.xml(word, "word/footer.xml")).as(form.id()).contains("Copy of the signed record " + MARK);
            assertThat(CopyMark.of(word)).as(form.id()).contains(MARK.replace(" ", ""));
            assertThat(DocxCheck.problems(word)).as(form.id()).isEmpty();
            keep(form, pdf, word);
            sheet.add(form.id(), pdf);
        }
        sheet.write(Path.of("target", "papers", "signed-pages.png"));
    }

    @Test
    void veraPdfAndQpdfAgree() {
        judge(everyThird());
    }

    @Test
    @Tag("slow")
    void veraPdfAndQpdfAgreeOnAll() {
        judge(signed());
    }

    @Test
    void libreOfficeOpensTheWordCopies() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        everyThird().forEach(form -> files.put(form.id(), make(form, MediaType.DOCX)));
        assertThat(Office.text(files))
                .hasSameSizeAs(files)
                .allSatisfy((name, text) -> assertThat(words(text)).as(name).contains("19 November 2026"));
    }

    /** A certificate hangs on a wall: it shows who signs it now, in the words of its own answers. */
    private static List<String> earlier(Form form, String... words) {
        return form.id().equals("certificate") ? List.of("19 November 2026") : List.of(words);
    }

    private static void judge(List<Form> forms) {
        for (Form form : forms) {
            byte[] pdf = make(form, MediaType.PDF);
            VeraPdf.assertAccessibleAndArchival(pdf);
            Qpdf.assertSound(pdf);
        }
    }

    private static List<Form> signed() {
        return FORMS.list().stream().filter(form -> !form.signOff().isEmpty()).toList();
    }

    private static List<Form> everyThird() {
        List<Form> all = signed();
        return IntStream.range(0, all.size())
                .filter(i -> i % 3 == 0)
                .mapToObj(all::get)
                .toList();
    }

    private static byte[] make(Form form, MediaType type) {
        Set<String> covered =
                form.signOff().stream().flatMap(step -> step.covers().stream()).collect(Collectors.toSet());
        Map<String, @Nullable Object> sample = new LinkedHashMap<>(sample(form));
        for (Section section : form.sections()) {
            if (!covered.contains(section.id())) {
                section.fields().forEach(field -> sample.remove(field.id()));
            }
        }
        sample.put(Answers.SIGNATURES, signatures(form));
        String status = (type == MediaType.DOCX ? "Copy of the signed record " : "Signed record ") + MARK;
        DocumentFacts facts = new DocumentFacts(form.series() == null ? 0 : 2, false, DAY)
                .with(new DocumentFacts.Signed(status, MARK, covered));
        return MAKER.make(form, Answers.of(form, sample), facts, type, Missing.BLANK)
                .bytes();
    }

    private static List<Object> signatures(Form form) {
        List<Object> signatures = new ArrayList<>();
        form.signOff()
                .forEach(step -> step.signers().stream()
                        .limit(step.everyone() ? step.signers().size() : 1)
                        .forEach(role -> signatures.add(signature(step.step(), role, null))));
        form.signOff()
                .forEach(step ->
                        signatures.add(signature(step.step(), step.signers().get(0), "2026-11-20")));
        return signatures;
    }

    private static Map<String, Object> signature(int step, String role, @Nullable String superseded) {
        Map<String, Object> signature = new LinkedHashMap<>();
        signature.put("step", BigDecimal.valueOf(step));
        signature.put("role", role);
        signature.put("name", LONG);
        signature.put("date", "2026-11-19");
        if (superseded != null) {
            signature.put("superseded", superseded);
        }
        return signature;
    }

    private static Map<String, @Nullable Object> sample(Form form) {
        try {
            return Json.readObject(Files.readString(Path.of("samples", form.id() + ".json")), form.id());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void keep(Form form, byte[] pdf, byte[] word) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "papers", "signed"));
        Files.write(folder.resolve(form.id() + ".pdf"), pdf);
        Files.write(folder.resolve(form.id() + ".docx"), word);
    }

    private static String words(String text) {
        return text.replaceAll("\\s+", " ");
    }
}
