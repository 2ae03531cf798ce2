package quire.merge.word;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** Writes a Word file on the model of another: parts that did not change are copied as they lie, still compressed. */
final class DocxWriter implements AutoCloseable {

    /** More costs time and saves next to nothing. */
    private static final int DEFLATE_LEVEL = 1;
    /** The same in every file, so that the same input makes the same bytes: the first day of the zip calendar. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final DocxPackage model;
    private final ZipArchiveOutputStream zip;

    DocxWriter(DocxPackage model, OutputStream out) {
        this.model = model;
        this.zip = new ZipArchiveOutputStream(out);
        zip.setUseZip64(Zip64Mode.AsNeeded);
        zip.setLevel(DEFLATE_LEVEL);
    }

    /** A copy of a file with some parts changed or added. */
    static byte[] copy(DocxPackage model, Map<String, String> changed) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DocxWriter writer = new DocxWriter(model, out)) {
            Set<String> names = new LinkedHashSet<>(model.parts().keySet());
            names.addAll(changed.keySet());
            for (String name : names) {
                String text = changed.get(name);
                if (text == null) {
                    writer.raw(name);
                } else {
                    writer.text(name, text);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Begins a part; what is written to the stream until {@link #end} is its content. */
    OutputStream begin(String name) throws IOException {
        ZipArchiveEntry entry = new ZipArchiveEntry(name);
        entry.setTimeLocal(NO_TIME);
        zip.putArchiveEntry(entry);
        return zip;
    }

    void end() throws IOException {
        zip.closeArchiveEntry();
    }

    void text(String name, String xml) throws IOException {
        bytes(name, RunFrame.bytes(xml));
    }

    void bytes(String name, byte[] bytes) throws IOException {
        begin(name).write(bytes);
        end();
    }

    /** Copies a part of the model. */
    void raw(String name) throws IOException {
        DocxPackage.Part part = model.parts().get(name);
        if (part == null) {
            throw new IllegalStateException("No part " + name);
        }
        // A copy, because the stream writes its own offsets into the entry it is given.
        zip.addRawArchiveEntry(new ZipArchiveEntry((ZipEntry) part.entry()), new ByteArrayInputStream(part.raw()));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
