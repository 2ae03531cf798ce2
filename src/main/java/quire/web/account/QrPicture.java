package quire.web.account;

import io.nayuki.qrcodegen.QrCode;

/** A text as a picture that the camera of a phone reads. */
final class QrPicture {

    /** As many light squares around it as cameras ask for (ISO/IEC 18004). */
    private static final int MARGIN = 4;

    private QrPicture() {}

    /** The picture as SVG: dark on light whatever stands around it. */
    static String of(String text) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        int side = code.size + 2 * MARGIN;
        StringBuilder squares = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    squares.append('M')
                            .append(x + MARGIN)
                            .append(' ')
                            .append(y + MARGIN)
                            .append("h1v1h-1z");
                }
            }
        }
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + side + " " + side
                + "\" shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h" + side + "v" + side + "H0z\"/>"
                + "<path d=\"" + squares + "\"/></svg>";
    }
}
