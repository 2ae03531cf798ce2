package quire.merge.word;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quire.core.Finding;
import quire.merge.Missing;
import quire.merge.Pictures;
import quire.merge.Value;

/** A compiled template as it lies in memory: operations for the parts with tags, raw bytes for all the others. */
final class CompiledDocx {

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
        try (DocxWriter file = new DocxWriter(docx, out)) {
            List<String> late = new ArrayList<>();
            boolean pictures = Pictures.anyIn(data);
            for (String name : docx.parts().keySet()) {
                if (dependsOnOthers(name)) {
                    late.add(name);
                } else if (pictures && name.equals(ContentTypes.PART)) {
                    file.text(name, types.withPictures());
                } else {
                    part(file, name, merging);
                }
            }
            for (String name : late) {
                late(file, name, merging);
            }
            newRelationships(file, merging);
            for (Merging.Media media : merging.media()) {
                file.bytes(media.target().substring(1), media.picture().bytes());
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

    private void part(DocxWriter file, String name, Merging merging) throws IOException {
        CompiledPart part = parts.get(name);
        if (part == null) {
            file.raw(name);
            return;
        }
        Sink sink = new Sink(file.begin(name));
        new Execution(merging, name, sink, part.sections(), merging.root()).all(part.operations());
        sink.flush();
        file.end();
    }

    private void late(DocxWriter file, String name, Merging merging) throws IOException {
        Notes kind = notes.stream()
                .filter(one -> one.part().equals(name))
                .findFirst()
                .orElse(null);
        String owner = partOfRelationships(name);
        if (kind != null) {
            file.bytes(name, merging.notes(kind.kind()).xml());
        } else if (name.equals(numbers.part()) && !merging.lists().isEmpty()) {
            file.text(name, merging.lists().xml());
        } else if (owner != null && !merging.relations(owner).isEmpty()) {
            file.text(name, Relationships.add(docx.required(name), name, "image", merging.relations(owner)));
        } else {
            file.raw(name);
        }
    }

    /** Relationships of parts that had none in the template. */
    private void newRelationships(DocxWriter file, Merging merging) throws IOException {
        List<String> owners = new ArrayList<>(parts.keySet());
        notes.forEach(kind -> owners.add(kind.part()));
        for (String owner : owners) {
            String name = Relationships.partFor(owner);
            Map<String, String> added = merging.relations(owner);
            if (!added.isEmpty() && !docx.parts().containsKey(name)) {
                file.text(name, Relationships.add(RunFrame.bytes(Relationships.NONE), name, "image", added));
            }
        }
    }
}
