package quire.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A data folder that a backup is being restored into: in a folder of its own inside it, which is moved up at the end. */
final class RestoringFolder implements Restoring {

    private final DataFolder folder;
    private boolean finished;

    private RestoringFolder(DataFolder folder) {
        this.folder = folder;
    }

    static RestoringFolder into(Path path) {
        DataFolder folder = DataFolder.claimEvenHalfRestored(path);
        try {
            List<String> contents = folder.contents();
            if (!contents.isEmpty()) {
                throw Faults.refuse(
                        "data-not-empty",
                        path.toString(),
                        "is not empty: it holds " + contents.get(0)
                                + ". A backup is only restored into an empty folder."
                                + " Move the old one away, or name another");
            }
            RestoringFolder restoring = new RestoringFolder(folder);
            restoring.empty();
            return restoring;
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    @Override
    public Database open(Schema.Target target) {
        return Database.open(new RecordFolder(folder.restoring()), Database.PATIENCE, target);
    }

    /** The database comes last: what holds none is no record. */
    @Override
    public void finish() {
        DataFolder whole = DataFolder.toRead(folder.restoring());
        try {
            Files.move(whole.blobs(), folder.blobs(), StandardCopyOption.ATOMIC_MOVE);
            FolderKeeper.persist(folder.path());
            Files.move(whole.database(), folder.database(), StandardCopyOption.ATOMIC_MOVE);
            FolderKeeper.persist(folder.path());
            finished = true;
            delete(folder.restoring());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot move what was restored to its place", e);
        }
    }

    @Override
    public void close() {
        try {
            if (!finished) {
                empty();
            }
        } finally {
            folder.close();
        }
    }

    private void empty() {
        try {
            delete(folder.blobs());
            delete(folder.restoring());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot empty " + folder.path(), e);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> all = Files.walk(folder)) {
            deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.delete(path);
        }
    }
}
