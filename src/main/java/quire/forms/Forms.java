package quire.forms;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import quire.core.Finding;
import quire.core.Ordered;
import quire.core.Problem;

/**
 * The shelf of published forms, each with its earlier versions, and of the standards that they take statements from: the front door of this room.
 * Immutable, and shared between threads.
 */
public final class Forms {

    private final Map<String, List<Form>> versions;
    private final Map<String, Standard> standards;

    private Forms(Map<String, List<Form>> versions, Map<String, Standard> standards) {
        this.versions = Ordered.copyOf(versions);
        this.standards = Ordered.copyOf(standards);
    }

    /**
     * Reads every {@code *.yaml} of a folder, and what stands under its {@code records},
     * {@code standards} and {@code earlier}.
     *
     * @throws Problem with every finding of every file if any has an error
     */
    public static Forms load(Path folder) {
        FormFolder opened = open(folder);
        Map<String, List<Form>> forms = opened.readForms();
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

    /** The current version of every form, by id. */
    public List<Form> list() {
        return versions.values().stream().map(Forms::last).toList();
    }

    /** Every version of every form, the current one of each form last. */
    public List<Form> everyVersion() {
        return versions.values().stream().flatMap(List::stream).toList();
    }

    /**
     * A form.
     *
     * @param name its id for the current version; with {@code @} and a number behind it, that version
     */
    public Optional<Form> find(String name) {
        String[] parts = name.split("@", 2);
        List<Form> known = versions.get(parts[0]);
        if (known == null) {
            return Optional.empty();
        } else if (parts.length == 1) {
            return Optional.of(last(known));
        }
        return known.stream()
                .filter(form -> parts[1].equals(String.valueOf(form.version())))
                .findFirst();
    }

    /**
     * As {@link #find(String)}.
     *
     * @throws Problem if there is no such form
     */
    public Form get(String name) {
        return find(name).orElseThrow(() -> Problem.notFound("There is no form “" + name + "”."));
    }

    /**
     * A version of a form, be it current or earlier.
     *
     * @throws Problem if there is no such version
     */
    public Form get(String id, int version) {
        return get(id + "@" + version);
    }

    private static Form last(List<Form> known) {
        return known.get(known.size() - 1);
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
