package quire.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import quire.core.Digest;

/** Takes away the files that no row names. */
final class Sweep {

    /** How long a file may wait for its row. */
    private static final Duration GRACE = Duration.ofHours(1);

    private final Database database;

    Sweep(Database database) {
        this.database = database;
    }

    int run(Instant now) {
        Instant before = now.minus(GRACE);
        try {
            // First the files, then the rows: a row that is written in between is seen.
            Set<String> orphans = keptBefore(before);
            if (!orphans.isEmpty()) {
                takeOutNamed(orphans);
            }
            return forget(orphans, before);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot sweep the files", e);
        }
    }

    private Set<String> keptBefore(Instant before) throws IOException {
        Set<String> files = new HashSet<>();
        database.blobs().keeper().each(kept -> {
            if (kept.at().isBefore(before)) {
                files.add(kept.blob().digest().hex());
            }
        });
        return files;
    }

    private void takeOutNamed(Set<String> orphans) {
        Mentions mentions = new Mentions(orphans, orphans::remove);
        database.read(tx -> {
            for (Table table : Table.all(tx)) {
                tx.sql(table.select())
                        .each(row -> row.values().forEach(value -> {
                            if (value instanceof String text) {
                                mentions.lookAt(text);
                            }
                        }));
            }
            return true;
        });
    }

    private int forget(Set<String> orphans, Instant before) throws IOException {
        int forgotten = 0;
        for (String orphan : orphans) {
            forgotten += database.blobs().keeper().forget(new Digest(orphan), before) ? 1 : 0;
        }
        return forgotten;
    }
}
