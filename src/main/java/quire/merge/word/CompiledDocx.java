package quire.merge.word;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.jspecify.annotations.Nullable;
import quire.core.Finding;
import quire.merge.Missing;
import quire.merge.Pictures;
import quire.merge.Value;

/** A compiled template as it lies in memory: operations for the parts with tags, raw bytes for all the others. */
final class CompiledDocx {

    /** Word's own choice; a level above costs time and saves next to nothing. */
    private static final int DEFLATE_LEVEL = 1;
    /** The same in every file, so that the same input makes the same bytes: the first day of the zip calendar. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private static final String NO_RELATIONSHIPS = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
            + "<Relationships xmlns=\"" + WordXml.RELATIONSHIPS + "\"></Relationships>";

    private final DocxPackage docx;
    private final ContentTypes types;
    private final ListNumbers numbers;
    private final Map<String, CompiledPart> parts;
    private final List<Notes> notes;

    /**
     * A part that holds tags.
     *
     * @param operations what writes it
     * @param sections one more than the highest number of a section in it
     */
    record CompiledPart(List<Operation> operations, int sections) {}

    CompiledDocx(
            DocxPackage docx,
            ContentTypes types,
            ListNumbers numbers,
            Map<String, CompiledPart> parts,
            List<Notes> notes) {
        this.docx = docx;
        this.types = types;
        this.numbers = numbers;
        this.parts = parts;
        this.notes = notes;
    }

    /** Writes the file with its values; gives back what the data lacked. */
    List<Finding> write(Value data, Missing missing, OutputStream out) {
        Merging merging = new Merging(data, missing, numbers, notes);
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(out)) {
            zip.setUseZip64(Zip64Mode.AsNeeded);
            zip.setLevel(DEFLATE_LEVEL);
            List<String> late = new ArrayList<>();
            boolean pictures = Pictures.anyIn(data);
            for (String name : docx.parts().keySet()) {
                if (dependsOnOthers(name)) {
                    late.add(name);
                } else if (pictures && name.equals(ContentTypes.PART)) {
                    text(zip, name, types.withPictures());
                } else {
                    part(zip, name, merging);
                }
            }
            for (String name : late) {
                late(zip, name, merging);
            }
            newRelationships(zip, merging);
            for (Merging.Media media : merging.media()) {
                bytes(zip, media.target().substring(1), media.picture().bytes());
            }
            return merging.findings();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Numbering, notes and relationships are known only when the parts that use them are written. */
    private boolean dependsOnOthers(String name) {
        return name.equals(numbers.part())
                || notes.stream().anyMatch(kind -> kind.part().equals(name))
                || partOfRelationships(name) != null;
    }

    private @Nullable String partOfRelationships(String name) {
        return parts.keySet().stream()
                .filter(part -> Relationships.partFor(part).equals(name))
                .findFirst()
                .orElseGet(() -> notes.stream()
                        .map(Notes::part)
                        .filter(part -> Relationships.partFor(part).equals(name))
                        .findFirst()
                        .orElse(null));
    }

    private void part(ZipArchiveOutputStream zip, String name, Merging merging) throws IOException {
        CompiledPart part = parts.get(name);
        if (part == null) {
            raw(zip, name);
            return;
        }
        zip.putArchiveEntry(entry(name));
        Sink sink = new Sink(zip);
        new Execution(merging, name, sink, part.sections(), merging.root()).all(part.operations());
        sink.flush();
        zip.closeArchiveEntry();
    }

    private void late(ZipArchiveOutputStream zip, String name, Merging merging) throws IOException {
        Notes kind = notes.stream()
                .filter(one -> one.part().equals(name))
                .findFirst()
                .orElse(null);
        String owner = partOfRelationships(name);
        if (kind != null) {
            bytes(zip, name, merging.notes(kind.kind()).xml());
        } else if (name.equals(numbers.part()) && !merging.lists().isEmpty()) {
            text(zip, name, merging.lists().xml());
        } else if (owner != null && !merging.relations(owner).isEmpty()) {
            byte[] xml = docx.xml(name);
            text(
                    zip,
                    name,
                    Relationships.add(
                            xml == null ? RunFrame.bytes(NO_RELATIONSHIPS) : xml, name, merging.relations(owner)));
        } else {
            raw(zip, name);
        }
    }

    /** Relationships of parts that had none in the template. */
    private void newRelationships(ZipArchiveOutputStream zip, Merging merging) throws IOException {
        List<String> owners = new ArrayList<>(parts.keySet());
        notes.forEach(kind -> owners.add(kind.part()));
        for (String owner : owners) {
            String name = Relationships.partFor(owner);
            Map<String, String> added = merging.relations(owner);
            if (!added.isEmpty() && !docx.parts().containsKey(name)) {
                text(zip, name, Relationships.add(RunFrame.bytes(NO_RELATIONSHIPS), name, added));
            }
        }
    }

    private void raw(ZipArchiveOutputStream zip, String name) throws IOException {
        DocxPackage.Part part = docx.parts().get(name);
        if (part == null) {
            throw new IllegalStateException("No part " + name);
        }
        // A copy, because the stream writes its own offsets into the entry it is given.
        zip.addRawArchiveEntry(new ZipArchiveEntry((ZipEntry) part.entry()), new ByteArrayInputStream(part.raw()));
    }

    private static void text(ZipArchiveOutputStream zip, String name, String xml) throws IOException {
        bytes(zip, name, RunFrame.bytes(xml));
    }

    private static void bytes(ZipArchiveOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putArchiveEntry(entry(name));
        zip.write(bytes);
        zip.closeArchiveEntry();
    }

    private static ZipArchiveEntry entry(String name) {
        ZipArchiveEntry entry = new ZipArchiveEntry(name);
        entry.setTimeLocal(NO_TIME);
        return entry;
    }
}
