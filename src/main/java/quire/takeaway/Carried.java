package quire.takeaway;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import quire.core.Digest;
import quire.core.Json;
import quire.core.Ordered;
import quire.people.Newcomer;
import quire.store.Row;
import quire.trail.Head;

/**
 * What {@code portfolio.json} holds: one portfolio as another installation can go on with it.
 *
 * @param complete whether nothing was left out that its reader may not read
 * @param exported when it was taken out
 * @param organisation the name of the employer it comes from
 * @param address of that employer
 * @param head where the trail ended that it comes from
 * @param people everybody who is named by an id
 * @param record the rows
 * @param files where the files stand that the rows name
 * @param leftOut the titles of papers of which only copies are there
 */
record Carried(
        boolean complete,
        Instant exported,
        String organisation,
        String address,
        Head head,
        List<Newcomer> people,
        PortfolioRecord record,
        List<File> files,
        List<String> leftOut) {

    static final String NAME = Manifest.RECORD;
    /** The most bytes that it may have. */
    static final long MOST = 64_000_000;

    /**
     * A file.
     *
     * @param digest of its content
     * @param path its name in the zip file
     */
    record File(Digest digest, String path) {}

    Carried {
        people = List.copyOf(people);
        files = List.copyOf(files);
        leftOut = List.copyOf(leftOut);
    }

    /** The digests of the files that are there. */
    Map<String, String> paths() {
        return files.stream().collect(Collectors.toMap(file -> file.digest().hex(), File::path));
    }

    String text() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("$schema", Manifest.SCHEMA);
        json.put("format", Manifest.FORMAT);
        json.put("version", (long) Manifest.VERSION);
        json.put("complete", complete);
        json.put("exported_at", Row.written(exported));
        json.put("origin", Ordered.of("organisation", organisation, "address", address, "trail_head", head.toString()));
        json.put("people", people.stream().map(Carried::person).toList());
        json.put("files", files.stream().map(Carried::file).toList());
        json.put("left_out", leftOut);
        Map<String, @Nullable Object> tables = new LinkedHashMap<>();
        record.rows()
                .forEach((name, rows) ->
                        tables.put(name, rows.stream().map(RecordRow::values).toList()));
        json.put("record", tables);
        return Json.write(json);
    }

    private static Map<String, @Nullable Object> person(Newcomer person) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", person.id());
        json.put("name", person.name());
        json.put("post", person.post());
        json.put("registration", person.registration());
        return json;
    }

    private static Map<String, Object> file(File file) {
        return Ordered.of("sha256", file.digest().hex(), "path", file.path());
    }
}
