package quire.merge.word;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;
import quire.core.Finding;
import quire.core.Place;
import quire.merge.Tag;
import quire.merge.TagScanner;
import quire.merge.TextTemplate;

/** Finds the tags of a part and puts a mark where each stood. */
final class TagMarker {

    private final PartDraft draft;
    private final TagScanner scanner;

    TagMarker(PartDraft draft, TagScanner scanner) {
        this.draft = draft;
        this.scanner = scanner;
    }

    /** Marks a part of WordprocessingML: tags are sought in the logical text of each paragraph. */
    void markParagraphs(Node node) {
        if (WordXml.is(node, "p")) {
            paragraph((Element) node);
        }
        for (Element child : WordXml.children(node)) {
            markParagraphs(child);
        }
    }

    /** Marks a part of any other kind, such as the document properties: tags are sought in each text by itself. */
    void markTexts(Node node) {
        List<Node> children = new ArrayList<>();
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            children.add(child);
        }
        for (Node child : children) {
            if (child instanceof Text text) {
                text(text);
            } else {
                markTexts(child);
            }
        }
    }

    /** A paragraph that held remarks and nothing else goes with them, as a line of Mustache does. */
    private void paragraph(Element paragraph) {
        ParagraphText text = ParagraphText.of(paragraph);
        if (scanner.mayHoldTags(text.text())) {
            List<ParagraphText.Cut> cuts = new ArrayList<>();
            for (Tag tag : scan(text.text(), paragraph)) {
                cuts.add(new ParagraphText.Cut(tag.start(), tag.end(), mark(tag, text.text(), paragraph)));
            }
            text.cut(cuts);
            if (!cuts.isEmpty() && cuts.stream().allMatch(cut -> cut.mark() == null) && !Ink.in(paragraph, draft)) {
                SectionLifter.removeParagraph(draft, paragraph);
            }
        }
    }

    private void text(Text node) {
        String words = node.getData();
        if (!scanner.mayHoldTags(words)) {
            return;
        }
        Node parent = node.getParentNode();
        int from = 0;
        for (Tag tag : scan(words, node)) {
            parent.insertBefore(node.getOwnerDocument().createTextNode(words.substring(from, tag.start())), node);
            Element mark = mark(tag, words, node);
            if (mark != null) {
                parent.insertBefore(mark, node);
            }
            from = tag.end();
        }
        node.setData(words.substring(from));
    }

    private List<Tag> scan(String text, Node near) {
        TagScanner.Scan scan = scanner.scan(text);
        for (TagScanner.Fault fault : scan.faults()) {
            draft.fault(Finding.error(fault.code(), fault.message(), place(text, fault.start(), fault.end())), near);
        }
        return scan.tags();
    }

    private @Nullable Element mark(Tag tag, String text, Node near) {
        return switch (tag.kind()) {
            case COMMENT, DELIMITERS -> {
                draft.touch();
                yield null;
            }
            case PARTIAL -> {
                draft.fault(noPartials(tag, place(text, tag.start(), tag.end())), near);
                yield null;
            }
            default -> draft.mark(tag, place(text, tag.start(), tag.end()), near);
        };
    }

    /** Blocks of another Word file would bring styles, lists and pictures of their own. */
    private static Finding noPartials(Tag tag, Place place) {
        return Finding.error(
                "partial-in-word",
                "A Word template cannot take in “" + tag.name() + "”. Paste its words here, or use an HTML template.",
                place);
    }

    private Place place(String text, int start, int end) {
        return draft.place(TextTemplate.excerpt(text, start, end));
    }
}
