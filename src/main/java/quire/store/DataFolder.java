package quire.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import quire.core.Problem;

/** The folder that holds everything, claimed by one process at a time. */
final class DataFolder implements AutoCloseable {

    private static final String DATABASE = "quire.db";

    private final Path path;
    private final FileChannel lock;

    private DataFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    static DataFolder claim(Path path) {
        Path folder = path.toAbsolutePath().normalize();
        make(folder);
        return new DataFolder(folder, lock(folder));
    }

    static boolean holdsDatabase(Path folder) {
        return Files.exists(folder.resolve(DATABASE));
    }

    Path database() {
        return path.resolve(DATABASE);
    }

    Path blobs() {
        return path.resolve("files");
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            // The lock ends with the process in any case.
            throw new UncheckedIOException("Cannot let go of " + path, e);
        }
    }

    private static void make(Path folder) {
        if (Files.isDirectory(folder)) {
            return;
        }
        if (Files.exists(folder)) {
            throw Faults.refuse("data-not-folder", folder, "is a file. Name a folder for the data");
        }
        Path parent = folder.getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            throw Faults.refuse(
                    "data-missing",
                    folder,
                    "cannot be made, because the folder above it is missing. Make that folder, or name another one");
        }
        try {
            Files.createDirectory(folder);
        } catch (IOException e) {
            throw notWritable(folder, e);
        }
    }

    private static FileChannel lock(Path folder) {
        try {
            FileChannel channel =
                    FileChannel.open(folder.resolve("quire.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!isTaken(channel)) {
                channel.close();
                throw Faults.refuse(
                        "data-in-use",
                        folder,
                        "is in use by another Quire. Stop that one first, or name another data folder");
            }
            return channel;
        } catch (IOException e) {
            throw notWritable(folder, e);
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

    private static Problem notWritable(Path folder, IOException cause) {
        return Faults.refuse(
                        "data-not-writable",
                        folder,
                        "cannot be written. Give the account that runs Quire the right to write there")
                .because(cause);
    }
}
