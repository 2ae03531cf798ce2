package quire.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Types;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import quire.core.Digest;

/** Puts a backup into an empty database and looks whether all of it has arrived. */
final class Restore {

    /** How much travels to the database at once. */
    private static final int ROWS_AT_ONCE = 500;

    private static final long CHARACTERS_AT_ONCE = 2_000_000;

    private final BackupFile backup;
    private final Database database;
    private final Backups.Watcher watcher;
    private long rows;
    private long files;

    Restore(BackupFile backup, Database database, Backups.Watcher watcher) {
        this.backup = backup;
        this.database = database;
        this.watcher = watcher;
    }

    /** The tables as they were when the backup was made, then brought up to date, then the files. */
    void run(Schema.Target newest) {
        database.run(this::rows);
        database.engine().schema().bringTo(newest);
        backup.eachFile(this::file);
        check();
    }

    private void rows(Transaction tx) {
        rows = 0;
        Map<String, Table> tables = Table.all(tx).stream().collect(Collectors.toMap(Table::name, Function.identity()));
        if (backup.manifest().tables().size() != tables.size()) {
            throw backup.damaged("the list of tables");
        }
        database.engine().loosen(tx);
        for (Manifest.Part part : backup.manifest().tables()) {
            Table table = tables.get(part.name());
            if (table == null || !table.columnNames().equals(part.columns())) {
                throw backup.damaged("the columns of " + part.name());
            }
            // What its steps have put into it is in the backup too.
            tx.execute("delete from " + Table.quoted(table.name()));
            fill(tx, table, part);
            compare(tx, table, part);
        }
        database.engine().tighten(tx);
    }

    private void fill(Transaction tx, Table table, Manifest.Part part) {
        try (PreparedBatch batch = tx.handle().prepareBatch(table.insert())) {
            long[] waiting = new long[1];
            backup.eachRow(part, line -> {
                bind(batch, values(line, part)).add();
                waiting[0] += line.length();
                if (batch.size() == ROWS_AT_ONCE || waiting[0] > CHARACTERS_AT_ONCE) {
                    send(batch);
                    waiting[0] = 0;
                }
            });
            send(batch);
        }
    }

    private void send(PreparedBatch batch) {
        if (batch.size() > 0) {
            rows += batch.size();
            batch.execute();
            watcher.seen(rows, files);
        }
    }

    private List<@Nullable Object> values(String line, Manifest.Part part) {
        try {
            return TableLines.values(line, part.columns().size());
        } catch (RuntimeException e) {
            throw backup.damaged("a row of " + part.name()).because(e);
        }
    }

    private static PreparedBatch bind(PreparedBatch batch, List<@Nullable Object> values) {
        for (int i = 0; i < values.size(); i++) {
            Object value = values.get(i);
            if (value == null) {
                batch.bindNull(i, Types.NULL);
            } else {
                batch.bind(i, value);
            }
        }
        return batch;
    }

    /** What the database says now must be, line by line, what the backup says. */
    private void compare(Transaction tx, Table table, Manifest.Part part) {
        RowSum sum = new RowSum();
        tx.sql(table.selectInOrder(tx.dialect())).each(row -> sum.add(TableLines.line(row.values())));
        if (sum.rows() != part.rows() || !sum.digest().equals(part.digest())) {
            throw new IllegalStateException("The rows of " + part.name() + " did not arrive as they were sent");
        }
    }

    private void file(Blob file) {
        try (InputStream content = backup.content(file.digest())) {
            if (!database.blobs().take(content, file.size()).equals(file)) {
                throw backup.damaged("file " + file.digest().brief());
            }
        } catch (IOException e) {
            throw backup.damaged("file " + file.digest().brief()).because(e);
        }
        watcher.seen(rows, ++files);
    }

    private void check() {
        backup.eachFile(file -> readToItsEnd(file.digest()));
        database.check().ifPresent(damage -> {
            throw Faults.damaged(database.engine().name(), damage);
        });
    }

    private void readToItsEnd(Digest digest) {
        try (InputStream content = database.blobs().open(digest)) {
            content.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new IllegalStateException("The file " + digest + " did not arrive as it was sent", e);
        }
    }
}
