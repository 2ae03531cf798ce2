package quire.takeaway;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import quire.core.Digest;
import quire.core.Problem;

/**
 * A zip file that is sent while it is made, a file after the other and a portion of each at a time. The same contents make the
 * same bytes: every file has the same time, which is the earliest that a zip file can tell.
 */
final class OutgoingZip {

    private static final int PORTION = 64 * 1024;
    private static final LocalDateTime ALWAYS = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final ZipOutputStream zip;
    private final List<Manifest.Part> parts = new ArrayList<>();

    /** @param to is not closed */
    OutgoingZip(OutputStream to) {
        this.zip = new ZipOutputStream(to, StandardCharsets.UTF_8);
    }

    void add(String name, byte[] content) {
        add(name, out -> out.write(content));
    }

    void add(String name, String text) {
        add(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** @param content read to its end, and closed */
    void add(String name, InputStream content) {
        try (content) {
            add(name, out -> copy(content, out, name));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot close " + name, e);
        }
    }

    /** What cannot be read is something else than what cannot be sent. */
    private static void copy(InputStream content, OutputStream out, String name) throws IOException {
        byte[] portion = new byte[PORTION];
        for (int read = read(content, portion, name); read >= 0; read = read(content, portion, name)) {
            out.write(portion, 0, read);
        }
    }

    private static int read(InputStream content, byte[] portion, String name) {
        try {
            return content.read(portion);
        } catch (IOException e) {
            throw Problem.of(
                            Problem.Kind.UNAVAILABLE,
                            "The kept file " + name + " is damaged, so what was to be taken away is not whole. Ask the"
                                    + " people who look after Quire to restore it from a backup.")
                    .because(e);
        }
    }

    /** What has been sent so far. */
    List<Manifest.Part> parts() {
        return List.copyOf(parts);
    }

    /** The last word, without which nobody takes the file for a whole one. */
    void finish() {
        try {
            zip.finish();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot finish a zip file", e);
        }
    }

    private interface Writing {
        void to(OutputStream out) throws IOException;
    }

    private void add(String name, Writing content) {
        MessageDigest sum = sha256();
        Counted counted = new Counted(new DigestOutputStream(zip, sum));
        try {
            // What is packed already gains nothing from being packed once more.
            zip.setLevel(name.matches(".*\\.(pdf|docx|jpg|jpeg|png)") ? Deflater.NO_COMPRESSION : Deflater.BEST_SPEED);
            ZipEntry entry = new ZipEntry(name);
            entry.setTimeLocal(ALWAYS);
            zip.putNextEntry(entry);
            content.to(counted);
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot send " + name, e);
        }
        parts.add(
                new Manifest.Part(name, counted.count, new Digest(HexFormat.of().formatHex(sum.digest()))));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform must know SHA-256", e);
        }
    }

    /** Counts what goes through, and leaves what is behind it open. */
    private static final class Counted extends OutputStream {

        private final OutputStream behind;
        private long count;

        Counted(OutputStream behind) {
            this.behind = behind;
        }

        @Override
        public void write(int one) throws IOException {
            behind.write(one);
            count++;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            behind.write(bytes, from, length);
            count += length;
        }
    }
}
