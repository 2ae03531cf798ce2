package quire.takeaway;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import quire.core.Digest;
import quire.core.Ordered;
import quire.people.Actor;
import quire.store.Transaction;

/**
 * The rows of one portfolio, by table.
 *
 * @param rows every table of {@link RecordTables}, each with its rows in the order of their keys
 */
record PortfolioRecord(Map<String, List<RecordRow>> rows) {

    private static final String DIGEST = "[0-9a-f]{64}";

    PortfolioRecord {
        rows = Ordered.copyOf(rows);
    }

    static PortfolioRecord read(Transaction tx, String portfolio) {
        Map<String, List<RecordRow>> rows = new LinkedHashMap<>();
        RecordTables.all().forEach(table -> rows.put(table.name(), table.read(tx, portfolio)));
        return new PortfolioRecord(rows);
    }

    List<RecordRow> of(String table) {
        return rows.getOrDefault(table, List.of());
    }

    /** The one row of the portfolio itself. */
    RecordRow portfolio() {
        return of("portfolio").get(0);
    }

    /** The ids of everybody who is named in a column for people or did something that the trail tells of. */
    Set<String> people() {
        Set<String> people = new TreeSet<>();
        for (RecordTable table : RecordTables.all()) {
            for (RecordColumn column : table.ofPeople()) {
                of(table.name()).stream()
                        .filter(row -> row.has(column.name()))
                        .forEach(row -> people.add(row.text(column.name())));
            }
        }
        for (String table : List.of(RecordTables.TRAIL, "earlier_entry")) {
            of(table).forEach(row -> people.addAll(namedIn(row)));
        }
        people.remove(Actor.SYSTEM.person());
        return people;
    }

    private static List<String> namedIn(RecordRow entry) {
        List<String> named = new ArrayList<>(List.of(entry.text("actor")));
        if (entry.text("subject_kind").equals("person")) {
            named.add(entry.text("subject"));
        }
        Map<String, @Nullable Object> details = entry.object("details");
        for (String detail : List.of("person", "stands_in_for", "deputy_of")) {
            if (details.get(detail) instanceof String person) {
                named.add(person);
            }
        }
        return named;
    }

    /** The contents of the files that its rows name: evidence, also what was removed, signed papers, and what stands in answers. */
    Set<String> files() {
        Set<String> files = new TreeSet<>();
        of("evidence").forEach(row -> files.add(row.text("digest")));
        of("rendition").forEach(row -> files.add(row.text("digest")));
        of("revision").forEach(row -> collect(row.object("changes"), files));
        of("set_aside").forEach(row -> collect(row.object("answers"), files));
        return files;
    }

    private static void collect(@Nullable Object data, Set<String> files) {
        if (data instanceof Map<?, ?> map) {
            if (map.get("sha256") instanceof String hex && hex.matches(DIGEST)) {
                files.add(new Digest(hex).hex());
            }
            map.values().forEach(value -> collect(value, files));
        } else if (data instanceof Iterable<?> list) {
            list.forEach(value -> collect(value, files));
        }
    }
}
