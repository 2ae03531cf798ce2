package quire.store;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quire.core.Digest;
import quire.core.Json;
import quire.core.Problem;

/**
 * The last page of a backup: what it must hold to be whole.
 *
 * @param madeAt the moment of the record that it shows
 * @param step the last step of the schema that its tables were made by
 * @param tables what each table holds
 * @param files how many files there are
 * @param list the digest of their list
 * @param lost files that were missing or damaged already
 */
record Manifest(Instant madeAt, Step step, List<Part> tables, long files, Digest list, List<Digest> lost) {

    /** Where it stands in the backup. */
    static final String NAME = "quire-backup.json";
    /** Counted up when an older program could not read what a newer one writes. */
    private static final int FORMAT = 1;

    /**
     * A table.
     *
     * @param name of the table
     * @param columns in the order of the values
     * @param rows how many
     * @param digest of all its lines
     */
    record Part(String name, List<String> columns, long rows, Digest digest) {

        private Map<String, @Nullable Object> asJson() {
            Map<String, @Nullable Object> json = new LinkedHashMap<>();
            json.put("table", name);
            json.put("columns", columns);
            json.put("rows", rows);
            json.put("sha256", digest.hex());
            return json;
        }

        private static Part of(Map<?, ?> json) {
            List<String> columns =
                    list(json, "columns").stream().map(String.class::cast).toList();
            return new Part(text(json, "table"), columns, number(json, "rows"), new Digest(text(json, "sha256")));
        }
    }

    Backup summary() {
        return new Backup(madeAt, tables.stream().mapToLong(Part::rows).sum(), files, lost);
    }

    String text() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("format", FORMAT);
        json.put("made_at", madeAt.toString());
        json.put("step", step.toString());
        json.put("tables", tables.stream().map(Part::asJson).toList());
        json.put("files", files);
        json.put("files_sha256", list.hex());
        json.put("lost", lost.stream().map(Digest::hex).toList());
        return Json.write(json);
    }

    /**
     * Reads one.
     *
     * @throws Problem or another unchecked exception if it is not one that this program understands
     */
    static Manifest read(String text) {
        Map<String, @Nullable Object> json = Json.readObject(text, NAME);
        if (number(json, "format") != FORMAT) {
            throw new IllegalArgumentException("A backup of another format");
        }
        List<Part> tables = new ArrayList<>();
        list(json, "tables").forEach(part -> tables.add(Part.of((Map<?, ?>) part)));
        return new Manifest(
                Instant.parse(text(json, "made_at")),
                Step.of(text(json, "step")),
                tables,
                number(json, "files"),
                new Digest(text(json, "files_sha256")),
                list(json, "lost").stream().map(hex -> new Digest((String) hex)).toList());
    }

    private static String text(Map<?, ?> json, String key) {
        return of(String.class, json, key);
    }

    private static long number(Map<?, ?> json, String key) {
        return of(BigDecimal.class, json, key).longValueExact();
    }

    private static List<?> list(Map<?, ?> json, String key) {
        return of(List.class, json, key);
    }

    private static <T> T of(Class<T> type, Map<?, ?> json, String key) {
        Object value = json.get(key);
        if (!type.isInstance(value)) {
            throw new IllegalArgumentException("No " + key);
        }
        return type.cast(value);
    }
}
