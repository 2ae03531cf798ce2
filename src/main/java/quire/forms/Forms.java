package quire.forms;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import quire.core.Finding;
import quire.core.Problem;

/**
 * The shelf of published forms, and of the standards that they take statements from: the front door of this room.
 * Immutable, and shared between threads.
 */
public final class Forms {

    private final Map<String, Form> byId;
    private final Map<String, Standard> standards;

    private Forms(Map<String, Form> byId, Map<String, Standard> standards) {
        this.byId = Ordered.copyOf(byId);
        this.standards = Ordered.copyOf(standards);
    }

    /**
     * Reads every {@code *.yaml} of a folder, and what stands under its {@code records} and {@code standards}.
     *
     * @throws Problem with every finding of every file if any has an error
     */
    public static Forms load(Path folder) {
        FormFolder opened = open(folder);
        Map<String, Form> forms = opened.readForms();
        List<Finding> findings = opened.findings();
        if (Finding.anyError(findings)) {
            throw Problem.badInput("The forms in " + folder + " have faults.", findings);
        }
        return new Forms(forms, opened.standards());
    }

    /**
     * Everything that is wrong with a folder of forms, or with one file of it.
     *
     * @throws Problem if there is nothing at the path
     */
    public static List<Finding> check(Path folderOrFile) {
        if (Files.isDirectory(folderOrFile)) {
            FormFolder opened = open(folderOrFile);
            opened.readForms();
            return List.copyOf(opened.findings());
        }
        return FormFolder.check(folderOrFile);
    }

    /** All forms, by id. */
    public List<Form> list() {
        return List.copyOf(byId.values());
    }

    public Optional<Form> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /**
     * The form of that id.
     *
     * @throws Problem if there is no such form
     */
    public Form get(String id) {
        return find(id).orElseThrow(() -> Problem.notFound("There is no form “" + id + "”."));
    }

    /** The standards, by id. */
    public Map<String, Standard> standards() {
        return standards;
    }

    private static FormFolder open(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw Problem.notFound("There is no folder " + folder + ".");
        }
        return FormFolder.open(folder);
    }
}
