package quire.core;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a {@link Finding} is: whatever of this is known, told in the words of the person who has to go there.
 *
 * @param file the file as the person named it
 * @param line the line in that file, from 1; 0 where the file has no lines to speak of
 * @param part the part inside a packed file, for example {@code word/header1.xml}
 * @param path the field, key or data path, for example {@code sections[2].fields[0].type}
 * @param excerpt the words around the fault, with the fault itself between ‹ and ›
 */
public record Place(
        @Nullable String file,
        int line,
        @Nullable String part,
        @Nullable String path,
        @Nullable String excerpt) {

    public static final Place UNKNOWN = new Place(null, 0, null, null, null);

    public static Place inFile(String file) {
        return UNKNOWN.file(file);
    }

    public static Place atPath(String path) {
        return UNKNOWN.path(path);
    }

    public Place file(String newFile) {
        return new Place(newFile, line, part, path, excerpt);
    }

    public Place line(int newLine) {
        return new Place(file, newLine, part, path, excerpt);
    }

    public Place part(String newPart) {
        return new Place(file, line, newPart, path, excerpt);
    }

    public Place path(String newPath) {
        return new Place(file, line, part, newPath, excerpt);
    }

    public Place excerpt(String newExcerpt) {
        return new Place(file, line, part, path, newExcerpt);
    }

    /** The place as plain JSON data; what is not known is left out. */
    Map<String, @Nullable Object> asJson() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("file", file);
        json.put("line", line > 0 ? line : null);
        json.put("part", part);
        json.put("path", path);
        json.put("excerpt", excerpt);
        json.values().removeIf(Objects::isNull);
        return json;
    }

    /** The place as one phrase, for example {@code agreement.docx, word/header1.xml, “Dear ‹{{nam}}›”}. */
    @Override
    public String toString() {
        StringBuilder words = new StringBuilder();
        if (file != null) {
            words.append(file);
        }
        if (line > 0) {
            words.append(words.isEmpty() ? "line " : ":").append(line);
        }
        join(words, part);
        join(words, path);
        join(words, excerpt == null ? null : "“" + excerpt + "”");
        return words.toString();
    }

    private static void join(StringBuilder words, @Nullable String more) {
        if (more != null && !more.isEmpty()) {
            words.append(words.isEmpty() ? "" : ", ").append(more);
        }
    }
}
