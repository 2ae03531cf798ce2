package quire.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.stream.Stream;
import quire.core.Digest;
import quire.core.Finding;
import quire.core.Place;
import quire.core.Problem;

/**
 * Files, each kept once under the SHA-256 of its content. A file is on the disk, and safe from a power cut, before its
 * digest is known to anybody; so take a file in first and write the row that names it afterwards. May be shared between
 * threads.
 */
public final class Blobs {

    private static final int CHUNK = 64 * 1024;

    private final Path folder;
    private final Path incoming;

    private Blobs(Path folder) {
        this.folder = folder;
        this.incoming = folder.resolve("incoming");
    }

    static Blobs in(Path folder) {
        Blobs blobs = new Blobs(folder);
        try {
            Files.createDirectories(blobs.incoming);
            blobs.forgetHalfTaken();
        } catch (IOException e) {
            throw Faults.refuse(
                            "data-not-writable",
                            folder,
                            "cannot be written. Give the account that runs Quire the right to write there")
                    .because(e);
        }
        return blobs;
    }

    /**
     * Takes a file in and keeps it.
     *
     * @param content read to its end, not closed
     * @param limit the most bytes to take
     * @throws Problem if there are more bytes than that; nothing is kept then
     */
    public Blob take(InputStream content, long limit) {
        try {
            Path half = Files.createTempFile(incoming, "take", ".part");
            try {
                return keep(half, copy(content, half, limit));
            } finally {
                Files.deleteIfExists(half);
            }
        } catch (IOException e) {
            throw Problem.of(Problem.Kind.UNAVAILABLE, "The file could not be kept. Try again.")
                    .because(e);
        }
    }

    /** Whether a file of this content is kept. */
    public boolean has(Digest digest) {
        return Files.exists(home(digest));
    }

    /**
     * The content, as a stream that fails at its end if the bytes are not the ones that were taken in.
     *
     * @throws Problem if no such file is kept
     */
    public InputStream open(Digest digest) {
        try {
            return new CheckedContent(Files.newInputStream(home(digest)), digest);
        } catch (NoSuchFileException e) {
            throw Problem.notFound("There is no such file.").because(e);
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

    private Blob copy(InputStream content, Path half, long limit) throws IOException {
        MessageDigest sum = CheckedContent.sha256();
        byte[] chunk = new byte[CHUNK];
        long size = 0;
        try (FileChannel out = FileChannel.open(half, StandardOpenOption.WRITE)) {
            for (int read = content.read(chunk); read >= 0; read = content.read(chunk)) {
                size += read;
                if (size > limit) {
                    throw tooLarge(limit);
                }
                sum.update(chunk, 0, read);
                writeAll(out, ByteBuffer.wrap(chunk, 0, read));
            }
            out.force(true);
        }
        return new Blob(new Digest(HexFormat.of().formatHex(sum.digest())), size);
    }

    private Blob keep(Path half, Blob blob) throws IOException {
        Path home = home(blob.digest());
        if (!Files.exists(home)) {
            Path shelf = Files.createDirectories(home.resolveSibling(""));
            Files.move(half, home, StandardCopyOption.ATOMIC_MOVE);
            persist(shelf);
            persist(folder);
        }
        return blob;
    }

    private Path home(Digest digest) {
        return folder.resolve(digest.hex().substring(0, 2)).resolve(digest.hex());
    }

    /** What a killed process left behind was promised to nobody. */
    private void forgetHalfTaken() throws IOException {
        try (Stream<Path> left = Files.list(incoming)) {
            for (Path half : left.toList()) {
                Files.delete(half);
            }
        }
    }

    private static void writeAll(FileChannel out, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }

    /** A renamed file is only there for certain once its folder is on the disk too. */
    private static void persist(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (AccessDeniedException e) {
            // Windows opens no folders and needs no such step.
            return;
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
