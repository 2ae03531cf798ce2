package quire.merge.word;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import quire.testkit.Docx;
import quire.testkit.DocxCheck;
import quire.testkit.DocxText;

/** A Word file in somebody's own letters. */
class WordLookTest {

    private static final WordLook DARK = new WordLook("Verdana", 120, 150, "1B2529", "F3F2EE");

    static List<Path> templates() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("templates/word"))) {
            return files.filter(file -> file.toString().endsWith(".docx"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void keepsEveryWordOfEveryTemplateAndLeavesASoundFile(Path template) throws IOException {
        byte[] before = Files.readAllBytes(template);
        byte[] after = DARK.on(before);
        assertThat(DocxCheck.problems(after)).isEqualTo(DocxCheck.problems(before));
        assertThat(DocxText.of(after)).isEqualTo(DocxText.of(before));
        assertThat(DARK.on(before)).isEqualTo(after);
    }

    @Test
    void changesLettersSizeLinesAndBackground() throws IOException {
        Map<String, byte[]> parts = Docx.parts(DARK.on(observation()));
        String styles = text(parts, "word/styles.xml");
        assertThat(styles)
                .contains(
                        "w:ascii=\"Verdana\"",
                        "<w:color w:val=\"F3F2EE\"/><w:sz w:val=\"25\"/>",
                        "w:line=\"435\" w:lineRule=\"auto\"")
                .doesNotContain("Arial", "1B2B34");
        assertThat(text(parts, "word/document.xml"))
                .contains("<w:background w:color=\"1B2529\"/><w:body>", "Segoe UI Symbol");
        assertThat(text(parts, "word/settings.xml")).contains("<w:zoom w:percent=\"100\"/><w:displayBackgroundShape/>");
    }

    @Test
    void leavesAFileAloneForWhoeverHasChosenNothing() throws IOException {
        byte[] file = observation();
        assertThat(WordLook.PLAIN.on(file)).isSameAs(file);
    }

    private static byte[] observation() throws IOException {
        return Files.readAllBytes(Path.of("templates/word/direct-observation.docx"));
    }

    private static String text(Map<String, byte[]> parts, String name) {
        return new String(parts.get(name), StandardCharsets.UTF_8);
    }
}
