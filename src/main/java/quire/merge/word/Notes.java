package quire.merge.word;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Footnotes or endnotes of a template. A note is written where the body refers to it, so that a note in a repeated block
 * has a copy of its own for each repetition, with the values of that repetition.
 */
final class Notes {

    /** The two kinds of notes that Word has. */
    enum Kind {
        FOOTNOTES("footnote", "footnoteReference"),
        ENDNOTES("endnote", "endnoteReference");

        private final String element;
        private final String reference;

        Kind(String element, String reference) {
            this.element = element;
            this.reference = reference;
        }

        String reference() {
            return reference;
        }
    }

    private final Kind kind;
    private final PartDraft draft;
    private final Map<String, List<Operation>> bodies;
    private final List<Element> separators;

    private Notes(Kind kind, PartDraft draft, Map<String, List<Operation>> bodies, List<Element> separators) {
        this.kind = kind;
        this.draft = draft;
        this.bodies = bodies;
        this.separators = separators;
    }

    /** Reads the notes of a prepared part; the number of a note becomes a slot. */
    static Notes read(Kind kind, PartDraft draft, OperationWriter writer) {
        Map<String, List<Operation>> bodies = new LinkedHashMap<>();
        List<Element> separators = new ArrayList<>();
        for (Element note : WordXml.children(draft.tree().getDocumentElement())) {
            String id = WordXml.attribute(note, "id");
            if (!WordXml.is(note, kind.element) || id == null || WordXml.attribute(note, "type") != null) {
                separators.add(note);
            } else {
                draft.attribute(
                        note,
                        ContentControls.qualified(note, "id"),
                        run -> run.sink().ascii(run.merging().notes(kind).currentId()));
                bodies.put(id, writer.write(note));
            }
        }
        return new Notes(kind, draft, bodies, separators);
    }

    Kind kind() {
        return kind;
    }

    String part() {
        return draft.part();
    }

    boolean isReference(Element element) {
        return WordXml.is(element, kind.reference)
                && bodies.containsKey(String.valueOf(WordXml.attribute(element, "id")));
    }

    /** The step that writes a reference, and with it a copy of the note. */
    Operation reference(Element element) {
        String id = String.valueOf(WordXml.attribute(element, "id"));
        String name = element.getNodeName();
        String attribute = ContentControls.qualified(element, "id");
        List<Operation> body = bodies.getOrDefault(id, List.of());
        return run -> {
            String copy = run.merging().notes(kind).add(id, body, run);
            run.sink().write(RunFrame.bytes("<" + name + " " + attribute + "=\"" + copy + "\"/>"));
            run.ink();
        };
    }

    Copies copies() {
        return new Copies(this);
    }

    /** The notes of one merge. */
    static final class Copies {
        private final Notes notes;
        private final ByteArrayOutputStream written = new ByteArrayOutputStream();
        private final Set<String> used = new HashSet<>();
        private String currentId = "";
        private int highest;

        private Copies(Notes notes) {
            this.notes = notes;
            this.highest = notes.bodies.keySet().stream()
                    .filter(id -> id.matches("\\d{1,9}"))
                    .mapToInt(Integer::parseInt)
                    .max()
                    .orElse(0);
        }

        String currentId() {
            return currentId;
        }

        private String add(String id, List<Operation> body, Execution run) {
            String copy = used.add(id) ? id : Integer.toString(++highest);
            currentId = copy;
            Sink sink = new Sink(written);
            new Execution(
                            run.merging(),
                            notes.draft.part(),
                            sink,
                            notes.draft.tags().size(),
                            run.scope())
                    .all(body);
            sink.flush();
            return copy;
        }

        /** The notes part with the notes that were referred to. */
        byte[] xml() {
            Document tree = notes.draft.tree();
            StringBuilder head = new StringBuilder(XmlPart.declaration(tree));
            Element root = (Element) tree.getDocumentElement().cloneNode(false);
            XmlPart.write(root, head);
            head.setLength(head.length() - "/>".length());
            head.append('>');
            notes.separators.forEach(separator -> XmlPart.write(separator, head));
            ByteArrayOutputStream part = new ByteArrayOutputStream();
            part.writeBytes(RunFrame.bytes(head.toString()));
            part.writeBytes(written.toByteArray());
            part.writeBytes(RunFrame.bytes("</" + root.getNodeName() + ">"));
            return part.toByteArray();
        }
    }
}
