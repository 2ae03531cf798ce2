package quire.demo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import quire.core.Finding;
import quire.core.Place;
import quire.yaml.Definitions;
import quire.yaml.Part;

/** Files of samples as they are read, and everything that is wrong with them. */
final class SampleFiles {

    private final boolean checks;
    private final List<Finding> findings = new ArrayList<>();

    /** @param checks whether the files are held against anything, or taken as they are */
    SampleFiles(boolean checks) {
        this.checks = checks;
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** Holds a file against some rules, if this is asked for. */
    void check(Runnable rules) {
        if (checks) {
            rules.run();
        }
    }

    <T> @Nullable T read(Path file, Function<Part, @Nullable T> reader) {
        if (!Files.isRegularFile(file)) {
            findings.add(Finding.error("missing", "There is no such file.", Place.inFile(file.toString())));
            return null;
        }
        String yaml = Definitions.text(file, findings);
        return yaml == null ? null : Definitions.read(yaml, file.toString(), findings, reader);
    }
}
