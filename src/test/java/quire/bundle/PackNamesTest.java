package quire.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackNamesTest {

    private final PackNames names = new PackNames(30);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            # what people write
            Direct observation 1           | 07 Direct observation 1 (pages 31–36).docx
            Part 1: Beginning              | 07 Part 1 – Beginning (pages 31–36).docx
            What do you think?             | 07 What do you think (pages 31–36).docx
            Adroddiad y tŷ, ŵyr            | 07 Adroddiad y tŷ, ŵyr (pages 31–36).docx
            Отзыв о практике               | 07 Отзыв о практике (pages 31–36).docx
            家庭訪問                        | 07 家庭訪問 (pages 31–36).docx
            # what systems trip over
            CON                            | 07 CON (pages 31–36).docx
            ../../etc/passwd               | 07 ..-..-etc-passwd (pages 31–36).docx
            C:\\Windows\\x                   | 07 C-Windows-x (pages 31–36).docx
            "name.exe. . ."                | 07 name.exe (pages 31–36).docx
            "a	b\u202Egnp.exe"             | 07 a bgnp.exe (pages 31–36).docx
            "<b>*|*"                       | 07 b- (pages 31–36).docx
            "..."                          | 07 (pages 31–36).docx
            """)
    void staySafeAndSaySomething(String title, String name) {
        assertThat(names.file(7, line(title, 6), "docx")).isEqualTo(name);
    }

    @Test
    void areNumberedSoThatTheySort() {
        assertThat(names.file(7, line("A", 1), "pdf")).isEqualTo("07 A (page 31).pdf");
        assertThat(new PackNames(240).folder(7, "Part 2.")).isEqualTo("007 Part 2");
    }

    @Test
    void areNoLongerThanSystemsTake() {
        String name = names.file(7, line("長い".repeat(200) + "\uD83D\uDE00", 6), "docx");
        assertThat(name.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(200);
        assertThat(names.file(7, line("long ".repeat(200), 6), "docx"))
                .hasSizeLessThanOrEqualTo(100)
                .endsWith("lon (pages 31–36).docx");
        assertThat(new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .isEqualTo(name);
    }

    private static Contents.Line line(String title, int pages) {
        return new Contents.Line("key", Plan.Kind.PAPER, title, 2, 31, pages, "", "", "", "", List.of(), "");
    }
}
