package quire.merge.word;

import quire.merge.Value;

/** A picture as wide as its pixels say at 96 to the inch, but never wider or higher than a page can take. */
final class InlineDrawing {

    /** English Metric Units: 914,400 to the inch, 36,000 to the millimetre. */
    private static final long PER_PIXEL = 914_400 / 96;

    private static final long MAX_WIDTH = 160 * 36_000L;
    private static final long MAX_HEIGHT = 80 * 36_000L;

    private InlineDrawing() {}

    /** The whole run with the drawing; it declares the namespaces that it needs. */
    static byte[] xml(RunFrame frame, Merging.PlacedPicture placed, int id) {
        Value.Picture picture = placed.picture();
        double scale = Math.min(
                1,
                Math.min(
                        (double) MAX_WIDTH / (picture.width() * PER_PIXEL),
                        (double) MAX_HEIGHT / (picture.height() * PER_PIXEL)));
        long width = Math.round(picture.width() * PER_PIXEL * scale);
        long height = Math.round(picture.height() * PER_PIXEL * scale);
        StringBuilder alt = new StringBuilder();
        XmlPart.escape(picture.alt(), true, alt);
        String size = "cx=\"" + width + "\" cy=\"" + height + "\"";
        String w = frame.prefix();
        return RunFrame.bytes("<" + w + "r>" + frame.properties() + "<" + w + "drawing>"
                + "<wp:inline xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\""
                + " distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent " + size + "/>"
                + "<wp:docPr id=\"" + id + "\" name=\"Picture " + id + "\" descr=\"" + alt + "\"/>"
                + "<a:graphic xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\">"
                + "<a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\">"
                + "<pic:pic xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\">"
                + "<pic:nvPicPr><pic:cNvPr id=\"" + id + "\" name=\"Picture " + id + "\"/><pic:cNvPicPr/></pic:nvPicPr>"
                + "<pic:blipFill><a:blip xmlns:r=\"" + WordXml.R + "\" r:embed=\"" + placed.relation() + "\"/>"
                + "<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
                + "<pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext " + size + "/></a:xfrm>"
                + "<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>"
                + "</wp:inline></" + w + "drawing></" + w + "r>");
    }
}
