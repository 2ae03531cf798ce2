package quire.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNamesTest {

    private final FileNames names = new FileNames();

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = true, textBlock = """
            Siân Wójcik            | Siân Wójcik.docx
            ../../etc/passwd       | -..-etc-passwd.docx
            C:\\secret             | C-secret.docx
            /root                  | -root.docx
            a:b*c?d                | a-b-c-d.docx
            con                    | _con.docx
            Lpt1.final             | _Lpt1.final.docx
            console                | console.docx
            .hidden                | hidden.docx
            trailing. . .          | trailing.docx
            two   spaces           | two spaces.docx
            """)
    void makesANameSafe(String wish, String name) {
        assertThat(names.unique(wish, "docx", "line-7")).isEqualTo(name);
    }

    @Test
    void leavesOutWhatCannotBeSeen() {
        assertThat(names.unique("a\u202Eb\u0000c\nd\uD800e", "pdf", "line-7")).isEqualTo("a-b-c-d-e.pdf");
    }

    @Test
    void fallsBackWhenNothingIsLeft() {
        assertThat(names.unique(" .. ", "docx", "line-7")).isEqualTo("line-7.docx");
        assertThat(names.unique("", "docx", "line-8")).isEqualTo("line-8.docx");
    }

    @Test
    void numbersNamesThatWereGivenBefore() {
        assertThat(names.unique("Ann", "docx", "x")).isEqualTo("Ann.docx");
        assertThat(names.unique("ANN", "docx", "x")).isEqualTo("ANN-2.docx");
        assertThat(names.unique("Ann-2", "docx", "x")).isEqualTo("Ann-2-2.docx");
        assertThat(names.unique("Ann", "docx", "x")).isEqualTo("Ann-3.docx");
        assertThat(names.unique("Ann", "pdf", "x")).isEqualTo("Ann.pdf");
    }

    @Test
    void staysShortAlsoWithItsNumber() {
        String wish = "Ł".repeat(119) + "😀".repeat(100);
        assertThat(names.unique(wish, "docx", "x"))
                .hasSizeLessThanOrEqualTo(120)
                .endsWith("Ł.docx");
        assertThat(names.unique(wish, "docx", "x"))
                .hasSizeLessThanOrEqualTo(120)
                .endsWith("Ł-2.docx");
        assertThat(new FileNames().unique("😀".repeat(100), "docx", "x"))
                .doesNotContain("?")
                .hasSizeLessThanOrEqualTo(120);
    }

    @Test
    void isQuickForManyOfTheSameName() {
        String last = "";
        for (int i = 0; i < 100_000; i++) {
            last = names.unique("same", "docx", "x");
        }
        assertThat(last).isEqualTo("same-100000.docx");
    }
}
