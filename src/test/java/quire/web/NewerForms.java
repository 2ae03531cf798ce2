package quire.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The forms that come with Quire, and a newer version of one of them: the reflection log, without its title, with a day. */
final class NewerForms {

    static final String FORM = "critical-reflection-log";

    private NewerForms() {}

    static Path in(Path folder) {
        Path forms = folder.resolve("forms");
        try (Stream<Path> files = Files.walk(Path.of("forms"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = forms.resolve(Path.of("forms").relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
            Path current = forms.resolve(FORM + ".yaml");
            String first = Files.readString(current);
            Files.writeString(forms.resolve("earlier").resolve(FORM + ".1.yaml"), first);
            Files.writeString(current, second(first));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return forms;
    }

    private static String second(String first) {
        int title = first.indexOf("      - id: reflection_title");
        int situation = first.indexOf("      - id: situation");
        return first.substring(0, title).replace("version: 1", "version: 2")
                + "      - {id: work_date, type: date, label: \"When was it?\", required: true}\n"
                + first.substring(situation).replace("What was the situation?", "What was going on?");
    }
}
