package quire.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import quire.core.Problem;

/** The folder that holds everything, claimed by one process at a time. */
final class DataFolder implements AutoCloseable {

    private static final String DATABASE = "quire.db";
    private static final String LOCK = "quire.lock";
    private static final String FILES = "files";
    private static final String RESTORING = "restoring";

    private final Path path;
    private final @Nullable FileChannel lock;
    private final AtomicReference<@Nullable Object> identity = new AtomicReference<>();

    private DataFolder(Path path, @Nullable FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /** The folder for this process alone, ready for a record. */
    static DataFolder claim(Path path) {
        DataFolder folder = claimEvenHalfRestored(path);
        if (Files.exists(folder.restoring()) && !holdsDatabase(folder.path)) {
            folder.close();
            throw Faults.refuse(
                    "data-unfinished",
                    folder.path.toString(),
                    "holds a restore that was not finished. Run quire restore again, or empty the folder");
        }
        return folder;
    }

    /** The same, for whoever restores into it. */
    static DataFolder claimEvenHalfRestored(Path path) {
        Path folder = path.toAbsolutePath().normalize();
        make(folder);
        refuseNetwork(folder);
        return new DataFolder(folder, lock(folder));
    }

    /** The folder for a look, whoever works in it. */
    static DataFolder toRead(Path path) {
        Path folder = path.toAbsolutePath().normalize();
        if (!holdsDatabase(folder)) {
            throw Faults.refuse("data-missing", folder.toString(), "holds no record. Name the data folder of Quire");
        }
        return new DataFolder(folder, null);
    }

    static boolean holdsDatabase(Path folder) {
        return Files.exists(folder.resolve(DATABASE));
    }

    /** Whether this process works in it alone. */
    boolean isClaimed() {
        return lock != null;
    }

    Path path() {
        return path;
    }

    Path database() {
        return path.resolve(DATABASE);
    }

    Path blobs() {
        return path.resolve(FILES);
    }

    /** Where a backup is unpacked and checked before it becomes the record. */
    Path restoring() {
        return path.resolve(RESTORING);
    }

    /** The database as it was before its tables were changed. */
    Path copyBefore(String step) {
        return path.resolve("quire-before-step-" + step + ".db");
    }

    /** What stands in the folder, but for what this program or the disk itself puts into an empty one. */
    List<String> contents() {
        boolean halfRestored = Files.exists(restoring());
        List<String> none = halfRestored ? List.of(LOCK, RESTORING, FILES, "lost+found") : List.of(LOCK, "lost+found");
        try (Stream<Path> all = Files.list(path)) {
            return all.map(entry -> entry.getFileName().toString())
                    .filter(entry -> !none.contains(entry))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw Faults.notWritable(path).because(e);
        }
    }

    /**
     * SQLite goes on writing to a file that was moved or deleted, and nobody would ever see that again.
     *
     * @throws Problem if the database is not the file any more that it was when this was first asked
     */
    void refuseIfTakenAway() {
        Object now = identity();
        Object before = identity.compareAndExchange(null, now);
        if (now == null || (before != null && !before.equals(now))) {
            throw Faults.outOfReach();
        }
    }

    @Override
    public void close() {
        if (lock == null) {
            return;
        }
        try {
            lock.close();
        } catch (IOException e) {
            // The lock ends with the process in any case.
            throw new UncheckedIOException("Cannot let go of " + path, e);
        }
    }

    private @Nullable Object identity() {
        try {
            BasicFileAttributes file = Files.readAttributes(database(), BasicFileAttributes.class);
            // Windows tells files apart by nothing, but lets nobody take one away that is in use.
            return file.fileKey() == null ? DATABASE : file.fileKey();
        } catch (IOException e) {
            return null;
        }
    }

    private static void make(Path folder) {
        if (Files.isDirectory(folder)) {
            return;
        }
        if (Files.exists(folder)) {
            throw Faults.refuse("data-not-folder", folder.toString(), "is a file. Name a folder for the data");
        }
        Path parent = folder.getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            throw Faults.refuse(
                    "data-missing",
                    folder.toString(),
                    "cannot be made, because the folder above it is missing. Make that folder, or name another one");
        }
        try {
            Files.createDirectory(folder);
        } catch (IOException e) {
            throw Faults.notWritable(folder).because(e);
        }
    }

    /** What is acknowledged there may be lost, and two processes may both hold the lock. */
    private static void refuseNetwork(Path folder) {
        try {
            String system = Files.getFileStore(folder).type();
            if (isNetwork(system)) {
                throw Faults.refuse(
                        "data-network",
                        folder.toString(),
                        "is on a network share (" + system
                                + "), where a database is not safe. Name a folder on a disk of this machine");
            }
        } catch (IOException e) {
            throw Faults.notWritable(folder).because(e);
        }
    }

    static boolean isNetwork(String fileSystem) {
        return fileSystem
                .toLowerCase(Locale.ROOT)
                .matches("(nfs|cifs|smb|afp|webdav|davfs|fuse\\.(sshfs|davfs|rclone|s3fs)).*");
    }

    private static FileChannel lock(Path folder) {
        try {
            FileChannel channel =
                    FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!isTaken(channel)) {
                channel.close();
                throw Faults.refuse(
                        "data-in-use",
                        folder.toString(),
                        "is in use by another Quire. Stop that one first, or name another data folder");
            }
            return channel;
        } catch (IOException e) {
            throw Faults.notWritable(folder).because(e);
        }
    }

    private static boolean isTaken(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            // Another Database in this very process holds it.
            return false;
        }
    }
}
