package quire.merge.word;

import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import quire.merge.PlacedTag;
import quire.merge.Tag;

/** The tags of a prepared part in the order and nesting in which they take effect, each with its paragraph. */
final class TagStream {

    /**
     * A tag and its spot.
     *
     * @param tag the tag; the end of a section has one too
     * @param part the part it is in
     * @param paragraph the paragraph it is in, from 0; -1 for none
     * @param isControl whether it is the tag of a content control, which may be somebody else's
     * @param offered what a list control offers; empty for anything else
     */
    record Spotted(PlacedTag tag, String part, int paragraph, boolean isControl, List<String> offered) {}

    private final PartDraft draft;
    private final List<Spotted> stream = new ArrayList<>();

    private TagStream(PartDraft draft) {
        this.draft = draft;
    }

    static List<Spotted> of(PartDraft draft) {
        TagStream stream = new TagStream(draft);
        stream.walk(draft.tree());
        return List.copyOf(stream.stream);
    }

    private void walk(Node parent) {
        for (Element child : WordXml.children(parent)) {
            if (!WordXml.QUIRE.equals(child.getNamespaceURI())) {
                walk(child);
            } else {
                mark(child);
            }
        }
    }

    private void mark(Element mark) {
        switch (mark.getLocalName()) {
            case "section" -> {
                PlacedTag open = draft.tag(mark);
                add(mark, open, false);
                walk(mark);
                Tag close = new Tag(Tag.Kind.CLOSE, open.tag().name(), 0, 0, null);
                add(mark, new PlacedTag(close, open.place()), false);
            }
            case "control" -> {
                add(mark, draft.tag(mark), true);
                walk(WordXml.children(mark).get(1));
            }
            case "picture", "tag" -> add(mark, draft.tag(mark), false);
            default -> walk(mark);
        }
    }

    private void add(Element mark, PlacedTag tag, boolean isControl) {
        stream.add(new Spotted(
                tag, draft.part(), draft.paragraphNumber(mark), isControl, draft.offered(PartDraft.number(mark))));
    }
}
