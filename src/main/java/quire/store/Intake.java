package quire.store;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import quire.core.Digest;
import quire.core.Finding;
import quire.core.Place;
import quire.core.Problem;

/** A file on its way in: on the disk, counted and summed, but promised to nobody yet. Closing it takes it away. */
final class Intake implements AutoCloseable {

    private static final int CHUNK = 64 * 1024;

    private final Path half;
    private final FileChannel channel;

    private Intake(Path half, FileChannel channel) {
        this.half = half;
        this.channel = channel;
    }

    /** One that can become a file of the folder by being given its name there. */
    static Intake in(Path folder) throws IOException {
        Path half = Files.createTempFile(folder, "take", ".part");
        return new Intake(half, FileChannel.open(half, StandardOpenOption.READ, StandardOpenOption.WRITE));
    }

    /** One that passes through a folder, where the system allows without ever having a name there. */
    static Intake passing() throws IOException {
        Path half = Files.createTempFile("quire", ".part");
        return new Intake(
                half,
                FileChannel.open(
                        half, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE));
    }

    /** @throws Problem if there is more content than the limit */
    Blob fill(InputStream content, long limit) throws IOException {
        MessageDigest sum = CheckedContent.sha256();
        byte[] chunk = new byte[CHUNK];
        long size = 0;
        for (int read = content.read(chunk); read >= 0; read = content.read(chunk)) {
            size += read;
            if (size > limit) {
                throw tooLarge(limit);
            }
            sum.update(chunk, 0, read);
            writeAll(ByteBuffer.wrap(chunk, 0, read));
        }
        return new Blob(new Digest(HexFormat.of().formatHex(sum.digest())), size);
    }

    /** Gives what was taken in its name, once it is on the disk. */
    void become(Path file) throws IOException {
        channel.force(true);
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Some bytes of it. */
    byte[] portion(long from, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, from + bytes.position()) < 0) {
                throw new EOFException("What was taken in has become shorter");
            }
        }
        return bytes.array();
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(half);
    }

    private void writeAll(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private static Problem tooLarge(long limit) {
        return Problem.tooLarge(Finding.error(
                "file-too-large", "The file must be no larger than " + inWords(limit) + ".", Place.UNKNOWN));
    }

    private static String inWords(long bytes) {
        long megabyte = 1024 * 1024;
        return bytes >= megabyte && bytes % megabyte == 0 ? bytes / megabyte + " MB" : bytes + " bytes";
    }
}
