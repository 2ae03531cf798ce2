package quire.bundle;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Supplier;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import quire.core.Digest;

/**
 * The papers of a bundle as Word files in its order, in one zip file that is sent while it is made: no more than one of them
 * is ever in memory. The same bundle makes the same bytes.
 */
public final class WordPack {

    /** It sorts before all others. */
    private static final String LIST = "00 Contents.txt";

    private final LocalDateTime made;
    private final String head;
    private final List<Part> parts;

    /**
     * Something in a bundle, as it stands in the pack.
     *
     * @param name of its file, with its folder; empty for what is not there
     * @param said what the list says of it
     * @param content its file, made when it is asked for
     */
    record Part(String name, String said, Supplier<byte[]> content) {

        boolean isThere() {
            return !name.isEmpty();
        }
    }

    /**
     * @param made the time of all files
     * @param head what the list begins with
     */
    WordPack(LocalDateTime made, String head, List<Part> parts) {
        this.made = made;
        this.head = head;
        this.parts = List.copyOf(parts);
    }

    /**
     * Sends it.
     *
     * @param to is not closed
     */
    public void send(OutputStream to) {
        try {
            ZipOutputStream zip = new ZipOutputStream(to, StandardCharsets.UTF_8);
            StringBuilder list = new StringBuilder(head);
            for (Part part : parts) {
                list.append("\r\n").append(part.said()).append("\r\n");
                if (part.isThere()) {
                    byte[] file = part.content().get();
                    // What is packed already gains nothing from being packed once more.
                    add(zip, part.name(), file, Deflater.NO_COMPRESSION);
                    list.append("    ").append(part.name()).append("\r\n");
                    list.append("    SHA-256 ").append(Digest.of(file).hex()).append("\r\n");
                }
            }
            add(zip, LIST, list.toString().getBytes(StandardCharsets.UTF_8), Deflater.DEFAULT_COMPRESSION);
            zip.finish();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot send a pack of Word files", e);
        }
    }

    private void add(ZipOutputStream zip, String name, byte[] file, int level) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(made);
        zip.setLevel(level);
        zip.putNextEntry(entry);
        zip.write(file);
        zip.closeEntry();
    }
}
