package quire.convert;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** S-57, S-62 and S-64: names as people see them and as files are saved, whatever came. */
class FileNamesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "letter.pdf;                      letter.pdf",
                "Letter of Mrs O'Brien (2).PDF;   Letter of Mrs O'Brien (2).PDF",
                "../../etc/passwd;                passwd.pdf",
                "/etc/shadow.pdf;                 shadow.pdf",
                "C:\\Users\\ana\\letter.pdf;      letter.pdf",
                "C:letter.pdf;                    letter.pdf",
                "..\\..\\letter.pdf;              letter.pdf",
                "photo.png;                       photo.pdf",
                "report.exe;                      report.exe.pdf",
                "report.pdf.exe;                  report.pdf.exe.pdf",
                "report.docx.pdf;                 report.docx.pdf",
                "letter;                          letter.pdf",
                ".pdf;                            document.pdf",
                "...;                             document.pdf",
                "`   `;                           document.pdf",
                "``;                              document.pdf",
                "letter. . .pdf;                  letter.pdf",
                "<script>alert(1)</script>.pdf;   script>.pdf",
                "{{7*7}} ${7*7}.pdf;              {{7*7}} ${7*7}.pdf",
                "\"><img onerror=x>.pdf;          \"><img onerror=x>.pdf",
                "javascript:alert(1);             javascript:alert(1).pdf",
                "CON.pdf;                         CON.pdf"
            })
    void s57_s64_keepsWhatAPersonTypedAndDropsThePath(String sent, String kept) {
        assertThat(FileNames.clean(sent, FileKind.PDF)).isEqualTo(kept);
    }

    @Test
    void s57_dropsWhatNobodySees() {
        assertThat(FileNames.clean("a\0b\r\nc\u202Efdp.exe", FileKind.PDF)).isEqualTo("ab cfdp.exe.pdf");
        assertThat(FileNames.clean("\uD800x\uFFFE\u2028\u200F\u00AD.pdf", FileKind.PDF))
                .isEqualTo("x.pdf");
        assertThat(FileNames.clean("tab\there \u00A0 now.pdf", FileKind.PDF)).isEqualTo("tab here now.pdf");
        assertThat(FileNames.clean("Cafe\u0301.pdf", FileKind.PDF)).isEqualTo("Caf\u00E9.pdf");
        assertThat(FileNames.clean("\uD83D\uDC69\u200D\uD83D\uDC67.pdf", FileKind.PDF))
                .isEqualTo("\uD83D\uDC69\u200D\uD83D\uDC67.pdf");
    }

    @Test
    void s57_cutsLongNamesAndKeepsTheirEnding() {
        assertThat(FileNames.clean("a".repeat(300) + ".pdf", FileKind.PDF))
                .hasSizeLessThanOrEqualTo(150)
                .endsWith("a.pdf");
        String emoji = FileNames.clean("\uD83D\uDE00".repeat(300) + ".pdf", FileKind.PDF);
        assertThat(emoji.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(240);
        assertThat(emoji).endsWith("\uD83D\uDE00.pdf");
    }

    @ParameterizedTest
    @CsvSource({"photo.JPEG, photo.JPEG", "photo.jfif, photo.jfif", "photo.heic, photo.heic.jpg", "'', picture.jpg"})
    void givesAPhotoATrueEnding(String sent, String kept) {
        assertThat(FileNames.clean(sent, FileKind.JPEG)).isEqualTo(kept);
    }

    @Test
    void s62_writesTheNameTwice() {
        assertThat(FileNames.disposition("Siân’s letter.pdf"))
                .isEqualTo(
                        "attachment; filename=\"Si_n_s letter.pdf\"; filename*=UTF-8''Si%C3%A2n%E2%80%99s%20letter.pdf");
        assertThat(FileNames.disposition("a*(1)'%41.pdf"))
                .isEqualTo("attachment; filename=\"a_(1)__41.pdf\"; filename*=UTF-8''a_%281%29%27%2541.pdf");
        assertThat(FileNames.disposition("\"; filename=evil.exe\r\nX: y"))
                .isEqualTo("attachment; filename=\"__ filename_evil.exe X_ y\"; "
                        + "filename*=UTF-8''_%3B%20filename%3Devil.exe%20X_%20y");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CON", "con.pdf", "NUL.tar.gz", "COM1.pdf", "lpt9", "AUX.docx", "COM\u00B9.pdf", "conin$"})
    void s57_savesNothingUnderTheNameOfADevice(String name) {
        assertThat(FileNames.disposition(name)).startsWith("attachment; filename=\"_");
        assertThat(FileNames.disposition("console.pdf")).contains("\"console.pdf\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "..", "/", "a/", "\0", "\u202E"})
    void s62_savesUnderSomeNameInAnyCase(String name) {
        assertThat(FileNames.disposition(name)).isEqualTo("attachment; filename=\"file\"; filename*=UTF-8''file");
    }

    @Property(tries = 2_000)
    void s62_writesAHeaderOfPlainLettersWhateverTheName(@ForAll String name) {
        String header = FileNames.disposition(name);
        assertThat(header)
                .matches("attachment; filename=\"[A-Za-z0-9._ ()-]+\"; filename\\*=UTF-8''[A-Za-z0-9!#$&+.^_`|~%-]+");
        assertThat(header.length()).isLessThan(1_000);
        String clean = FileNames.clean(name, FileKind.DOCX);
        assertThat(clean)
                .endsWith(".docx")
                .doesNotContain("/", "\\", "\r", "\n", "\0")
                .hasSizeLessThanOrEqualTo(150);
        assertThat(FileNames.clean(clean, FileKind.DOCX)).isEqualTo(clean);
    }
}
