package quire.convert.word;

import java.util.ArrayList;
import java.util.List;

/** Writes one paragraph: as a heading, an item of a list, plain text or mere space. Used once. */
final class ParagraphWriter {

    static final String NEW_PAGE = "page-break-before:always";
    static final String NEW_COLUMN = "break-before:column";

    private static final double TALLEST_SPACE = 400;

    private final Conversion conversion;
    private final Story story;
    private final Html html;
    private final ListNesting lists;
    private final WordParagraph paragraph;
    private final ParagraphLook look;
    private final List<Piece> pieces = new ArrayList<>();
    private final List<Piece.Box> boxes = new ArrayList<>();
    private String pageBreak = "";

    ParagraphWriter(Conversion conversion, Story story, Html html, ListNesting lists, WordParagraph paragraph) {
        this.conversion = conversion;
        this.story = story;
        this.html = html;
        this.lists = lists;
        this.paragraph = paragraph;
        look = paragraph.look();
    }

    /** Something before the paragraph that others lead to. */
    void target(String id) {
        pieces.add(new Piece.Target(id));
    }

    /** What must stand before the next block, because this one ended with it; empty for nothing. */
    String pageBreak() {
        return pageBreak;
    }

    /**
     * Writes it.
     *
     * @param breakBefore what must stand before it; empty for nothing
     * @return about how high it comes out, in points
     */
    double write(Neighbours neighbours, String breakBefore) {
        pageBreak = look.startsPage() && canBreak() ? NEW_PAGE : breakBefore;
        pieces.addAll(new InlineReader(conversion, story, paragraph.run(), look.text(), paragraph.behind(story))
                .read(paragraph.element()));
        String label = paragraph.list().isEmpty() || !hasContent()
                ? ""
                : conversion.numbering().next(paragraph.list(), paragraph.level());
        double height = label.isEmpty() && !hasContent() ? space(neighbours) : segments(neighbours, label);
        for (Piece.Box box : boxes) {
            lists.close();
            height += box(box);
        }
        return height;
    }

    /** In a cell or a header a page cannot end. */
    private boolean canBreak() {
        return story.tables() == 0 && story.boxes() == 0 && !story.margin();
    }

    private boolean hasContent() {
        return pieces.stream().anyMatch(Piece::isVisible);
    }

    /** An empty paragraph takes the height of a line. */
    private double space(Neighbours neighbours) {
        lists.close();
        pieces.stream().filter(Piece.Box.class::isInstance).forEach(piece -> boxes.add((Piece.Box) piece));
        boolean ended = pieces.stream().anyMatch(piece -> breakOf(piece).length() > 0);
        boolean onlyEndsSection = paragraph.element().at("w:pPr", "w:sectPr").isThere();
        if (boxes.isEmpty() && !ended && !onlyEndsSection) {
            return emptyLine(neighbours);
        }
        pieces.stream().map(this::breakOf).filter(one -> !one.isEmpty()).forEach(one -> pageBreak = one);
        targets();
        return 0;
    }

    private void targets() {
        for (Piece piece : pieces) {
            if (piece instanceof Piece.Target target) {
                html.open("div", "id", target.id()).close("div");
            }
        }
    }

    private double emptyLine(Neighbours neighbours) {
        RunLook mark = RunLook.of(paragraph.mark(), conversion.fonts(), "");
        double height = Math.min(TALLEST_SPACE, new ParagraphLook(look.properties(), mark).lineHeight());
        String css = "height:" + Lengths.css(height) + ";" + place(neighbours, true, true) + frame(neighbours);
        html.open("div", "class", conversion.looks().named(css));
        for (Piece piece : pieces) {
            if (piece instanceof Piece.Target target) {
                html.open("span", "id", target.id()).close("span");
            }
        }
        html.close("div");
        pageBreak = "";
        return height + look.before() + look.after();
    }

    private String breakOf(Piece piece) {
        if (!(piece instanceof Piece.Break end) || !canBreak()) {
            return "";
        }
        return switch (end.kind()) {
            case PAGE -> NEW_PAGE;
            case COLUMN -> NEW_COLUMN;
            case LINE -> "";
        };
    }

