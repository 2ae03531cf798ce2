package quire.merge.word;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import quire.core.Finding;
import quire.core.Problem;
import quire.merge.Delimiters;
import quire.merge.TagScanner;

/** Turns the parts of a Word file that hold tags into operations, and leaves the others alone. */
final class Compiler {

    private final DocxPackage docx;
    private final Delimiters delimiters;
    private final ContentTypes types;
    private final ListNumbers numbers;
    private final ContentControls.Keeping keeping;
    private final Map<String, PartDraft> drafts = new LinkedHashMap<>();

    Compiler(byte[] file, Delimiters delimiters) {
        this.docx = DocxPackage.open(file);
        this.delimiters = delimiters;
        this.types = ContentTypes.read(docx.required(ContentTypes.PART));
        List<Finding> unsafe = TemplateSafety.check(docx, types);
        if (!unsafe.isEmpty()) {
            throw Problem.badInput(unsafe.get(0).message(), unsafe);
        }
        this.numbers = ListNumbers.read(docx, types);
        this.keeping = ContentControls.Keeping.of(
                CustomProperties.read(docx.xml(CustomProperties.PART), ContentControls.PROPERTY));
    }

    WordTemplate compile() {
        docx.parts().forEach((name, part) -> {
            Kind kind = kind(name);
            if (kind != Kind.OTHER && part.xml() != null) {
                draft(name, kind, part.xml());
            }
        });
        List<WordFault> faults = new ArrayList<>();
        List<List<TagStream.Spotted>> streams = new ArrayList<>();
        drafts.values().forEach(draft -> {
            faults.addAll(draft.faults());
            streams.add(TagStream.of(draft));
        });
        boolean broken = faults.stream().anyMatch(fault -> fault.finding().isError());
        CompiledDocx compiled = broken ? new CompiledDocx(docx, types, numbers, Map.of(), List.of()) : operations();
        return new WordTemplate(compiled, faults, streams);
    }

    /** What a part is to us. */
    private enum Kind {
        /** Paragraphs of Word. */
        STORY,
        FOOTNOTES,
        ENDNOTES,
        /** Texts of another kind: properties, charts, diagrams. */
        TEXTS,
        OTHER
    }

    private Kind kind(String part) {
        String type = types.of(part);
        if (type.matches(".*wordprocessingml\\.(document\\.main|template\\.main|header|footer)\\+xml")) {
            return Kind.STORY;
        } else if (type.endsWith("wordprocessingml.footnotes+xml")) {
            return Kind.FOOTNOTES;
        } else if (type.endsWith("wordprocessingml.endnotes+xml")) {
            return Kind.ENDNOTES;
        } else if (type.matches(".*(core-properties|extended-properties|custom-properties|drawingml\\.chart"
                + "|drawingml\\.diagramData)\\+xml")) {
            return Kind.TEXTS;
        }
        return Kind.OTHER;
    }

    private void draft(String name, Kind kind, byte[] xml) {
        PartDraft draft = new PartDraft(name, XmlPart.parse(xml, name));
        TagMarker marker = new TagMarker(draft, new TagScanner(delimiters));
        if (kind == Kind.TEXTS) {
            marker.markTexts(draft.tree());
        } else {
            TemplateSafety.check(draft);
            new ContentControls(draft, keeping).prepare(draft.tree());
            new PictureSlots(draft).prepare(delimiters);
            marker.markParagraphs(draft.tree());
        }
        if (!draft.hasErrors()) {
            new SectionLifter(draft).lift();
        }
        drafts.put(name, draft);
    }

    private CompiledDocx operations() {
        List<Notes> notes = new ArrayList<>();
        drafts.forEach((name, draft) -> {
            Notes.Kind kind = notesKind(name);
            if (kind != null && needsCopies(kind, draft)) {
                notes.add(Notes.read(kind, draft, writer(draft, List.of())));
            }
        });
        Map<String, CompiledDocx.CompiledPart> parts = new LinkedHashMap<>();
        drafts.forEach((name, draft) -> {
            if (notesKind(name) == null && (draft.isTouched() || refersTo(notes, draft))) {
                if (keeping == ContentControls.Keeping.FLATTEN) {
                    ContentControls.flatten(draft);
                }
                Contents.renew(draft);
                List<Operation> operations = writer(draft, notes).write(draft.tree());
                parts.put(
                        name,
                        new CompiledDocx.CompiledPart(operations, draft.tags().size()));
            }
        });
        return new CompiledDocx(docx, types, numbers, parts, notes);
    }

    private OperationWriter writer(PartDraft draft, List<Notes> notes) {
        LoopIds ids = new LoopIds(draft, numbers);
        ids.prepare();
        return new OperationWriter(draft, ids, numbers, notes);
    }

    private Notes.@Nullable Kind notesKind(String part) {
        return switch (kind(part)) {
            case FOOTNOTES -> Notes.Kind.FOOTNOTES;
            case ENDNOTES -> Notes.Kind.ENDNOTES;
            default -> null;
        };
    }

    /** Whether the notes have tags of their own, or stand in something that repeats. */
    private boolean needsCopies(Notes.Kind kind, PartDraft notes) {
        return !notes.tags().isEmpty()
                || drafts.values().stream()
                        .flatMap(draft -> WordXml.descendants(draft.tree(), kind.reference()).stream())
                        .anyMatch(Compiler::isInSection);
    }

    private static boolean isInSection(Element reference) {
        for (var above = reference.getParentNode(); above != null; above = above.getParentNode()) {
            if (WordXml.isMark(above, "section")) {
                return true;
            }
        }
        return false;
    }

    private static boolean refersTo(List<Notes> notes, PartDraft draft) {
        return notes.stream()
                .anyMatch(kind -> !WordXml.descendants(draft.tree(), kind.kind().reference())
                        .isEmpty());
    }
}
