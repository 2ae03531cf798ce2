package quire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every paper is a form and a template; no line of the program knows one of them. */
class PapersAreDataTest {

    /** Forms, programmes and standards, by what their files are called without the ending. */
    static List<String> papers() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("forms"))) {
            return files.filter(file -> !file.startsWith(Path.of("forms", "records")))
                    .map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(".yaml"))
                    .map(name -> name.replaceFirst("(\\.\\d+)?\\.yaml$", ""))
                    .distinct()
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("papers")
    void noCodeNames(String paper) throws IOException {
        // A plain word such as "registration" has other uses; there only the name of the file gives it away.
        String after = paper.contains("-") ? "[\"'/.]" : "\\.(yaml|html|docx|json)";
        Pattern asAWord = Pattern.compile("[\"'/]" + Pattern.quote(paper) + after);
        assertThat(program()).noneMatch(file -> asAWord.matcher(text(file)).find());
    }

    @Test
    void theProgramIsLookedThroughWhole() throws IOException {
        assertThat(program()).hasSizeGreaterThan(200);
        assertThat(papers()).hasSizeGreaterThan(40);
    }

    private static List<Path> program() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src", "main"))) {
            return files.filter(file -> file.toString().matches(".*\\.(java|html|js|json|sql|properties)")
                            && !file.toString().endsWith(".min.js"))
                    .toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
