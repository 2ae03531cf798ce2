package quire.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quire.core.Problem;

class OutputFileTest {

    private static final byte[] CONTENT = "content".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    @Test
    void replacesWhatStoodThereAndLeavesNothingElse() throws IOException {
        Path file = Files.writeString(folder.resolve("out.docx"), "old");
        OutputFile.write(file, CONTENT);
        assertThat(file).hasContent("content");
        assertThat(folder).isDirectoryContaining(path -> path.equals(file));
        try (var all = Files.list(folder)) {
            assertThat(all).hasSize(1);
        }
    }

    @Test
    void refusesAFolderInItsPlaceAndAMissingOneAbove() throws IOException {
        Path taken = Files.createDirectory(folder.resolve("taken.docx"));
        assertThatThrownBy(() -> OutputFile.write(taken, CONTENT))
                .hasMessageContaining("There is a folder of that name");
        assertThatThrownBy(() -> OutputFile.write(folder.resolve("no/such.docx"), CONTENT))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("The folder it should stand in is missing");
    }
}
