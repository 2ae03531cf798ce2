package quire.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file to work on, before anybody is promised anything of it. Closing it takes it away; what a killed process leaves behind is
 * taken away at the next start. Used by one thread at a time.
 */
public final class Scratch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Scratch.class);
    private static final String BEGINS = "quire-work-";
    private static final String ENDS = ".part";

    /** Nobody works on one file for as long as that. */
    private static final Duration OLD = Duration.ofHours(1);

    private final Path path;

    private Scratch(Path path) {
        this.path = path;
    }

    static Scratch in(Path folder) throws IOException {
        return new Scratch(Files.createTempFile(folder, BEGINS, ENDS));
    }

    /** One among the temporary files of this machine, which other nodes may use as well. */
    static Scratch passing() throws IOException {
        return new Scratch(Files.createTempFile(BEGINS, ENDS));
    }

    /** Takes away what nodes that were killed have left among the temporary files of this machine. */
    static void forgetOld() {
        try (Scratch now = passing()) {
            Instant young = Files.getLastModifiedTime(now.path).toInstant().minus(OLD);
            try (DirectoryStream<Path> left =
                    Files.newDirectoryStream(now.path.resolveSibling(""), BEGINS + "*" + ENDS)) {
                for (Path file : left) {
                    if (Files.getLastModifiedTime(file).toInstant().isBefore(young)) {
                        Files.deleteIfExists(file);
                    }
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            LOG.warn("Temporary files stay behind", e);
        }
    }

    public Path path() {
        return path;
    }

    /**
     * Does some work on the file.
     *
     * @throws quire.core.Problem if the disk is full
     */
    public <T> T fill(Function<Path, T> work) {
        try {
            return work.apply(path);
        } catch (UncheckedIOException e) {
            IOException cause = e.getCause();
            throw cause != null && FullDisk.caused(cause) ? Faults.diskFull().because(e) : e;
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            LOG.warn("A temporary file stays behind: {}", path, e);
        }
    }
}
