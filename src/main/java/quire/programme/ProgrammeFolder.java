package quire.programme;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import quire.core.Finding;
import quire.core.Ordered;
import quire.yaml.Definitions;

/** A folder of programmes: the current ones in it, those that came before under {@code earlier}. */
final class ProgrammeFolder {

    private static final String EARLIER = "earlier";

    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, List<Programme>> versions;

    /** Reads a folder; one that is not there is empty. */
    ProgrammeFolder(Path folder, ProgrammeReader reader) {
        List<ProgrammeFile> current = read(folder, reader, false);
        List<ProgrammeFile> earlier = read(folder.resolve(EARLIER), reader, true);
        versions = Ordered.copyOf(together(current, earlier));
    }

    /** The folder that a programme's file belongs to, earlier or not. */
    static Path of(Path file) {
        Path folder = file.resolveSibling("."); // a file always stands in a folder
        return (folder.normalize().endsWith(EARLIER) ? folder.resolve("..") : folder).normalize();
    }

    /** Everything that is wrong with the files. */
    List<Finding> findings() {
        return findings;
    }

    /** The versions of each programme by its id, the current one last; those with errors are left out. */
    Map<String, List<Programme>> versions() {
        return versions;
    }

    private List<ProgrammeFile> read(Path folder, ProgrammeReader reader, boolean earlier) {
        List<ProgrammeFile> files = new ArrayList<>();
        for (Path file : Files.isDirectory(folder) ? Definitions.files(folder) : List.<Path>of()) {
            String yaml = Definitions.text(file, findings);
            ProgrammeFile read = yaml == null ? null : reader.read(yaml, file.toString(), earlier, findings);
            if (read != null) {
                files.add(read);
            }
        }
        return files;
    }

    private Map<String, List<Programme>> together(List<ProgrammeFile> current, List<ProgrammeFile> earlier) {
        Map<String, ProgrammeFile> currentById = new HashMap<>();
        current.forEach(file -> currentById.put(file.id(), file));
        Map<String, List<Programme>> together = new TreeMap<>();
        earlier.stream()
                .sorted(Comparator.comparingInt(ProgrammeFile::version))
                .filter(file -> comesBefore(file, currentById))
                .forEach(file -> add(together, file));
        current.forEach(file -> add(together, file));
        return together;
    }

    private boolean comesBefore(ProgrammeFile earlier, Map<String, ProgrammeFile> currentById) {
        ProgrammeFile current = currentById.get(earlier.id());
        if (current == null) {
            findings.add(Finding.error(
                    "version",
                    "This is an earlier version of the programme “" + earlier.id()
                            + "”, and there is no current one without faults. Put the current version into the folder "
                            + "above, as " + earlier.id() + ".yaml.",
                    earlier.place()));
            return false;
        } else if (current.version() <= earlier.version()) {
            findings.add(Finding.error(
                    "version",
                    "This is version " + earlier.version() + " of the programme “" + earlier.id()
                            + "”. The current one, in " + current.place().file() + ", is version " + current.version()
                            + " and must be the highest.",
                    earlier.place()));
            return false;
        }
        return true;
    }

    private static void add(Map<String, List<Programme>> versions, ProgrammeFile file) {
        versions.computeIfAbsent(file.id(), id -> new ArrayList<>()).add(file.programme());
    }
}