    /** The paragraph, in as many blocks as there are pages that it is written to begin on. */
    private double segments(Neighbours neighbours, String label) {
        List<List<Piece>> segments = split();
        int last = lastVisible(segments);
        String tag = tag();
        LineWriter line = new LineWriter(conversion, story, html, paragraph);
        double height = 0;
        boolean begun = false;
        for (int i = 0; i < segments.size(); i++) {
            List<Piece> segment = segments.get(i);
            String first = segment.isEmpty() ? "" : breakOf(segment.get(0));
            pageBreak = first.isEmpty() ? pageBreak : first;
            if (segment.stream().anyMatch(Piece::isVisible)) {
                if (!begun) {
                    openItem(label);
                }
                open(tag, neighbours, !begun, i == last);
                height += line.write(segment, begun ? "" : label, !begun);
                html.close(tag);
                begun = true;
            }
            segment.stream().filter(Piece.Box.class::isInstance).forEach(piece -> boxes.add((Piece.Box) piece));
        }
        return height + look.before() + look.after();
    }

    private static int lastVisible(List<List<Piece>> segments) {
        int last = segments.size() - 1;
        while (last > 0 && segments.get(last).stream().noneMatch(Piece::isVisible)) {
            last--;
        }
        return last;
    }

    /** Cut before each end of a page or column. */
    private List<List<Piece>> split() {
        List<List<Piece>> segments = new ArrayList<>();
        List<Piece> segment = new ArrayList<>();
        for (Piece piece : pieces) {
            if (!breakOf(piece).isEmpty()) {
                segments.add(segment);
                segment = new ArrayList<>();
            }
            segment.add(piece);
        }
        segments.add(segment);
        return segments;
    }

    private String tag() {
        boolean says = pieces.stream()
                .anyMatch(piece ->
                        piece instanceof Piece.Words words && !words.text().isBlank());
        if (paragraph.heading() == 0 || story.margin() || !says) {
            return "p";
        }
        return "h" + conversion.headings().level(paragraph.heading());
    }

    private void openItem(String label) {
        if (!label.isEmpty() && paragraph.heading() == 0 && !story.margin()) {
            lists.item(paragraph.level());
        } else {
            lists.close();
        }
    }

    private void open(String tag, Neighbours neighbours, boolean first, boolean last) {
        String css = look.css() + ";" + place(neighbours, first, last) + frame(neighbours);
        html.open(tag, "class", conversion.looks().named(css), "dir", look.isRightToLeft() ? "rtl" : "");
        pageBreak = "";
    }

    private String place(Neighbours neighbours, boolean first, boolean last) {
        double above = first ? neighbours.above(paragraph) : 0;
        // Inside a frame that two share, the space between them is inside too.
        boolean framed = last && neighbours.shareFrameBelow(paragraph);
        double below = last && !framed ? neighbours.below(paragraph) : 0;
        String inside = framed ? ";padding-bottom:" + Lengths.css(neighbours.below(paragraph)) : "";
        double left = look.isRightToLeft() ? look.right() : look.left();
        double right = look.isRightToLeft() ? look.left() : look.right();
        String indent = first && look.first() != 0 ? ";text-indent:" + Lengths.css(look.first()) : "";
        return "margin:" + Lengths.css(above) + " " + Lengths.css(right) + " " + Lengths.css(below) + " "
                + Lengths.css(left) + indent + inside + (pageBreak.isEmpty() ? "" : ";" + pageBreak);
    }

    private String frame(Neighbours neighbours) {
        return look.borders(neighbours.shareFrameAbove(paragraph), neighbours.shareFrameBelow(paragraph));
    }

    /** A text box stands behind the paragraph that it is anchored in. */
    private double box(Piece.Box box) {
        double width = box.width() > 0 ? Math.min(box.width(), story.width()) : story.width();
        Html inside = new Html();
        double height = new BlockWriter(conversion, story.box(width), inside).write(box.blocks());
        if (!inside.isEmpty()) {
            html.open("div", "class", conversion.looks().named("margin:3pt 0;width:" + Lengths.css(width)));
            html.append(inside).close("div");
        }
        return height;
    }
}
