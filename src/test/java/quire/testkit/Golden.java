package quire.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Text that a person has approved. A golden never changes by itself: {@code -Dgolden.update} rewrites it, and the
 * difference is reviewed like code. Where a golden differs, what was really made lies under {@code target/golden}.
 */
public final class Golden {

    private static final Path GOLDENS = Path.of("src/test/resources/golden");
    private static final Path ACTUAL = Path.of("target/golden");

    private Golden() {}

    /** The folder of approved text that a room keeps. */
    public static Path folder(String name) {
        return GOLDENS.resolve(name);
    }

    /**
     * Compares with the approved text.
     *
     * @param file below the golden folder
     */
    public static void check(String file, String actual) {
        try {
            Path golden = GOLDENS.resolve(file);
            if (System.getProperty("golden.update") != null) {
                Files.writeString(golden, actual);
            }
            String approved = Files.exists(golden) ? Files.readString(golden) : "";
            if (!actual.equals(approved)) {
                Path made = ACTUAL.resolve(file);
                Files.createDirectories(made.getParent());
                Files.writeString(made, actual);
            }
            assertThat(actual)
                    .as("compare %s with %s", golden, ACTUAL.resolve(file))
                    .isEqualTo(approved);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
