package quire.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import quire.core.Digest;

/** Files in a folder, each under its digest on a shelf named by the digest's first two digits. */
final class FolderKeeper implements Keeper {

    private final Path folder;
    private final Path incoming;

    private FolderKeeper(Path folder) {
        this.folder = folder;
        this.incoming = folder.resolve("incoming");
    }

    static FolderKeeper in(Path folder) {
        FolderKeeper keeper = new FolderKeeper(folder);
        try {
            Files.createDirectories(keeper.incoming);
            keeper.forgetHalfTaken();
        } catch (IOException e) {
            throw Faults.notWritable(folder).because(e);
        }
        return keeper;
    }

    /** For whoever only looks, while somebody else may be taking files in. */
    static FolderKeeper toRead(Path folder) {
        return new FolderKeeper(folder);
    }

    @Override
    public Intake intake() throws IOException {
        return Intake.in(incoming);
    }

    @Override
    public Scratch scratch() throws IOException {
        return Scratch.in(incoming);
    }

    /** One at a time with {@link #forget}, so that a file that is handed in again is not swept away at that moment. */
    @Override
    public synchronized void keep(Intake intake, Blob blob) throws IOException {
        Path home = home(blob.digest());
        if (Files.exists(home)) {
            makeYoung(home);
            return;
        }
        Path shelf = Files.createDirectories(home.resolveSibling(""));
        intake.become(home);
        persist(shelf);
        persist(folder);
    }

    @Override
    public boolean has(Digest digest) {
        return Files.exists(home(digest));
    }

    @Override
    public Optional<InputStream> open(Digest digest) throws IOException {
        try {
            return Optional.of(Files.newInputStream(home(digest)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    @Override
    public void each(Consumer<Kept> shown) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        for (Path shelf : sorted(folder)) {
            if (!shelf.equals(incoming) && Files.isDirectory(shelf)) {
                for (Path file : sorted(shelf)) {
                    kept(file).ifPresent(shown);
                }
            }
        }
    }

    @Override
    public synchronized boolean forget(Digest digest, Instant keptBefore) throws IOException {
        Path home = home(digest);
        boolean old = Files.exists(home)
                && Files.getLastModifiedTime(home).toInstant().isBefore(keptBefore);
        return old && Files.deleteIfExists(home);
    }

    private Path home(Digest digest) {
        return folder.resolve(digest.hex().substring(0, 2)).resolve(digest.hex());
    }

    /** What a killed process left behind was promised to nobody. */
    private void forgetHalfTaken() throws IOException {
        for (Path half : sorted(incoming)) {
            Files.delete(half);
        }
    }

    /** Empty for what this program did not put there, and for what was swept away a moment ago. */
    private static Optional<Kept> kept(Path file) {
        String name = file.getFileName().toString();
        try {
            return name.matches("[0-9a-f]{64}")
                    ? Optional.of(new Kept(
                            new Blob(new Digest(name), Files.size(file)),
                            Files.getLastModifiedTime(file).toInstant()))
                    : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot look at the file " + name, e);
        }
    }

    /** Its time is that of the file system's own clock, so that it can be compared with the other files' times. */
    private void makeYoung(Path file) throws IOException {
        Path now = Files.createTempFile(incoming, "now", ".part");
        FileTime time = Files.getLastModifiedTime(now);
        Files.delete(now);
        Files.setLastModifiedTime(file, time);
    }

    private static List<Path> sorted(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        }
    }

    /** A renamed file is only there for certain once its folder is on the disk too. */
    static void persist(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (AccessDeniedException e) {
            // Windows opens no folders and needs no such step.
            return;
        }
    }
}
