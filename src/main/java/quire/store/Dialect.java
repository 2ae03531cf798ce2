package quire.store;

import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.statement.Query;

/**
 * The few words that the two databases say differently. Steps of the schema write them as placeholders:
 *
 * <pre>{@code
 * create trigger revision_stays before update on revision ${refuse} 'a revision never changes' ${end};
 * content ${bytes} not null
 * }</pre>
 */
enum Dialect {
    SQLITE("sqlite", "", "", Map.of("refuse", "begin select raise(abort, ", "end", "); end", "bytes", "blob")),
    POSTGRESQL(
            "postgresql",
            " for update",
            " collate \"C\"",
            Map.of("refuse", "for each row execute function refuse(", "end", ")", "bytes", "bytea"));

    private final String folder;
    private final String lockingRows;
    private final String byBytes;
    private final Map<String, String> placeholders;

    Dialect(String folder, String lockingRows, String byBytes, Map<String, String> placeholders) {
        this.folder = folder;
        this.lockingRows = lockingRows;
        this.byBytes = byBytes;
        this.placeholders = placeholders;
    }

    /** Where the steps of the schema are on the class path: those for both databases, and those for this one. */
    List<String> folders() {
        String all = "quire/store/migrations";
        return List.of(all, all + "-" + folder);
    }

    Map<String, String> placeholders() {
        return placeholders;
    }

    /** What a query ends with so that nobody else changes its rows meanwhile; nothing where only one writes at a time. */
    String lockingRows() {
        return lockingRows;
    }

    /** What follows a text column in an order that is the same on both databases, whatever language one is set to. */
    String byBytes() {
        return byBytes;
    }

    /** SQLite hands out one row at a time; PostgreSQL would send the whole answer at once. */
    void readInPortions(Query query) {
        if (this == POSTGRESQL) {
            query.setFetchSize(500);
        }
    }
}
