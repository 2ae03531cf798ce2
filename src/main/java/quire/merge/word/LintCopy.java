package quire.merge.word;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import quire.core.Finding;
import quire.merge.Delimiters;
import quire.merge.Shape;

/** A copy of a Word template with a Word comment at each fault, so that its author finds them where they are. */
public final class LintCopy {

    private static final String COMMENTS = "word/comments.xml";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";

    private final DocxPackage docx;
    private final String bodyPart;
    private final Document body;
    private final Document comments;
    private final String commentsPart;
    private int nextId;

    private LintCopy(DocxPackage docx) {
        this.docx = docx;
        this.bodyPart = docx.mainPart();
        this.body = XmlPart.parse(docx.required(bodyPart), bodyPart);
        ContentTypes types = ContentTypes.read(docx.required(ContentTypes.PART));
        String existing =
                types.partOf("wordprocessingml.comments+xml", docx.parts().keySet());
        this.commentsPart = existing == null ? COMMENTS : existing;
        this.comments = existing == null ? noComments() : XmlPart.parse(docx.required(existing), existing);
        this.nextId = 1
                + WordXml.children(comments.getDocumentElement()).stream()
                        .map(comment -> String.valueOf(WordXml.attribute(comment, "id")))
                        .filter(id -> id.matches("\\d{1,9}"))
                        .mapToInt(Integer::parseInt)
                        .max()
                        .orElse(-1);
    }

    /**
     * Makes the copy.
     *
     * @param shape what the template's data will be; null if that is not known
     * @throws quire.core.Problem if the file cannot be opened as a template at all
     */
    public static byte[] of(byte[] template, Delimiters delimiters, @Nullable Shape shape) {
        List<WordFault> faults = WordTemplate.compile(template, delimiters).faults(shape);
        LintCopy copy = new LintCopy(DocxPackage.open(template));
        copy.comment(faults);
        return copy.bytes();
    }

    private Document noComments() {
        Element root = body.getDocumentElement();
        String prefix = root.getPrefix() == null ? "" : root.getPrefix() + ":";
        String declared = prefix.isEmpty() ? "xmlns" : "xmlns:" + root.getPrefix();
        return XmlPart.parse(
                RunFrame.bytes("<" + prefix + "comments " + declared + "=\"" + root.getNamespaceURI() + "\"/>"),
                COMMENTS);
    }

    private void comment(List<WordFault> faults) {
        List<Element> paragraphs = WordXml.descendants(body, "p");
        for (WordFault fault : faults) {
            boolean inBody = fault.part().equals(bodyPart) && fault.paragraph() >= 0;
            // Word cannot show comments in headers, footers and notes: those go to the first paragraph.
            Element paragraph = paragraphs.isEmpty() ? null : paragraphs.get(inBody ? fault.paragraph() : 0);
            if (paragraph != null) {
                anchor(paragraph);
                write(fault.finding(), inBody ? "" : fault.part() + ": ");
                nextId++;
            }
        }
    }

    private void anchor(Element paragraph) {
        Element properties = WordXml.child(paragraph, "pPr");
        paragraph.insertBefore(
                numbered(paragraph, "commentRangeStart"),
                properties == null ? paragraph.getFirstChild() : properties.getNextSibling());
        paragraph.appendChild(numbered(paragraph, "commentRangeEnd"));
        Element run = WordXml.make(paragraph, "r");
        run.appendChild(numbered(paragraph, "commentReference"));
        paragraph.appendChild(run);
    }

    private Element numbered(Element like, String name) {
        Element element = WordXml.make(like, name);
        WordXml.set(element, "id", Integer.toString(nextId));
        return element;
    }

    private void write(Finding finding, String where) {
        Element root = comments.getDocumentElement();
        Element comment = numbered(root, "comment");
        WordXml.set(comment, "author", "Quire");
        WordXml.set(comment, "initials", "Q");
        List<String> lines = new ArrayList<>();
        lines.add(where + finding.message());
        if (finding.suggestion() != null) {
            lines.add("Did you mean “" + finding.suggestion() + "”?");
        }
        if (finding.place().excerpt() != null) {
            lines.add("In: " + finding.place().excerpt());
        }
        for (String line : lines) {
            Element paragraph = WordXml.make(root, "p");
            Element run = WordXml.make(root, "r");
            Element text = WordXml.make(root, "t");
            text.setTextContent(line);
            run.appendChild(text);
            paragraph.appendChild(run);
            comment.appendChild(paragraph);
        }
        root.appendChild(comment);
    }

    private byte[] bytes() {
        Map<String, String> changed = new LinkedHashMap<>();
        changed.put(bodyPart, XmlPart.write(body));
        changed.put(commentsPart, XmlPart.write(comments));
        if (!docx.parts().containsKey(commentsPart)) {
            changed.put(
                    ContentTypes.PART,
                    ContentTypes.read(docx.required(ContentTypes.PART)).with(commentsPart, TYPE));
            String relationships = Relationships.partFor(bodyPart);
            byte[] known = docx.xml(relationships);
            changed.put(
                    relationships,
                    Relationships.add(
                            known == null ? RunFrame.bytes(Relationships.NONE) : known,
                            relationships,
                            "comments",
                            Map.of("rIdQuireComments", "/" + commentsPart)));
        }
        return DocxWriter.copy(docx, changed);
    }
}
