package quire.store;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;
import quire.core.Problem;

/** A file that gets its name when it is whole. Closing it earlier takes it away. */
final class HalfFile implements AutoCloseable {

    private final Path file;
    private final Path half;
    private final FileChannel channel;

    private HalfFile(Path file, Path half, FileChannel channel) {
        this.file = file;
        this.half = half;
        this.channel = channel;
    }

    /** @throws Problem if the file is there already, or cannot be made */
    static HalfFile beside(Path file) {
        Path whole = file.toAbsolutePath();
        Path folder = whole.getParent();
        if (Files.exists(whole)) {
            throw Faults.refuse("backup-exists", file.toString(), "exists already. Name a file that does not");
        } else if (folder == null || !Files.isDirectory(folder)) {
            throw Faults.refuse(
                    "backup-folder",
                    file.toString(),
                    "cannot be made, because the folder it should stand in is missing");
        }
        Path half = folder.resolve(".quire-backup-" + UUID.randomUUID() + ".part");
        try {
            return new HalfFile(file, half, FileChannel.open(half, options(), onlyForItsOwner()));
        } catch (IOException e) {
            throw refused(file, e);
        }
    }

    /** Closing it puts everything on the disk. */
    OutputStream out() {
        return new FilterOutputStream(Channels.newOutputStream(channel)) {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                out.write(bytes, from, length);
            }

            @Override
            public void close() throws IOException {
                channel.force(true);
                super.close();
            }
        };
    }

    Path file() {
        return file;
    }

    /** @throws Problem if somebody else has made a file of that name meanwhile */
    void finish() {
        try {
            Files.move(half, file.toAbsolutePath());
        } catch (IOException e) {
            throw refused(file, e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
            Files.deleteIfExists(half);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot take away " + half, e);
        }
    }

    /** What an error of writing means for the person who wants the file. */
    static Problem refused(Path file, IOException cause) {
        return Faults.refuse(
                        FullDisk.caused(cause) ? "backup-disk-full" : "backup-not-writable",
                        file.toString(),
                        FullDisk.caused(cause)
                                ? "was not made: the disk is full. Make room, or name a file on another disk."
                                        + " Earlier backups are as they were"
                                : "cannot be written. Name a file in a folder that you may write to")
                .because(cause);
    }

    private static Set<StandardOpenOption> options() {
        return Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    /** It holds what people have entrusted to the record. Windows has no such permissions. */
    private static FileAttribute<?>[] onlyForItsOwner() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
