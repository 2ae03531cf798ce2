package quire.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import quire.core.MediaType;
import quire.forms.Answers;
import quire.forms.DocumentFacts;
import quire.forms.Form;
import quire.forms.Forms;
import quire.merge.Missing;
import quire.pdf.PdfMaker;
import quire.testkit.Office;
import quire.testkit.PdfText;
import quire.testkit.VeraPdf;

/** People sign what they wrote: the numbers that they typed stand on the paper, whoever opens it. */
class TypedNumbersTest {

    private static final List<String> WRITTEN = List.of(
            "1. first",
            "2. second, after an empty line",
            "Words between.",
            "3. third",
            "4. fourth",
            "7. seventh",
            "Otherwise:",
            "a. letter",
            "(1) bracketed",
            "1) half bracketed",
            "12. twelfth");

    private static final Form FORM = Forms.load(Path.of("forms")).get("direct-observation");
    private static final DocumentMaker MAKER =
            new DocumentMaker(TemplateShelf.open(Path.of("templates")), new PdfMaker());

    @Test
    void standInThePdf() {
        byte[] pdf = make(MediaType.PDF);
        assertThat(lines(PdfText.of(pdf))).containsSubsequence(WRITTEN);
        VeraPdf.assertAccessibleAndArchival(pdf);
    }

    @Test
    void standInTheWordFile() {
        String seen = Office.text(Map.of("numbers", make(MediaType.DOCX))).get("numbers");
        assertThat(lines(String.valueOf(seen))).containsSubsequence(WRITTEN);
    }

    private static List<String> lines(String text) {
        return text.lines().map(line -> line.strip().replaceAll("\\s+", " ")).toList();
    }

    private static byte[] make(MediaType type) {
        String text =
                "1. first\n\n2. second, after an empty line\n\nWords between.\n\n3. third\n4. fourth\n7. seventh\n"
                        + "Otherwise:\na. letter\n(1) bracketed\n1) half bracketed\n\n12. twelfth";
        Answers answers = Answers.of(FORM, Map.of("what_happened", text));
        DocumentFacts draft = DocumentFacts.draft(LocalDate.of(2026, 11, 21));
        return MAKER.make(FORM, answers, draft, type, Missing.MARK).bytes();
    }
}
