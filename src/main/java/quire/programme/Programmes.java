package quire.programme;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import quire.core.Finding;
import quire.core.Problem;
import quire.forms.Forms;
import quire.yaml.Definitions;

/**
 * The shelf of programmes, each with its earlier versions: the front door of this room. Immutable, and shared between
 * threads.
 */
public final class Programmes {

    /** The folder beside the programmes that has the rule sets. */
    private static final String RULE_SETS = "rule-sets";

    private final Map<String, List<Programme>> versions;
    private final Set<String> retired;
    private final List<Finding> refused;

    /**
     * What was found in a folder.
     *
     * @param programmes those without faults
     * @param findings everything that is wrong
     */
    public record Read(Programmes programmes, List<Finding> findings) {

        public Read {
            findings = List.copyOf(findings);
        }
    }

    private Programmes(Map<String, List<Programme>> versions) {
        this(versions, Set.of(), List.of());
    }

    private Programmes(Map<String, List<Programme>> versions, Set<String> retired, List<Finding> refused) {
        this.versions = versions;
        this.retired = Set.copyOf(retired);
        this.refused = List.copyOf(refused);
    }

    /**
     * Reads the programmes of a folder, and those that came before under its {@code earlier}.
     *
     * @param folder {@code programmes} beside the forms; where there is none, there are no programmes
     * @param forms the forms that they may name
     * @throws Problem with every finding of every file if any has an error
     */
    public static Programmes load(Path folder, Forms forms) {
        ProgrammeFolder read = new ProgrammeFolder(folder, reader(folder, forms, Set.of()));
        if (Finding.anyError(read.findings())) {
            throw Problem.badInput("The programmes in " + folder + " have faults.", read.findings());
        }
        return new Programmes(read.versions());
    }

    /** As {@link #load}, for whoever can go on without those that have faults. */
    public static Read read(Path folder, Forms forms) {
        ProgrammeFolder read = new ProgrammeFolder(folder, reader(folder, forms, Set.of()));
        return new Read(new Programmes(read.versions()), read.findings());
    }

    /**
     * A programme that was published, from its canonical JSON.
     *
     * @param forms the forms that it may name
     * @throws Problem if it names a form that is not among them
     */
    public static Programme stored(String canonical, String name, Forms forms) {
        List<Finding> findings = new ArrayList<>();
        ProgrammeFile read = new ProgrammeReader(forms, Set.of()).read(canonical, name, false, findings);
        if (read == null || Finding.anyError(findings)) {
            throw Problem.badInput(name + " has faults.", findings);
        }
        return read.programme();
    }

    /**
     * A shelf of published programmes.
     *
     * @param published every version of every programme, the current one of each last
     * @param retired the ids of programmes that nobody begins any more
     * @param refused what is at hand and was not published, and why
     */
    public static Programmes of(List<Programme> published, Set<String> retired, List<Finding> refused) {
        Map<String, List<Programme>> versions = new TreeMap<>();
        published.forEach(programme -> versions.computeIfAbsent(programme.id(), id -> new ArrayList<>())
                .add(programme));
        return new Programmes(versions, retired, refused);
    }

    /** What is at hand and was not published, and why; the version before goes on. */
    public List<Finding> refused() {
        return refused;
    }

    /**
     * Everything that is wrong with a folder of programmes, or with one file of it.
     *
     * @param forms the forms that they may name
     * @param templates the file names of the templates at hand; empty to leave them unchecked
     * @throws Problem if there is nothing at the path
     */
    public static List<Finding> check(Path folderOrFile, Forms forms, Set<String> templates) {
        if (Files.isDirectory(folderOrFile)) {
            ProgrammeReader reader = reader(folderOrFile, forms, templates);
            return List.copyOf(new ProgrammeFolder(folderOrFile, reader).findings());
        } else if (!Files.isRegularFile(folderOrFile)) {
            throw Problem.notFound("There is no file " + folderOrFile + ".");
        }
        Path file = folderOrFile.toAbsolutePath().normalize();
        Path folder = ProgrammeFolder.of(file);
        return new ProgrammeFolder(folder, reader(folder, forms, templates))
                .findings().stream()
                        .filter(finding -> isIn(file, finding.place().file())) // others were not asked about
                        .map(finding -> finding.at(finding.place().file(folderOrFile.toString())))
                        .toList();
    }

    /** Rule sets are known by the names of their files; whether these are sound is looked at elsewhere. */
    private static ProgrammeReader reader(Path folder, Forms forms, Set<String> templates) {
        Path sets = folder.toAbsolutePath().resolveSibling(RULE_SETS);
        Set<String> names = Files.isDirectory(sets)
                ? Definitions.files(sets).stream()
                        .map(file -> String.valueOf(file.getFileName()).replaceFirst("\\.yaml$", ""))
                        .collect(Collectors.toSet())
                : Set.of();
        return new ProgrammeReader(forms, templates, names);
    }

    /** The JSON Schema of the format, for editors and programs. */
    public static String schema() {
        return ProgrammeReader.FORMAT.text();
    }

    /** The current version of every programme that somebody may begin, by id. */
    public List<Programme> list() {
        return versions.values().stream()
                .map(Programmes::last)
                .filter(programme -> !retired.contains(programme.id()))
                .toList();
    }

    /** Every version of every programme, the current one of each last. */
    public List<Programme> everyVersion() {
        return versions.values().stream().flatMap(List::stream).toList();
    }

    /** The current version of a programme. */
    public Optional<Programme> find(String id) {
        return Optional.ofNullable(versions.get(id)).map(Programmes::last);
    }

    /** A version of a programme, be it current or earlier. */
    public Optional<Programme> find(String id, int version) {
        return versions.getOrDefault(id, List.of()).stream()
                .filter(programme -> programme.version() == version)
                .findFirst();
    }

    /**
     * As {@link #find(String)}.
     *
     * @throws Problem if there is no such programme
     */
    public Programme get(String id) {
        return find(id).orElseThrow(() -> Problem.notFound("There is no programme “" + id + "”."));
    }

    /**
     * As {@link #find(String, int)}.
     *
     * @throws Problem if there is no such version
     */
    public Programme get(String id, int version) {
        return find(id, version)
                .orElseThrow(
                        () -> Problem.notFound("There is no version " + version + " of the programme “" + id + "”."));
    }

    private static boolean isIn(Path file, @Nullable String named) {
        return named != null && Path.of(named).toAbsolutePath().normalize().equals(file);
    }

    private static Programme last(List<Programme> known) {
        return known.get(known.size() - 1);
    }
}
