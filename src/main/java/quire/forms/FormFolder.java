package quire.forms;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import quire.core.Finding;
import quire.core.Place;
import quire.core.Problem;

/**
 * A folder of form files, with what they may name: record blocks under {@code records}, standards under
 * {@code standards}.
 */
final class FormFolder {

    private static final String RECORDS = "records";
    private static final String STANDARDS = "standards";

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
        FormFolder alone = new FormFolder(folder);
        if (folder.endsWith(RECORDS)) {
            alone.readRecord(file);
        } else if (folder.endsWith(STANDARDS)) {
            alone.readStandard(file);
        } else {
            alone = open(folder);
            alone.findings.clear(); // what is wrong with other files was not asked
            alone.readForm(file);
        }
        return List.copyOf(alone.findings);
    }

    /** What was wrong with the files read so far. */
    List<Finding> findings() {
        return findings;
    }

    /** Reads every form of the folder; those with errors are left out. */
    Map<String, Form> readForms() {
        Map<String, Form> forms = new TreeMap<>();
        for (Path file : yamlFiles(folder)) {
            Form form = readForm(file);
            if (form != null) {
                forms.put(form.id(), form);
            }
        }
        return forms;
    }

    /** Reads one form; null if it has errors. */
    @Nullable
    Form readForm(Path file) {
        String yaml = text(file);
        if (yaml == null) {
            return null;
        }
        FormReader.Read read = FormReader.read(yaml, file.toString(), new Beside(records, standards));
        findings.addAll(read.findings());
        return read.form();
    }

    /** The standards that were read, by id. */
    Map<String, Standard> standards() {
        return standards;
    }

    private void readAll(String inside, Consumer<Path> reader) {
        Path files = folder.resolve(inside);
        if (Files.isDirectory(files)) {
            yamlFiles(files).forEach(reader);
        }
    }

    private void readRecord(Path file) {
        String yaml = text(file);
        if (yaml != null) {
            RecordFile record = RecordReader.read(yaml, file.toString(), findings);
            if (record != null) {
                records.put(record.block().id(), record);
            }
        }
    }

    private void readStandard(Path file) {
        String yaml = text(file);
        if (yaml != null) {
            Standard standard = StandardReader.read(yaml, file.toString(), findings);
            if (standard != null) {
                standards.put(standard.id(), standard);
            }
        }
    }

    private @Nullable String text(Path file) {
        Place place = Place.inFile(file.toString());
        try {
            if (Files.size(file) > YamlReader.MAX_CHARACTERS) {
                findings.addAll(YamlFaults.tooLong(file.toString()).findings());
                return null;
            }
            return decode(Files.readAllBytes(file), place);
        } catch (IOException e) {
            findings.add(Finding.error("file", "The file cannot be read. Check that it is there and yours.", place));
            return null;
        }
    }

    private @Nullable String decode(byte[] bytes, Place place) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        try {
            return decoder.decode(buffer).toString();
        } catch (CharacterCodingException e) {
            int line = 1;
            for (int i = 0; i < buffer.position(); i++) {
                line += bytes[i] == '\n' ? 1 : 0;
            }
            findings.add(Finding.error(
                    "encoding",
                    "This line holds a character that is not in UTF-8. Save the file again with the encoding UTF-8.",
                    place.line(line)));
            return null;
        }
    }

    private static List<Path> yamlFiles(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw Problem.notFound("The folder " + folder + " cannot be read.").because(e);
        }
    }
}
