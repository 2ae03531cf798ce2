package quire.merge.word;

import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Tables of contents: after a merge their entries and page numbers are those of the template. Word lays them out anew
 * when it opens the file if their field says so; the switch that renews every field of a document would ask the reader
 * first, each time.
 */
final class Contents {

    private Contents() {}

    /** Asks Word to renew every table of contents of a part. */
    static void renew(PartDraft draft) {
        for (Element instruction : WordXml.descendants(draft.tree(), "instrText")) {
            if (isContents(instruction.getTextContent())) {
                Element begin = begin(instruction);
                if (begin != null) {
                    WordXml.set(begin, "dirty", "true");
                }
            }
        }
        for (Element simple : WordXml.descendants(draft.tree(), "fldSimple")) {
            if (isContents(String.valueOf(WordXml.attribute(simple, "instr")))) {
                WordXml.set(simple, "dirty", "true");
            }
        }
    }

    private static boolean isContents(String instruction) {
        return instruction.strip().startsWith("TOC");
    }

    /** The field's beginning: the nearest before its instruction, usually in the run before. */
    private static @Nullable Element begin(Element instruction) {
        for (Node run = instruction.getParentNode(); run != null; run = run.getPreviousSibling()) {
            Element field = run instanceof Element element ? WordXml.child(element, "fldChar") : null;
            if (field != null && "begin".equals(WordXml.attribute(field, "fldCharType"))) {
                return field;
            }
        }
        return null;
    }
}
