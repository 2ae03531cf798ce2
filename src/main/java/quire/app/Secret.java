package quire.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import quire.core.Finding;
import quire.core.Place;

/** A password that stands in the environment, or in a file that the environment names, as systems that keep secrets want it. */
final class Secret {

    private Secret() {}

    /**
     * The password; what is wrong is added to the findings.
     *
     * @param name the variable; the one that names a file ends in {@code _FILE}
     */
    static Optional<String> find(Map<String, String> environment, String name, List<Finding> findings) {
        Optional<String> file = said(environment, name + "_FILE");
        Optional<String> password = said(environment, name);
        if (file.isPresent() && password.isPresent()) {
            findings.add(wrong(
                    "Give the password in " + name + " or in the file that " + name + "_FILE names, not in both."));
        }
        return file.map(path -> inFile(path, name, findings)).or(() -> password);
    }

    private static Optional<String> said(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).map(String::strip).filter(words -> !words.isEmpty());
    }

    private static String inFile(String path, String name, List<Finding> findings) {
        try {
            return Files.readString(Path.of(path)).strip();
        } catch (IOException | IllegalArgumentException e) {
            findings.add(wrong("The file that " + name + "_FILE names cannot be read: " + path + "."));
            return "";
        }
    }

    private static Finding wrong(String message) {
        return Finding.error("setting", message, Place.UNKNOWN);
    }
}
