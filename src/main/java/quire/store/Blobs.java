package quire.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import quire.core.Digest;
import quire.core.Problem;

/**
 * Files, each kept once under the SHA-256 of its content: beside the database in a data folder, inside it on a server. A
 * file is on the disk, and safe from a power cut, before its digest is known to anybody; so take a file in first and write
 * the row that names it within the hour, or else take it in again: files that no row names are swept away. May be shared
 * between threads.
 */
public final class Blobs {

    private final Keeper keeper;

    Blobs(Keeper keeper) {
        this.keeper = keeper;
    }

    /**
     * Takes a file in and keeps it.
     *
     * @param content read to its end, not closed
     * @param limit the most bytes to take
     * @throws Problem if there are more bytes than that, or no room for them; nothing is kept then
     */
    public Blob take(InputStream content, long limit) {
        try (Intake intake = keeper.intake()) {
            Blob blob = intake.fill(content, limit);
            keeper.keep(intake, blob);
            return blob;
        } catch (IOException e) {
            throw notKept(e).because(e);
        }
    }

    /**
     * An empty file to work on, of which nobody knows and which is taken away when it is closed.
     *
     * @throws Problem if there is no room for one
     */
    public Scratch scratch() {
        try {
            return keeper.scratch();
        } catch (IOException e) {
            throw notKept(e).because(e);
        }
    }

    /** Whether a file of this content is kept. */
    public boolean has(Digest digest) {
        return keeper.has(digest);
    }

    /**
     * The content, as a stream that fails at its end if the bytes are not the ones that were taken in.
     *
     * @throws Problem if no such file is kept
     */
    public InputStream open(Digest digest) {
        try {
            InputStream content = keeper.open(digest).orElseThrow(() -> Problem.notFound("There is no such file."));
            return new CheckedContent(content, digest);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the file " + digest, e);
        }
    }

    /**
     * The content from a byte on. Only who reads all of it learns whether the bytes are still those that were taken in.
     *
     * @param start how many bytes to leave out
     * @throws Problem if no such file is kept
     */
    public InputStream openAt(Digest digest, long start) {
        if (start == 0) {
            return open(digest);
        }
        try {
            InputStream content = keeper.open(digest).orElseThrow(() -> Problem.notFound("There is no such file."));
            content.skipNBytes(start);
            return content;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the file " + digest, e);
        }
    }

    /** The whole content in memory, checked. */
    public byte[] read(Digest digest) {
        try (InputStream content = open(digest)) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the file " + digest, e);
        }
    }

    Keeper keeper() {
        return keeper;
    }

    private static Problem notKept(IOException cause) {
        return FullDisk.caused(cause)
                ? Faults.diskFull()
                : Problem.of(Problem.Kind.UNAVAILABLE, "The file could not be kept. Try again.");
    }
}
