package quire.forms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import quire.testkit.Golden;

/** The form that uses every key of the format. */
final class Whole {

    private Whole() {}

    static String yaml() {
        try {
            return Files.readString(Golden.folder("forms").resolve("whole.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Form form() {
        return FormReader.read(yaml(), "forms/whole.yaml").orThrow();
    }
}
