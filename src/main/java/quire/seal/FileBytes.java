package quire.seal;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;

/** The bytes of a file, wherever it lies. A large one is never in memory as a whole. Used by one thread at a time. */
final class FileBytes {

    private static final int PIECE = 1 << 18;

    private final Reader reader;
    private final long size;

    /** Reads some bytes from a place on, as a channel does; -1 behind the end. */
    @FunctionalInterface
    interface Reader {
        int read(ByteBuffer into, long position) throws IOException;
    }

    FileBytes(Reader reader, long size) {
        this.reader = reader;
        this.size = size;
    }

    /** A file in memory; not copied. */
    static FileBytes of(byte[] file) {
        return new FileBytes(
                (into, position) -> {
                    int length = (int) Math.min(into.remaining(), file.length - position);
                    into.put(file, (int) position, length);
                    return length;
                },
                file.length);
    }

    long size() {
        return size;
    }

    /** What stands from here to there, or as much of it as there is. */
    byte[] stretch(long from, long to) {
        long start = Math.max(0, from);
        ByteBuffer bytes = ByteBuffer.allocate((int) Math.max(0, Math.min(to, size) - start));
        fill(bytes, start);
        return bytes.array();
    }

    /** Adds what stands from here to there to a digest. */
    void digest(MessageDigest sum, long from, long to) {
        ByteBuffer piece = ByteBuffer.allocate(PIECE);
        for (long at = from; at < to; at += piece.limit()) {
            piece.clear().limit((int) Math.min(PIECE, to - at));
            fill(piece, at);
            sum.update(piece.flip());
        }
    }

    /** Looks at a piece of the file. */
    @FunctionalInterface
    interface Viewer {

        /**
         * Is shown a piece.
         *
         * @param bytes not to be kept
         * @param length how many of them are of the file
         * @param place where the first of them stands in the file
         */
        void view(byte[] bytes, int length, long place);
    }

    /**
     * Shows the whole file in pieces. A piece begins with the end of the one before it.
     *
     * @param overlap how many bytes are shown again
     */
    void each(int overlap, Viewer viewer) {
        byte[] bytes = new byte[(int) Math.min(PIECE, size)];
        for (long at = 0; at + overlap < size || at == 0; at += PIECE - overlap) {
            ByteBuffer piece = ByteBuffer.wrap(bytes, 0, (int) Math.min(PIECE, size - at));
            fill(piece, at);
            viewer.view(bytes, piece.limit(), at);
        }
    }

    private void fill(ByteBuffer bytes, long from) {
        try {
            while (bytes.hasRemaining()) {
                if (reader.read(bytes, from + bytes.position()) <= 0) {
                    throw new EOFException("The file became shorter while it was read");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
