package quire.store;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import quire.core.Digest;
import quire.core.Json;
import quire.core.Problem;

/** Writes all that a database holds at one moment into a zip file, a row and a portion of a file at a time. */
final class BackupWriter {

    static final String ROWS = "rows/";
    static final String FILES = "files/";
    static final String LIST = "files.ndjson";
    private static final int EVERY = 1000;

    private final Database database;
    private final HalfFile target;
    private final Backups.Watcher watcher;
    private long rows;

    BackupWriter(Database database, HalfFile target, Backups.Watcher watcher) {
        this.database = database;
        this.target = target;
        this.watcher = watcher;
    }

    /** @throws Problem if there is no room, or the record is damaged */
    Backup write(Instant now) {
        database.check().ifPresent(damage -> {
            throw Faults.damaged(database.engine().name(), damage);
        });
        Step step = database.engine().schema().step().orElseThrow(this::noRecord);
        try (ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(target.out()))) {
            return database.read(tx -> all(tx, zip, step, now)).summary();
        } catch (UncheckedIOException e) {
            throw HalfFile.refused(target.file(), Objects.requireNonNull(e.getCause()));
        } catch (IOException e) {
            throw HalfFile.refused(target.file(), e);
        }
    }

    private Manifest all(Transaction tx, ZipOutputStream zip, Step step, Instant now) {
        try {
            // The rows first: reading them fixes the moment. A file that is taken in after that is named by none of
            // them,
            // but one that came between the list of files and the rows would be named and missing.
            List<Table> found = Table.all(tx);
            Set<String> kept = kept();
            watcher.seen(rows, 0);
            Set<String> named = new TreeSet<>();
            Mentions mentions = new Mentions(kept, named::add);
            List<Manifest.Part> tables = new ArrayList<>();
            for (Table table : found) {
                tables.add(table(tx, zip, table, mentions));
            }
            List<Digest> lost = new ArrayList<>();
            List<String> lines = files(zip, named, lost);
            Digest list = list(zip, lines);
            Manifest manifest = new Manifest(now, step, tables, lines.size(), list, lost);
            // The last entry, so that a backup that was cut off has none.
            entry(zip, Manifest.NAME, Deflater.DEFAULT_COMPRESSION);
            zip.write(manifest.text().getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
            return manifest;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Set<String> kept() throws IOException {
        Set<String> kept = new TreeSet<>();
        database.blobs().keeper().each(file -> kept.add(file.blob().digest().hex()));
        return kept;
    }

    private Manifest.Part table(Transaction tx, ZipOutputStream zip, Table table, Mentions mentions)
            throws IOException {
        entry(zip, ROWS + table.name() + ".ndjson", Deflater.BEST_SPEED);
        RowSum sum = new RowSum();
        tx.sql(table.selectInOrder(tx.dialect())).each(row -> {
            String line = TableLines.line(row.values());
            mentions.lookAt(line);
            write(zip, sum.add(line));
            if (++rows % EVERY == 0) {
                watcher.seen(rows, 0);
            }
        });
        zip.closeEntry();
        return new Manifest.Part(table.name(), table.columnNames(), sum.rows(), sum.digest());
    }

    /** The lines of the list of files; what cannot be read any more is left out, and told. */
    private List<String> files(ZipOutputStream zip, Set<String> named, List<Digest> lost) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String hex : named) {
            Digest digest = new Digest(hex);
            if (!isWhole(digest)) {
                lost.add(digest);
                continue;
            }
            // Files are compressed already, as a rule.
            entry(zip, FILES + hex, Deflater.NO_COMPRESSION);
            try (InputStream content = database.blobs().open(digest)) {
                lines.add(Json.write(List.of(hex, content.transferTo(zip))));
            }
            zip.closeEntry();
            watcher.seen(rows, lines.size());
        }
        return lines;
    }

    private Digest list(ZipOutputStream zip, List<String> lines) throws IOException {
        entry(zip, LIST, Deflater.BEST_SPEED);
        RowSum sum = new RowSum();
        for (String line : lines) {
            zip.write(sum.add(line));
        }
        zip.closeEntry();
        return sum.digest();
    }

    private boolean isWhole(Digest digest) {
        try (InputStream content = database.blobs().open(digest)) {
            content.transferTo(OutputStream.nullOutputStream());
            return true;
        } catch (IOException | UncheckedIOException e) {
            return false;
        }
    }

    private Problem noRecord() {
        return Faults.refuse("data-missing", database.engine().name(), "holds no record. Name the one to back up");
    }

    private static void entry(ZipOutputStream zip, String name, int level) throws IOException {
        zip.setLevel(level);
        ZipEntry entry = new ZipEntry(name);
        // The time of the record stands in the manifest; without one here, the same record makes the same bytes.
        entry.setTime(0);
        zip.putNextEntry(entry);
    }

    private static void write(OutputStream out, byte[] bytes) {
        try {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
