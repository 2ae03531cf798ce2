package quire.convert.word;

import java.util.Locale;
import quire.pdf.TextWidth;

/**
 * What a piece of text looks like.
 *
 * @param font the declarations that hold for all text in the same font and colour
 * @param extra those that belong to this piece alone: lines under it, what is behind it, its place on the line
 * @param family on our paper
 * @param size on our paper, in points
 * @param wordSize as Word counts it, in points
 * @param bold whether it is
 * @param italic whether it is
 * @param capitals whether it is written in capitals, whatever was typed
 * @param language of the words; empty where nothing is said
 */
record RunLook(
        String font,
        String extra,
        Family family,
        double size,
        double wordSize,
        boolean bold,
        boolean italic,
        boolean capitals,
        String language) {

    /** How much smaller letters above or below the line are. */
    private static final double RAISED = 0.65;

    private static final double USUAL_SIZE = 10;
    private static final double SMALLEST = 1;
    private static final double LARGEST = 200;

    /**
     * What these properties mean.
     *
     * @param behind the colour behind the text; empty for none
     */
    static RunLook of(Properties run, Fonts fonts, String behind) {
        Family family = fonts.family(run);
        String raised = run.value("vertAlign");
        boolean small = raised.equals("superscript") || raised.equals("subscript");
        String measure = run.flag("rtl") && run.has("szCs") ? run.value("szCs") : run.value("sz");
        double wordSize = Math.max(SMALLEST, Math.min(LARGEST, Lengths.letters(measure, USUAL_SIZE)));
        double size = wordSize * family.scale() * (small ? RAISED : 1);
        boolean bold = run.flag("b");
        boolean italic = run.flag("i");
        String own = Paint.shade(run.get("shd"));
        String font = "font-family:" + family.generic() + ";font-size:" + Lengths.css(size)
                + (bold ? ";font-weight:bold" : ";font-weight:normal")
                + (italic ? ";font-style:italic" : ";font-style:normal")
                + ";color:" + colour(run, own.isEmpty() ? behind : own);
        return new RunLook(
                font,
                extra(run, own, raised),
                family,
                size,
                wordSize,
                bold,
                italic,
                run.flag("caps"),
                run.value("lang"));
    }

    private static String colour(Properties run, String behind) {
        String named = Paint.colour(run.value("color"));
        return named.isEmpty() ? Paint.isDark(behind) ? "#ffffff" : "#000000" : named;
    }

    private static String extra(Properties run, String shade, String raised) {
        StringBuilder extra = new StringBuilder();
        boolean underlined = run.has("u") && !run.value("u").equals("none");
        boolean struck = run.flag("strike") || run.flag("dstrike");
        if (underlined || struck) {
            extra.append("text-decoration:").append(underlined ? "underline" : "");
            extra.append(underlined && struck ? " " : "")
                    .append(struck ? "line-through" : "")
                    .append(';');
        }
        String highlight = Paint.highlighter(run.value("highlight"));
        String behind = highlight.isEmpty() ? shade : highlight;
        extra.append(behind.isEmpty() ? "" : "background-color:" + behind + ";");
        extra.append(run.flag("caps") ? "text-transform:uppercase;" : "");
        extra.append(run.flag("smallCaps") && !run.flag("caps") ? "font-variant:small-caps;" : "");
        return extra.append(place(run, raised)).toString();
    }

    private static String place(Properties run, String raised) {
        if (raised.equals("superscript") || raised.equals("subscript")) {
            return "line-height:1;vertical-align:" + (raised.equals("superscript") ? "super;" : "sub;");
        }
        double lifted = Lengths.letters(run.value("position"), 0);
        return lifted == 0 ? "" : "vertical-align:" + Lengths.css(Math.max(-LARGEST, Math.min(LARGEST, lifted))) + ";";
    }

    /** The width of words, in points. */
    double width(String words) {
        String shown = capitals ? words.toUpperCase(Locale.ROOT) : words;
        return TextWidth.of(shown, family.generic(), bold, italic) * size;
    }

    /** The same letters without lines and colours of their own. */
    RunLook plain() {
        return new RunLook(font, "", family, size, wordSize, bold, italic, capitals, language);
    }
}
