package quire.convert.word;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads pictures, shapes and text boxes in both of Word's drawing languages, and names what cannot be drawn. */
final class Drawings {

    private static final int DEEPEST_BOXES = 3;

    private static final Pattern STYLE = Pattern.compile("(?:^|;)\\s*(width|height)\\s*:\\s*([^;]+)");

    private static final Pattern PROGRAM = Pattern.compile("[\\w. ]{1,60}");

    private final Conversion conversion;
    private final Story story;
    private final RunLook look;
    private final Pieces pieces;

    /** @param pieces where what is found goes */
    Drawings(Conversion conversion, Story story, RunLook look, Pieces pieces) {
        this.conversion = conversion;
        this.story = story;
        this.look = look;
        this.pieces = pieces;
    }

    /**
     * How large something is, and what it says.
     *
     * @param decorative whether its author says that it means nothing
     */
    private record Frame(double width, double height, String words, boolean decorative) {

        Frame sized(double newWidth, double newHeight) {
            boolean sized = newWidth > 0 && newHeight > 0;
            return sized ? new Frame(newWidth, newHeight, words, decorative) : this;
        }

        Frame saying(String other) {
            return other.isBlank() ? this : new Frame(width, height, other.strip(), decorative);
        }
    }

    void read(Xml drawing) {
        if (drawing.is("w:drawing")) {
            drawing.children().forEach(this::anchored);
        } else {
            if (drawing.is("w:contentPart")) {
                lost("ink", "Handwriting");
            } else if (drawing.find("o:OLEObject").isThere() || drawing.is("w:object")) {
                embedded(drawing.find("o:OLEObject"));
            }
            drawing.children().forEach(child -> vector(child, new Frame(0, 0, "", false)));
        }
    }

    private void anchored(Xml anchor) {
        Xml extent = anchor.child("wp:extent");
        Xml about = anchor.child("wp:docPr");
        Frame frame = new Frame(
                Lengths.drawn(extent.attribute("cx")),
                Lengths.drawn(extent.attribute("cy")),
                described(about),
                about.find("adec:decorative").isOn()
                        && about.find("adec:decorative").isThere());
        graphic(anchor.child("a:graphic"), frame);
    }

    private static String described(Xml about) {
        String description = about.attribute("descr").strip();
        return description.isEmpty() ? about.attribute("title").strip() : description;
    }

    private void graphic(Xml element, Frame frame) {
        switch (element.name()) {
            case "pic:pic" -> picture(element, frame);
            case "wps:wsp" -> shape(element, frame);
            case "c:chart", "cx:chart" -> diagram(element.attribute("r:id"), frame, "chart", "chart");
            case "dgm:relIds" -> diagram(element.attribute("r:dm"), frame, "smart-art", "SmartArt drawing");
            case "wpi:wi", "wpc:contentPart", "wpg:contentPart" -> lost("ink", "Handwriting");
            default -> element.children().forEach(child -> graphic(child, frame));
        }
    }

    private void picture(Xml picture, Frame frame) {
        Xml own = picture.at("pic:nvPicPr", "pic:cNvPr");
        Xml size = picture.at("pic:spPr", "a:xfrm", "a:ext");
        double width = Lengths.drawn(size.attribute("cx"));
        double height = Lengths.drawn(size.attribute("cy"));
        boolean fits = width > 0 && height > 0 && width <= frame.width() && height <= frame.height();
        Frame placed = fits ? frame.sized(width, height) : frame;
        Xml fill = picture.child("pic:blipFill");
        Xml blip = fill.child("a:blip");
        String id = blip.attribute("r:embed").isEmpty() ? blip.attribute("r:link") : blip.attribute("r:embed");
        show(id, placed.words().isEmpty() ? placed.saying(described(own)) : placed, Crop.of(fill.child("a:srcRect")));
    }

    private void shape(Xml shape, Frame frame) {
        Xml text = shape.at("wps:txbx", "w:txbxContent");
        if (text.isThere()) {
            box(text, frame);
            return;
        }
        Xml fill = shape.at("wps:spPr", "a:blipFill", "a:blip");
        if (fill.isThere()) {
            show(fill.attribute("r:embed"), frame, Crop.NONE);
        } else {
            drawn(frame.words());
        }
    }

