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
    SQLITE("sqlite", "", "", "", "begin select raise(abort, ", "); end", "blob"),
    POSTGRESQL(
            "postgresql",
            " for update",
            "select pg_advisory_xact_lock(hashtextextended(:thing, 0))",
            " collate \"C\"",
            "for each row execute function refuse(",
            ")",
            "bytea");

    private final String folder;
    private final String lockingRows;
    private final String holding;
    private final String byBytes;
    private final String refuse;
    private final String end;
    private final String bytes;

    Dialect(
            String folder,
            String lockingRows,
            String holding,
            String byBytes,
            String refuse,
            String end,
            String bytes) {
        this.folder = folder;
        this.lockingRows = lockingRows;
        this.holding = holding;
        this.byBytes = byBytes;
        this.refuse = refuse;
        this.end = end;
        this.bytes = bytes;
    }

    /** Where the steps of the schema are on the class path: those for both databases, and those for this one. */
    List<String> folders() {
        String all = "quire/store/migrations";
        return List.of(all, all + "-" + folder);
    }

    Map<String, String> placeholders() {
        return Map.of("refuse", refuse, "end", end, "bytes", bytes);
    }

    /** What a query ends with so that nobody else changes its rows meanwhile; nothing where only one writes at a time. */
    String lockingRows() {
        return lockingRows;
    }

    /** What makes others wait who hold the same {@code :thing}; nothing where only one writes at a time. */
    String holding() {
        return holding;
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
