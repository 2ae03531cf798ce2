package quire.convert.word;

import java.util.List;

/**
 * What a paragraph looks like: its place between its neighbours and on the lines. Lengths in points.
 */
final class ParagraphLook {

    private static final List<String> SIDES = List.of("top", "right", "bottom", "left");

    /** What Word takes for a space that it leaves to itself. */
    private static final double AUTOMATIC = 14;

    private static final double MOST = 1_000;
    private static final double LINE = 12;
    private static final double TWENTIETH = 20;

    private final Properties properties;
    private final RunLook text;
    private final boolean rightToLeft;

    ParagraphLook(Properties properties, RunLook text) {
        this.properties = properties;
        this.text = text;
        rightToLeft = properties.flag("bidi");
    }

    Properties properties() {
        return properties;
    }

    RunLook text() {
        return text;
    }

    boolean isRightToLeft() {
        return rightToLeft;
    }

    /** From the edge of the column to the lines after the first. */
    double left() {
        return indent("left", "start");
    }

    double right() {
        return indent("right", "end");
    }

    private double indent(String side, String logical) {
        double otherwise = properties.points("ind", logical, 0);
        return bounded(properties.points("ind", side, otherwise));
    }

    /** How much further in the first line begins; less than zero where it hangs out. */
    double first() {
        double hanging = properties.points("ind", "hanging", 0);
        return bounded(hanging != 0 ? -hanging : properties.points("ind", "firstLine", 0));
    }

    double before() {
        return space("before");
    }

    double after() {
        return space("after");
    }

    private double space(String side) {
        String automatic = properties.value("spacing", side + "Autospacing");
        if (automatic.equals("1") || automatic.equals("true") || automatic.equals("on")) {
            return AUTOMATIC;
        }
        String lines = properties.value("spacing", side + "Lines");
        double points = lines.isEmpty() || lines.equals("0")
                ? properties.points("spacing", side, 0)
                : Lengths.whole(lines, 0) * LINE / 100;
        return Math.max(0, bounded(points));
    }

    private static double bounded(double points) {
        return Math.max(-MOST, Math.min(MOST, points));
    }

    /** Whether it stands close to neighbours of the same style. */
    boolean isClose() {
        return properties.flag("contextualSpacing");
    }

    boolean startsPage() {
        return properties.flag("pageBreakBefore");
    }

    /** The height of one line. */
    double lineHeight() {
        double asked = properties.points("spacing", "line", LINE);
        double single = text.wordSize() * text.family().line();
        return switch (properties.value("spacing", "lineRule")) {
            case "exact" -> asked;
            case "atLeast" -> Math.max(asked, single);
            default -> single * asked / LINE;
        };
    }

    /** The colour behind it; empty for none. */
    String shade() {
        return Paint.shade(properties.get("shd"));
    }

    /** All that holds for the first piece of it and for those that stand after a break. */
    String css() {
        StringBuilder css = new StringBuilder(text.font());
        css.append(";text-align:").append(alignment()).append(";line-height:").append(line());
        css.append(properties.flag("keepNext") ? ";page-break-after:avoid" : "");
        css.append(properties.flag("keepLines") ? ";page-break-inside:avoid" : "");
        css.append(shade().isEmpty() ? "" : ";background-color:" + shade());
        return css.toString();
    }

    private String alignment() {
        String start = rightToLeft ? "right" : "left";
        String end = rightToLeft ? "left" : "right";
        return switch (properties.value("jc")) {
            case "center" -> "center";
            case "right", "end" -> end;
            case "both", "distribute", "thaiDistribute", "lowKashida", "mediumKashida", "highKashida" -> "justify";
            default -> start;
        };
    }

    /** As a factor, where it may be one, so that larger letters within get larger lines. */
    private String line() {
        double asked = properties.points("spacing", "line", LINE);
        double single = text.family().line() / text.family().scale();
        return switch (properties.value("spacing", "lineRule")) {
            case "exact" -> Lengths.css(Math.max(1, Math.min(MOST, asked)));
            case "atLeast" ->
                asked > text.wordSize() * text.family().line() ? Lengths.css(Math.min(MOST, asked)) : factor(single);
            default -> factor(single * Math.max(1, Math.min(MOST, asked)) / LINE);
        };
    }

    private static String factor(double factor) {
        return Double.toString(Math.round(factor * 100) / 100.0);
    }

    /** The lines around it; those towards a neighbour with the same lines are left out, so that both share one frame. */
    String borders(boolean sharedAbove, boolean sharedBelow) {
        StringBuilder css = new StringBuilder();
        for (String side : SIDES) {
            Xml border = border(side);
            boolean shared = (side.equals("top") && sharedAbove) || (side.equals("bottom") && sharedBelow);
            if (Paint.isLine(border) && !shared) {
                css.append(";border-").append(side).append(':').append(Paint.line(border));
                double space = Math.min(Lengths.whole(border.attribute("space"), 1), TWENTIETH * 2);
                css.append(";padding-").append(side).append(':').append(Lengths.css(Math.max(0, space)));
            }
        }
        return css.toString();
    }

    private Xml border(String side) {
        Xml named = properties.get("pBdr/" + side);
        String logical = side.equals("left") ? "start" : side.equals("right") ? "end" : side;
        return named.isThere() ? named : properties.get("pBdr/" + logical);
    }

    /** Whether two paragraphs stand in one frame. */
    boolean sharesFrame(ParagraphLook other) {
        boolean framed = SIDES.stream().anyMatch(side -> Paint.isLine(border(side)));
        return framed
                && SIDES.stream().allMatch(side -> Paint.line(border(side)).equals(Paint.line(other.border(side))))
                && left() == other.left()
                && right() == other.right();
    }
}
