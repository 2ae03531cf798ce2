package quire.preflight;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import quire.core.Finding;
import quire.core.Nearest;
import quire.core.Problem;
import quire.yaml.Definitions;

/** The shelf of rule sets. Immutable, and shared between threads. */
public final class RuleSets {

    private final List<RuleSet> sets;

    /**
     * What was found in a folder.
     *
     * @param sets those without faults
     * @param findings everything that is wrong
     */
    public record Read(RuleSets sets, List<Finding> findings) {

        public Read {
            findings = List.copyOf(findings);
        }
    }

    RuleSets(List<RuleSet> sets) {
        this.sets = sets.stream().sorted(Comparator.comparing(RuleSet::id)).toList();
    }

    /** Reads the rule sets of a folder; where there is none, there are no rule sets. */
    public static Read read(Path folder) {
        List<Finding> findings = new ArrayList<>();
        List<RuleSet> sets = new ArrayList<>();
        for (Path file : Files.isDirectory(folder) ? Definitions.files(folder) : List.<Path>of()) {
            RuleSet set = read(file, findings);
            if (set != null) {
                sets.add(set);
            }
        }
        return new Read(new RuleSets(sets), findings);
    }

    /**
     * Everything that is wrong with a folder of rule sets, or with one file of it.
     *
     * @throws Problem if there is nothing at the path
     */
    public static List<Finding> check(Path folderOrFile) {
        if (Files.isDirectory(folderOrFile)) {
            return read(folderOrFile).findings();
        } else if (!Files.isRegularFile(folderOrFile)) {
            throw Problem.notFound("There is no file " + folderOrFile + ".");
        }
        List<Finding> findings = new ArrayList<>();
        read(folderOrFile, findings);
        return findings;
    }

    private static @Nullable RuleSet read(Path file, List<Finding> findings) {
        String yaml = Definitions.text(file, findings);
        return yaml == null ? null : RuleSetReader.read(yaml, file.toString(), findings);
    }

    /** The JSON Schema of the format, for editors and programs. */
    public static String schema() {
        return RuleSetReader.FORMAT.text();
    }

    /** All of them, by id. */
    public List<RuleSet> list() {
        return sets;
    }

    public Optional<RuleSet> find(String id) {
        return sets.stream().filter(set -> set.id().equals(id)).findFirst();
    }

    /**
     * The set of that id.
     *
     * @throws Problem if there is none
     */
    public RuleSet get(String id) {
        return find(id).orElseThrow(() -> {
            String near = Nearest.to(id, sets.stream().map(RuleSet::id).toList());
            String meant = near == null ? "" : " Did you mean “" + near + "”?";
            return Problem.notFound("There are no rules “" + id + "”." + meant);
        });
    }
}
