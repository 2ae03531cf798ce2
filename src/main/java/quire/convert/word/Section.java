package quire.convert.word;

import java.util.ArrayList;
import java.util.List;

/**
 * A part of the body with a page layout of its own.
 *
 * @param blocks what stands in it
 * @param properties its layout, headers and footers; {@link Xml#NONE} where the document says nothing
 */
record Section(List<Xml> blocks, Xml properties) {

    /** The sections of a body, in order: each ends with the paragraph that holds its layout, the last with the body. */
    static List<Section> of(Xml body) {
        List<Section> sections = new ArrayList<>();
        List<Xml> blocks = new ArrayList<>();
        for (Xml block : body.children()) {
            Xml ending = block.is("w:sectPr") ? block : block.at("w:pPr", "w:sectPr");
            if (!block.is("w:sectPr")) {
                blocks.add(block);
            }
            if (ending.isThere()) {
                sections.add(new Section(blocks, ending));
                blocks = new ArrayList<>();
            }
        }
        if (!blocks.isEmpty() || sections.isEmpty()) {
            sections.add(
                    new Section(blocks, sections.isEmpty() ? Xml.NONE : sections.get(sections.size() - 1).properties));
        }
        return sections;
    }

    /** Whether it goes on where the last one ended. */
    boolean isContinuous() {
        return type().equals("continuous");
    }

    /** How the style says that it begins on a new page. */
    String newPage() {
        return switch (type()) {
            case "oddPage" -> "page-break-before:right";
            case "evenPage" -> "page-break-before:left";
            default -> ParagraphWriter.NEW_PAGE;
        };
    }

    private String type() {
        return properties.child("w:type").value();
    }

    boolean hasOwnFirstPage() {
        return properties.child("w:titlePg").isOn();
    }

    /** Whether its pages are counted from one again. */
    boolean countsAnew() {
        return properties.child("w:pgNumType").attribute("start").equals("1");
    }

    int columns() {
        Xml columns = properties.child("w:cols");
        int number = Math.max(columns.all("w:col").size(), Lengths.whole(columns.attribute("num"), 1));
        return Math.max(1, Math.min(10, number));
    }

    /** The space between columns, in points. */
    double columnGap() {
        return Math.max(
                0, Math.min(200, Lengths.points(properties.child("w:cols").attribute("space"), 36)));
    }
}
