package quire.forms;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import quire.core.Finding;
import quire.core.Problem;
import quire.yaml.Definitions;

/**
 * A folder of form files, with what they may name: record blocks under {@code records}, standards under
 * {@code standards}; and with earlier versions of the forms under {@code earlier}.
 */
final class FormFolder {

    private static final String RECORDS = "records";
    private static final String STANDARDS = "standards";
    private static final String EARLIER = "earlier";

    private final Path folder;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, RecordFile> records = new LinkedHashMap<>();
    private final Map<String, Standard> standards = new TreeMap<>();

    private FormFolder(Path folder) {
        this.folder = folder;
    }

    /** Opens a folder and reads what its forms may name. */
    static FormFolder open(Path folder) {
        FormFolder opened = new FormFolder(folder);
        opened.readAll(RECORDS, opened::readRecord);
        opened.readAll(STANDARDS, opened::readStandard);
        return opened;
    }

    /**
     * What is wrong with one file, be it a form, a record block or a standard.
     *
     * @throws Problem if there is no such file
     */
    static List<Finding> check(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (!Files.isRegularFile(file) || folder == null) {
            throw Problem.notFound("There is no file " + file + ".");
        }
        boolean inside = folder.endsWith(RECORDS) || folder.endsWith(STANDARDS) || folder.endsWith(EARLIER);
        Path above = folder.getParent();
        FormFolder opened = open(inside && above != null ? above : folder);
        String id = idOf(file);
        opened.readForms(other -> String.valueOf(other.getFileName()).startsWith(id + "."));
        return opened.findings.stream()
                .filter(finding -> isIn(file, finding.place().file())) // what is wrong with others was not asked
                .map(finding -> finding.at(finding.place().file(file.toString())))
                .toList();
    }

    private static boolean isIn(Path file, @Nullable String named) {
        return named != null && Path.of(named).equals(file.toAbsolutePath());
    }

    /** The id of the form that a finding is about: a file is called after it. */
    static String formOf(Finding finding) {
        return idOf(Path.of(String.valueOf(finding.place().file())));
    }

    private static String idOf(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.substring(0, name.indexOf('.') < 0 ? name.length() : name.indexOf('.'));
    }

    /** The ids of all forms that have a file here, with faults or without. */
    Set<String> named() {
        return Definitions.files(folder).stream().map(FormFolder::idOf).collect(Collectors.toSet());
    }

    /** What was wrong with the files read so far. */
    List<Finding> findings() {
        return findings;
    }

    /** Reads every form of the folder with its versions, the current one last; those with errors are left out. */
    Map<String, List<Form>> readForms() {
        return readForms(file -> true);
    }

    private Map<String, List<Form>> readForms(Predicate<Path> wanted) {
        List<FormFile> current = readForms(folder, wanted, new Beside(records, standards, false));
        List<FormFile> earlier = readForms(folder.resolve(EARLIER), wanted, new Beside(records, standards, true));
        return new EarlierVersions(findings).with(current, earlier);
    }

    private List<FormFile> readForms(Path files, Predicate<Path> wanted, Beside beside) {
        List<FormFile> forms = new ArrayList<>();
        for (Path file : Files.isDirectory(files) ? Definitions.files(files) : List.<Path>of()) {
            String yaml = wanted.test(file) ? Definitions.text(file, findings) : null;
            FormFile form = yaml == null ? null : FormReader.read(yaml, file.toString(), beside, findings);
            if (form != null) {
                forms.add(form);
            }
        }
        return forms;
    }

    /** The standards that were read, by id. */
    Map<String, Standard> standards() {
        return standards;
    }

    private void readAll(String inside, Consumer<Path> reader) {
        Path files = folder.resolve(inside);
        if (Files.isDirectory(files)) {
            Definitions.files(files).forEach(reader);
        }
    }

    private void readRecord(Path file) {
        String yaml = Definitions.text(file, findings);
        if (yaml != null) {
            RecordFile record = RecordReader.read(yaml, file.toString(), findings);
            if (record != null) {
                records.put(record.block().id(), record);
            }
        }
    }

    private void readStandard(Path file) {
        String yaml = Definitions.text(file, findings);
        if (yaml != null) {
            Standard standard = StandardReader.read(yaml, file.toString(), findings);
            if (standard != null) {
                standards.put(standard.id(), standard);
            }
        }
    }
}