    /** A line or a figure; one with words says these. */
    private void drawn(String words) {
        if (!words.isEmpty()) {
            pieces.add(new Piece.Words("[" + words + "]", look.plain()));
        }
        conversion.losses().note("shape", "A drawn line or figure is not printed.");
    }

    private void vector(Xml element, Frame around) {
        Frame frame = sized(around.saying(element.attribute("alt")), element.attribute("style"));
        switch (element.name()) {
            case "v:imagedata" -> {
                String id =
                        element.attribute("r:id").isEmpty() ? element.attribute("relid") : element.attribute("r:id");
                Frame named = frame.words().isEmpty() ? frame.saying(element.attribute("title")) : frame;
                show(id, named, Crop.ofVml(element));
            }
            case "w:txbxContent" -> box(element, frame);
            case "v:textpath" -> wordArt(element.attribute("string"));
            default -> element.children().forEach(child -> vector(child, frame));
        }
    }

    private static Frame sized(Frame frame, String style) {
        Matcher sizes = STYLE.matcher(style);
        double width = 0;
        double height = 0;
        while (sizes.find()) {
            double length = Lengths.styled(sizes.group(2).strip());
            width = sizes.group(1).equals("width") ? length : width;
            height = sizes.group(1).equals("height") ? length : height;
        }
        return frame.sized(width, height);
    }

    private void wordArt(String words) {
        if (story.margin()) {
            conversion.losses().warning("watermark", "The watermark “" + words + "” is not printed.");
        } else if (!words.isBlank()) {
            pieces.add(new Piece.Words(words, look.plain()));
            conversion.losses().note("word-art", "WordArt is printed as plain text.");
        }
    }

    private void box(Xml text, Frame frame) {
        if (story.boxes() >= DEEPEST_BOXES) {
            lost("text-box", "A text box inside several others");
        } else {
            pieces.add(new Piece.Box(text.children(), frame.width()));
        }
    }

    private void show(String id, Frame frame, Crop crop) {
        Relation relation = conversion.file().relation(story.part(), id);
        String key = conversion.pictures().key(relation, crop);
        if (key.isEmpty()) {
            pieces.add(new Piece.Words(
                    frame.words().isEmpty() ? "[Picture]" : "[Picture: " + frame.words() + "]", look.plain()));
            return;
        }
        String words = frame.words();
        if (words.isEmpty() && !frame.decorative()) {
            words = conversion.pictures().placeholder();
            conversion
                    .losses()
                    .warning(
                            "picture-description",
                            "A picture has no description for people who cannot see it. In Word, choose the picture, then"
                                    + " “View alt text”, and say what it shows.");
        }
        pieces.add(new Piece.Picture(key, frame.decorative() ? "" : words, frame.width(), frame.height()));
    }

    /** What cannot be drawn is told in its own words, so that nothing it says is lost. */
    private void diagram(String id, Frame frame, String code, String name) {
        Relation relation = conversion.file().relation(story.part(), id);
        String words = frame.words();
        if (words.isEmpty() && !relation.external() && conversion.file().has(relation.target())) {
            words = DiagramWords.of(conversion.file().xml(relation.target()));
        }
        pieces.add(new Piece.Words(words.isEmpty() ? "[" + name + "]" : "[" + name + ": " + words + "]", look.plain()));
        lost(code, "A " + name);
    }

    private void embedded(Xml object) {
        String program = object.attribute("ProgID");
        boolean named = PROGRAM.matcher(program).matches();
        lost("embedded-object", "What is embedded" + (named ? " from another program (" + program + ")" : ""));
    }

    private void lost(String code, String what) {
        String instead = Map.of(
                        "ink", "In Word, save it as a picture and put that in its place.",
                        "text-box", "Put its text into the document itself.",
                        "embedded-object",
                                "Only the picture of it is printed. Hand in the file itself too if it matters.")
                .getOrDefault(code, "Its words are printed. In Word, save it as a picture and put that in its place.");
        String verb = code.equals("embedded-object") ? " cannot be opened on paper. " : " cannot be drawn. ";
        conversion.losses().warning(code, what + verb + instead);
    }
}
