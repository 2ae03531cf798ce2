package quire.merge.word;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import quire.merge.TagScanner;

/**
 * The logical text of a paragraph, whatever Word did to its runs: the characters in reading order, each knowing the
 * element it stands in. Proofing marks, bookmarks, comment anchors, smart tags, links and inserted text are looked
 * through; deleted text is not there; everything that is not text stands as one {@link TagScanner#OBJECT}.
 */
final class ParagraphText {

    private static final Set<String> UNSEEN = Set.of(
            "pPr",
            "rPr",
            "del",
            "moveFrom",
            "p",
            "txbxContent",
            "sdtPr",
            "lastRenderedPageBreak",
            "annotationRef",
            "proofErr",
            "delText");
    private static final Set<String> OBJECTS = Set.of(
            "tab",
            "br",
            "cr",
            "noBreakHyphen",
            "softHyphen",
            "sym",
            "ptab",
            "drawing",
            "pict",
            "object",
            "fldChar",
            "instrText",
            "footnoteReference",
            "endnoteReference",
            "AlternateContent",
            "oMath",
            "oMathPara",
            "ruby",
            "dayShort",
            "pgNum");

    private final StringBuilder text = new StringBuilder();
    private final List<Segment> segments = new ArrayList<>();

    /** A text element and where its characters begin in the paragraph's text. */
    private record Segment(Element element, int start, int end) {}

    /**
     * A stretch of the text to take out, and the mark to put where it began.
     *
     * @param start in the paragraph's text
     * @param end exclusive
     * @param mark what stands there afterwards; null to leave nothing
     */
    record Cut(int start, int end, @Nullable Element mark) {}

    private ParagraphText() {}

    static ParagraphText of(Element paragraph) {
        ParagraphText text = new ParagraphText();
        text.read(paragraph);
        return text;
    }

    String text() {
        return text.toString();
    }

    private void read(Node parent) {
        for (Element child : WordXml.children(parent)) {
            String name = child.getLocalName();
            if (WordXml.is(child, "t")) {
                String words = child.getTextContent();
                segments.add(new Segment(child, text.length(), text.length() + words.length()));
                text.append(words);
            } else if (OBJECTS.contains(name)) {
                text.append(TagScanner.OBJECT);
            } else if (WordXml.is(child, "fldSimple")) {
                text.append(TagScanner.OBJECT);
                read(child);
                text.append(TagScanner.OBJECT);
            } else if (!UNSEEN.contains(name)) {
                read(child);
            }
        }
    }

    /**
     * Takes the stretches out and puts the marks in, each in a run of its own that has the run properties at the
     * stretch's first character. Runs that nothing is taken from stay as they are; no run is left empty.
     *
     * @param cuts in ascending order, not overlapping
     */
    void cut(List<Cut> cuts) {
        Map<Element, List<Cut>> cutsByText = new HashMap<>();
        Set<Element> runs = new LinkedHashSet<>();
        for (Segment segment : segments) {
            List<Cut> local = local(segment, cuts);
            if (!local.isEmpty()) {
                cutsByText.put(segment.element(), local);
                runs.add((Element) segment.element().getParentNode());
            }
        }
        runs.forEach(run -> new RunSplitter(run, cutsByText).split());
    }

    /** The cuts that touch a segment, counted in the segment's own characters. */
    private static List<Cut> local(Segment segment, List<Cut> cuts) {
        List<Cut> local = new ArrayList<>();
        for (Cut cut : cuts) {
            int from = Math.max(cut.start(), segment.start());
            int to = Math.min(cut.end(), segment.end());
            if (from < to) {
                Element mark = cut.start() >= segment.start() ? cut.mark() : null;
                local.add(new Cut(from - segment.start(), to - segment.start(), mark));
            }
        }
        return local;
    }
}
