package quire.forms;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import quire.core.Finding;
import quire.core.Ordered;
import quire.core.Problem;

/**
 * The shelf of published forms, each with its earlier versions, and of the standards that they take statements from: the front door of this room.
 * Immutable, and shared between threads.
 */
public final class Forms {

    /** A shelf with nothing on it. */
    public static final Forms NONE = new Forms(Map.of(), Map.of(), Set.of(), List.of());

    private final Map<String, List<Form>> versions;
    private final Map<String, Standard> standards;
    private final Set<String> retired;
    private final List<Finding> refused;

    private Forms(
            Map<String, List<Form>> versions,
            Map<String, Standard> standards,
            Set<String> retired,
            List<Finding> refused) {
        this.versions = Ordered.copyOf(versions);
        this.standards = Ordered.copyOf(standards);
        this.retired = Set.copyOf(retired);
        this.refused = List.copyOf(refused);
    }

    /**
     * What was found in a folder.
     *
     * @param forms those without faults
     * @param findings everything that is wrong
     * @param named the ids of all forms that have a file, with faults or without
     */
    public record Read(Forms forms, List<Finding> findings, Set<String> named) {

        public Read {
            findings = List.copyOf(findings);
            named = Set.copyOf(named);
        }
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
        return new Forms(forms, opened.standards(), Set.of(), List.of());
    }

    /**
     * As {@link #load}, for whoever can go on without those that have faults.
     *
     * @throws Problem if there is no such folder
     */
    public static Read read(Path folder) {
        FormFolder opened = open(folder);
        Map<String, List<Form>> forms = new TreeMap<>(opened.readForms());
        List<Finding> findings = opened.findings();
        findings.stream().filter(Finding::isError).forEach(finding -> forms.remove(FormFolder.formOf(finding)));
        return new Read(new Forms(forms, opened.standards(), Set.of(), List.of()), findings, opened.named());
    }

    /**
     * The same shelf with what is published on it.
     *
     * @param published every version of every form, the current one of each form last
     * @param retired the ids of forms on which nothing new is started by hand
     * @param notPublished what is at hand and was refused, and why
     */
    public Forms holding(List<Form> published, Set<String> retired, List<Finding> notPublished) {
        Map<String, List<Form>> shelf = new TreeMap<>();
        published.forEach(form ->
                shelf.computeIfAbsent(form.id(), id -> new ArrayList<>()).add(form));
        return new Forms(shelf, standards, retired, notPublished);
    }

    /** What is at hand and was not published, and why; the version before goes on. */
    public List<Finding> refused() {
        return refused;
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
        return versions.values().stream()
                .map(Forms::last)
                .filter(form -> !retired.contains(form.id()))
                .toList();
    }

    /** Every version of every form, the current one of each form last. */
    public List<Form> everyVersion() {
        return versions.values().stream().flatMap(List::stream).toList();
    }

    /** Every version of one form, the current one last; none if there is no such form. */
    public List<Form> versions(String id) {
        return List.copyOf(versions.getOrDefault(id, List.of()));
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
