package quire.merge.word;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** Packs a Word file anew so that the same content always gives the same bytes: fixed order, no times. */
final class SteadyZip {

    private static final String TYPES = "[Content_Types].xml";
    private static final LocalDateTime LONG_AGO = LocalDateTime.of(1980, 1, 1, 0, 0);

    private SteadyZip() {}

    static byte[] of(byte[] zip) {
        try {
            return of(read(zip));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The parts of a file by name, however it was packed. */
    static Map<String, byte[]> parts(byte[] zip) {
        Map<String, byte[]> parts = new TreeMap<>();
        try (ZipFile file = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(zip))
                .get()) {
            for (ZipArchiveEntry entry : Collections.list(file.getEntries())) {
                try (InputStream part = file.getInputStream(entry)) {
                    parts.put(entry.getName(), part.readAllBytes());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot take the Word file apart", e);
        }
        return parts;
    }

    /** A file of these parts. */
    static byte[] of(Map<String, byte[]> parts) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ZipOutputStream output = new ZipOutputStream(bytes)) {
                // Readers that stream want to know the types first.
                write(output, TYPES, Objects.requireNonNull(parts.get(TYPES), TYPES));
                for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                    if (!part.getKey().equals(TYPES)) {
                        write(output, part.getKey(), part.getValue());
                    }
                }
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, byte[]> read(byte[] zip) throws IOException {
        Map<String, byte[]> parts = new TreeMap<>();
        try (ZipInputStream input = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = input.getNextEntry(); entry != null; entry = input.getNextEntry()) {
                parts.put(entry.getName(), input.readAllBytes());
            }
        }
        return parts;
    }

    private static void write(ZipOutputStream output, String name, byte[] part) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(LONG_AGO);
        output.putNextEntry(entry);
        output.write(part);
        output.closeEntry();
    }
}
