package quire.store;

import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import quire.core.Digest;
import quire.core.Json;
import quire.core.Problem;

/** A backup that is being read. Whatever in it is not as its manifest says is refused as damage. */
final class BackupFile implements AutoCloseable {

    private final Path path;
    private final ZipFile zip;
    private final Manifest manifest;

    private BackupFile(Path path, ZipFile zip, Manifest manifest) {
        this.path = path;
        this.zip = zip;
        this.manifest = manifest;
    }

    /** @throws Problem if there is no such file, or it is not a whole backup */
    static BackupFile open(Path path) {
        try {
            ZipFile zip = new ZipFile(path.toFile());
            try {
                return new BackupFile(path, zip, manifest(zip, path));
            } catch (IOException | RuntimeException e) {
                zip.close();
                throw e;
            }
        } catch (NoSuchFileException | FileNotFoundException e) {
            throw Faults.refuse("backup-missing", path.toString(), "does not exist")
                    .because(e);
        } catch (IOException e) {
            throw notABackup(path).because(e);
        }
    }

    Manifest manifest() {
        return manifest;
    }

    /** Hands over every line of a table. */
    void eachRow(Manifest.Part table, Consumer<String> taker) {
        RowSum sum = new RowSum();
        String name = BackupWriter.ROWS + table.name() + ".ndjson";
        eachLine(name, line -> {
            sum.add(line);
            taker.accept(line);
        });
        if (sum.rows() != table.rows() || !sum.digest().equals(table.digest())) {
            throw damaged(name);
        }
    }

    /** Hands over every file that the backup holds. */
    void eachFile(Consumer<Blob> taker) {
        RowSum sum = new RowSum();
        eachLine(BackupWriter.LIST, line -> {
            sum.add(line);
            taker.accept(blob(line));
        });
        if (sum.rows() != manifest.files() || !sum.digest().equals(manifest.list())) {
            throw damaged(BackupWriter.LIST);
        }
    }

    /** The content of a file, unchecked. */
    InputStream content(Digest digest) throws IOException {
        return entry(BackupWriter.FILES + digest.hex());
    }

    Problem damaged(String part) {
        return Faults.refuse(
                "backup-damaged",
                path.toString(),
                "is damaged (at " + part + "), so nothing was restored. Use another backup");
    }

    /** What a newer program has written may mean what this one does not know. */
    Problem newer() {
        return Faults.refuse(
                "backup-newer",
                path.toString(),
                "was made by a newer version of Quire (step " + manifest.step()
                        + "), so nothing was restored. Use that version or a later one");
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot close " + path, e);
        }
    }

    private void eachLine(String name, Consumer<String> taker) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(entry(name), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                taker.accept(line);
            }
        } catch (IOException e) {
            throw damaged(name).because(e);
        }
    }

    private InputStream entry(String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw damaged(name);
        }
        return zip.getInputStream(entry);
    }

    private Blob blob(String line) {
        try {
            if (Json.read(line, BackupWriter.LIST) instanceof List<?> parts) {
                Digest digest = new Digest((String) parts.get(0));
                return new Blob(digest, Long.parseLong(String.valueOf(parts.get(1))));
            }
            throw damaged(BackupWriter.LIST);
        } catch (ClassCastException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw damaged(BackupWriter.LIST).because(e);
        }
    }

    private static Manifest manifest(ZipFile zip, Path path) throws IOException {
        ZipEntry entry = zip.getEntry(Manifest.NAME);
        if (entry == null) {
            throw notABackup(path);
        }
        byte[] bytes = zip.getInputStream(entry).readAllBytes();
        CRC32 sum = new CRC32();
        sum.update(bytes);
        try {
            if (sum.getValue() == entry.getCrc()) {
                return Manifest.read(new String(bytes, StandardCharsets.UTF_8));
            }
            throw notABackup(path);
        } catch (IllegalArgumentException | ClassCastException e) {
            throw notABackup(path).because(e);
        }
    }

    private static Problem notABackup(Path path) {
        return Faults.refuse(
                "backup-damaged",
                path.toString(),
                "is not a backup of Quire, or not a whole one, so nothing was restored. Use another backup");
    }
}
