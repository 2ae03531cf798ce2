package quire.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import quire.core.Finding;
import quire.core.Place;
import quire.core.Problem;
import quire.store.Database;
import quire.store.RecordFolder;
import quire.store.RecordPlace;
import quire.store.RecordServer;

/**
 * Where a server keeps its data. Made-up data and real data never meet: a demo keeps to a folder of its own, marked as
 * such, and a real server stays out of it.
 *
 * @param place the data folder or the database
 * @param passing whether it goes when the server stops
 */
record DataPlace(RecordPlace place, boolean passing) implements AutoCloseable {

    private static final String MARK = "demo-data";

    /** @throws Problem if a demo is asked for where real data is, or the other way round */
    static DataPlace of(boolean demo, @Nullable RecordPlace place) {
        return place instanceof RecordServer
                ? new DataPlace(place, false)
                : of(demo, place instanceof RecordFolder folder ? folder.path() : null);
    }

    private static DataPlace of(boolean demo, @Nullable Path data) {
        try {
            if (data == null) {
                Path passing = Files.createTempDirectory("quire-demo-");
                return marked(new DataPlace(new RecordFolder(passing), true));
            }
            boolean isDemo = Files.exists(data.resolve(MARK));
            if (demo && !isDemo && Database.isIn(data)) {
                throw refuse(data, "holds real data, so the demo does not touch it. Name another folder, or none");
            } else if (!demo && isDemo) {
                throw refuse(data, "holds the data of a demo. Name another folder for real data, or add --demo");
            }
            DataPlace place = new DataPlace(new RecordFolder(data), false);
            return demo ? marked(place) : place;
        } catch (IOException e) {
            throw refuse(data == null ? Path.of("") : data, "cannot be written").because(e);
        }
    }

    /** A folder that nobody but this account may look into, and that goes when it is closed. */
    static DataPlace forATrial() {
        try {
            return new DataPlace(new RecordFolder(Files.createTempDirectory("quire-trial-")), true);
        } catch (IOException e) {
            throw refuse(Path.of(System.getProperty("java.io.tmpdir", "")), "cannot be written")
                    .because(e);
        }
    }

    /** The data folder; only where there is one. */
    Path folder() {
        return ((RecordFolder) place).path();
    }

    /** Takes a passing folder away. */
    @Override
    public void close() {
        if (!passing) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder())) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot take the demo's folder away", e);
        }
    }

    private static DataPlace marked(DataPlace place) throws IOException {
        if (!Files.exists(place.folder())) {
            Files.createDirectory(place.folder());
        }
        Files.writeString(place.folder().resolve(MARK), "The data in this folder is made up.\n");
        return place;
    }

    private static Problem refuse(Path folder, String what) {
        return Problem.badInput(
                Finding.error("data-folder", folder + " " + what + ".", Place.inFile(folder.toString())));
    }
}
