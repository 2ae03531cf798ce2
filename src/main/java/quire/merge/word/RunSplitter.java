package quire.merge.word;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import quire.merge.word.ParagraphText.Cut;

/** Splits one run at the tags in it: what stands before, between and after keeps its place and its properties. */
final class RunSplitter {

    private final Element run;
    private final Map<Element, List<Cut>> cutsByText;
    private final List<Element> pieces = new ArrayList<>();
    private @Nullable Element open;

    RunSplitter(Element run, Map<Element, List<Cut>> cutsByText) {
        this.run = run;
        this.cutsByText = cutsByText;
    }

    void split() {
        for (Element child : WordXml.children(run)) {
            if (WordXml.is(child, "rPr")) {
                continue;
            }
            List<Cut> cuts = cutsByText.get(child);
            if (cuts == null) {
                piece().appendChild(child);
            } else {
                text(child, cuts);
            }
        }
        Node parent = run.getParentNode();
        pieces.forEach(piece -> parent.insertBefore(piece, run));
        parent.removeChild(run);
    }

    private void text(Element element, List<Cut> cuts) {
        String words = element.getTextContent();
        int from = 0;
        for (Cut cut : cuts) {
            keep(element, words.substring(from, cut.start()));
            Element mark = cut.mark();
            if (mark != null) {
                Element alone = newRun();
                alone.appendChild(mark);
                pieces.add(alone);
                open = null;
            }
            from = cut.end();
        }
        keep(element, words.substring(from));
    }

    private void keep(Element original, String words) {
        if (!words.isEmpty()) {
            Element kept = (Element) original.cloneNode(false);
            kept.setAttributeNS(WordXml.XML, "xml:space", "preserve");
            kept.setTextContent(words);
            piece().appendChild(kept);
        }
    }

    private Element piece() {
        Element current = open;
        if (current == null) {
            current = newRun();
            pieces.add(current);
            open = current;
        }
        return current;
    }

    private Element newRun() {
        Element copy = (Element) run.cloneNode(false);
        Element properties = WordXml.child(run, "rPr");
        if (properties != null) {
            copy.appendChild(properties.cloneNode(true));
        }
        return copy;
    }
}
