package quire.merge.word;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import quire.core.RecordMark;

/** A custom property of a finished Word file that says which signed record it is a copy of. */
public final class CopyMark {

    private static final String TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml";
    private static final String POINTERS = "_rels/.rels";

    /** What Word writes there is far shorter. */
    private static final int MOST = 1_000_000;

    private CopyMark() {}

    /**
     * The same file with the mark. Custom properties that it had from its template give way to it: they are notes of the
     * template's author.
     *
     * @param docx a sound Word file
     * @param mark the short hash of the record
     */
    public static byte[] on(byte[] docx, String mark) {
        Map<String, byte[]> parts = new LinkedHashMap<>(SteadyZip.parts(docx));
        boolean known = parts.put(CustomProperties.PART, bytes(properties(mark))) != null;
        if (!known) {
            parts.computeIfPresent(
                    ContentTypes.PART,
                    (name, xml) -> bytes(ContentTypes.read(xml).with(CustomProperties.PART, TYPE)));
            parts.computeIfPresent(
                    POINTERS,
                    (name, xml) -> bytes(Relationships.add(
                            xml, POINTERS, "custom-properties", Map.of("signedRecord", CustomProperties.PART))));
        }
        return SteadyZip.of(parts);
    }

    /** The mark that somebody's file has, if it is a Word file and has one; no more of it is unpacked than that takes. */
    public static Optional<String> of(byte[] file) {
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(file))
                .get()) {
            ZipArchiveEntry entry = zip.getEntry(CustomProperties.PART);
            if (entry == null) {
                return Optional.empty();
            }
            try (InputStream part = zip.getInputStream(entry)) {
                return RecordMark.in(part.readNBytes(MOST));
            }
        } catch (IOException | RuntimeException notAZip) {
            // Whatever it is, it claims nothing.
            return Optional.empty();
        }
    }

    private static String properties(String mark) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
                + "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties\""
                + " xmlns:vt=\"http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes\">"
                + "<property fmtid=\"{D5CDD505-2E9C-101B-9397-08002B2CF9AE}\" pid=\"2\" name=\"Signed record\">"
                + "<vt:lpwstr>" + RecordMark.written(mark) + "</vt:lpwstr></property></Properties>";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
