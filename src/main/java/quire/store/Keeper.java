package quire.store;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import quire.core.Digest;

/** Where files are kept; that they are what they are named by is seen to by {@link Blobs}. */
sealed interface Keeper permits FolderKeeper, TableKeeper {

    /**
     * A file that is kept, and since when nobody has handed it in again.
     *
     * @param blob the file
     * @param at that moment
     */
    record Kept(Blob blob, Instant at) {}

    /** An empty place for a file that is on its way in. */
    Intake intake() throws IOException;

    /** A file to work on. */
    Scratch scratch() throws IOException;

    /** Keeps what was taken in: once this has returned, it is safe from a power cut. One that is there already is young again. */
    void keep(Intake intake, Blob blob) throws IOException;

    boolean has(Digest digest);

    /** The content as it lies there, unchecked; empty where there is no such file. */
    Optional<InputStream> open(Digest digest) throws IOException;

    /** Shows every file, in the order of the digests. */
    void each(Consumer<Kept> shown) throws IOException;

    /** Takes a file away, unless it was handed in since that moment; whether it did. */
    boolean forget(Digest digest, Instant keptBefore) throws IOException;
}
