package quire.yaml;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import quire.core.Finding;
import quire.core.Place;
import quire.core.Problem;

/** Files in which people define something: found, decoded and read. The front door of this room. */
public final class Definitions {

    /** Beyond this many, findings help nobody. */
    private static final int MAX_FINDINGS = 200;

    private Definitions() {}

    /**
     * The YAML files that stand directly in a folder, by name.
     *
     * @throws Problem if the folder cannot be read
     */
    public static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw Problem.notFound("The folder " + folder + " cannot be read.").because(e);
        }
    }

    /**
     * The text of a file.
     *
     * @param findings where it goes if there is none
     * @return null if the file is too large, cannot be read, or is not in UTF-8
     */
    public static @Nullable String text(Path file, List<Finding> findings) {
        Place place = Place.inFile(file.toString());
        try {
            if (Files.size(file) > YamlReader.MAX_CHARACTERS) {
                findings.addAll(YamlFaults.tooLong(file.toString()).findings());
                return null;
            }
            return decode(Files.readAllBytes(file), place, findings);
        } catch (IOException e) {
            findings.add(Finding.error("file", "The file cannot be read. Check that it is there and yours.", place));
            return null;
        }
    }

    /**
     * Reads one definition, and finds everything that is wrong with it at once.
     *
     * @param yaml YAML 1.2
     * @param fileName as the person named it
     * @param findings where the findings go, in the order of the file
     * @param reader makes something of the file, writing down what is wrong at the parts themselves
     * @return null if there was an error
     */
    public static <T> @Nullable T read(String yaml, String fileName, List<Finding> findings, Function<Part, T> reader) {
        List<Finding> found = new ArrayList<>();
        T made = null;
        try {
            made = reader.apply(Part.root(YamlReader.read(yaml, fileName, found), found));
        } catch (Problem e) {
            found.addAll(e.findings());
        }
        findings.addAll(inOrder(found, fileName));
        return Finding.anyError(found) ? null : made;
    }

    private static @Nullable String decode(byte[] bytes, Place place, List<Finding> findings) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(buffer).toString();
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

    private static List<Finding> inOrder(List<Finding> findings, String fileName) {
        Set<String> badNumbers = findings.stream()
                .filter(finding -> finding.code().equals("number"))
                .map(finding -> Objects.toString(finding.place().path()))
                .collect(Collectors.toSet());
        // Where a number could not be read, what the rules say of the 0 in its place means nothing.
        List<Finding> inOrder = new ArrayList<>(findings.stream()
                .filter(finding -> finding.code().equals("number")
                        || !badNumbers.contains(Objects.toString(finding.place().path())))
                .distinct()
                .sorted(Comparator.comparingInt(finding -> finding.place().line()))
                .toList());
        int more = inOrder.size() - MAX_FINDINGS;
        if (more > 0) {
            inOrder.subList(MAX_FINDINGS, inOrder.size()).clear();
            inOrder.add(
                    Finding.error("more", "There are " + more + " more findings after these.", Place.inFile(fileName)));
        }
        return inOrder;
    }
}
