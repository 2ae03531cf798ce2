package quire.merge.word;

import java.util.List;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Puts a property into {@code w:pPr} or {@code w:rPr} where the schema wants it; Word refuses any other order. */
final class ParagraphProperties {

    /** The order of ECMA-376 part 1, 17.3.1.26, as far as it lies before or at what we insert. */
    private static final List<String> PARAGRAPH = List.of(
            "pStyle",
            "keepNext",
            "keepLines",
            "pageBreakBefore",
            "framePr",
            "widowControl",
            "numPr",
            "suppressLineNumbers",
            "pBdr",
            "shd",
            "tabs",
            "suppressAutoHyphens",
            "kinsoku",
            "wordWrap",
            "overflowPunct",
            "topLinePunct",
            "autoSpaceDE",
            "autoSpaceDN",
            "bidi",
            "adjustRightInd",
            "snapToGrid",
            "spacing",
            "ind",
            "contextualSpacing",
            "mirrorIndents",
            "suppressOverlap",
            "jc",
            "textDirection",
            "textAlignment",
            "textboxTightWrap",
            "outlineLvl",
            "divId",
            "cnfStyle",
            "rPr",
            "sectPr",
            "pPrChange");

    /** The order of ECMA-376 part 1, 17.3.2.28. */
    private static final List<String> RUN = List.of(
            "rStyle",
            "rFonts",
            "b",
            "bCs",
            "i",
            "iCs",
            "caps",
            "smallCaps",
            "strike",
            "dstrike",
            "outline",
            "shadow",
            "emboss",
            "imprint",
            "noProof",
            "snapToGrid",
            "vanish",
            "webHidden",
            "color",
            "spacing",
            "w",
            "kern",
            "position",
            "sz",
            "szCs",
            "highlight",
            "u",
            "effect",
            "bdr",
            "shd",
            "fitText",
            "vertAlign",
            "rtl",
            "cs",
            "em",
            "lang",
            "eastAsianLayout",
            "specVanish",
            "oMath");

    private ParagraphProperties() {}

    /** Inserts a property, in the place of one of the same name if there is one. */
    static void insert(Element properties, Element property) {
        List<String> order = properties.getLocalName().equals("rPr") ? RUN : PARAGRAPH;
        Element old = WordXml.child(properties, property.getLocalName());
        if (old != null) {
            properties.replaceChild(property, old);
            return;
        }
        int rank = order.indexOf(property.getLocalName());
        Node before = WordXml.children(properties).stream()
                .filter(child -> order.indexOf(child.getLocalName()) > rank)
                .map(Node.class::cast)
                .findFirst()
                .orElse(null);
        properties.insertBefore(property, before);
    }
}
