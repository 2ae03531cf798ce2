package quire.convert.word;

/**
 * What of a picture is cut off at each side, as a share of its width or height. What somebody has cut off must not come back.
 */
record Crop(double left, double top, double right, double bottom) {

    static final Crop NONE = new Crop(0, 0, 0, 0);

    private static final double DRAWN = 100_000;
    private static final double VML = 65_536;

    /** As DrawingML writes it: in thousandths of a per cent. */
    static Crop of(Xml rectangle) {
        return new Crop(
                share(rectangle.attribute("l")),
                share(rectangle.attribute("t")),
                share(rectangle.attribute("r")),
                share(rectangle.attribute("b")));
    }

    static Crop ofVml(Xml image) {
        return new Crop(
                fraction(image.attribute("cropleft")),
                fraction(image.attribute("croptop")),
                fraction(image.attribute("cropright")),
                fraction(image.attribute("cropbottom")));
    }

    private static double share(String text) {
        boolean percent = text.endsWith("%");
        double number = Lengths.whole(percent ? text.substring(0, text.length() - 1) : text, 0);
        return bounded(number / (percent ? 100 : DRAWN));
    }

    private static double fraction(String text) {
        if (text.endsWith("f")) {
            return bounded(Lengths.whole(text.substring(0, text.length() - 1), 0) / VML);
        }
        try {
            return text.isEmpty() ? 0 : bounded(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** Less than nothing is a frame around the picture, which we leave out. */
    private static double bounded(double share) {
        return share > 0 && share < 1 ? share : 0;
    }

    boolean isNone() {
        return left == 0 && top == 0 && right == 0 && bottom == 0;
    }
}
