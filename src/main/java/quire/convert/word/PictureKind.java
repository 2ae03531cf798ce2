package quire.convert.word;

import java.nio.charset.StandardCharsets;

/** What a picture is, by its first bytes. */
enum PictureKind {
    PNG("a PNG", true),
    JPEG("a JPEG", true),
    GIF("a GIF", true),
    BMP("a bitmap", true),
    TIFF("a TIFF", true),
    EMF("a Windows drawing (EMF)", false),
    WMF("an old Windows drawing (WMF)", false),
    SVG("a vector drawing (SVG)", false),
    UNKNOWN("of a kind that this program does not know", false);

    private static final int EMF_MARK = 40;

    private final String words;
    private final boolean readable;

    PictureKind(String words, boolean readable) {
        this.words = words;
        this.readable = readable;
    }

    static PictureKind of(byte[] file) {
        String start = new String(file, 0, Math.min(file.length, 512), StandardCharsets.ISO_8859_1);
        if (start.startsWith("\u0089PNG")) {
            return PNG;
        } else if (start.startsWith("\u00FF\u00D8\u00FF")) {
            return JPEG;
        } else if (start.startsWith("GIF8")) {
            return GIF;
        } else if (start.startsWith("BM")) {
            return BMP;
        } else if (start.startsWith("II*\0") || start.startsWith("MM\0*")) {
            return TIFF;
        } else if (start.startsWith("\1\0\0\0") && start.startsWith(" EMF", EMF_MARK)) {
            return EMF;
        } else if (start.startsWith("\u00D7\u00CD\u00C6\u009A") || start.startsWith("\1\0\t\0")) {
            return WMF;
        }
        return start.contains("<svg") ? SVG : UNKNOWN;
    }

    /** Whether it can go into a PDF as it is. */
    boolean isPrintable() {
        return this == PNG || this == JPEG;
    }

    /** Whether the platform can read it. */
    boolean canBeRead() {
        return readable;
    }

    String words() {
        return words;
    }
}
