package quire.convert;

import static quire.convert.Verdicts.bytes;
import static quire.convert.Verdicts.join;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32;

/** PNG pictures for tests, whole or with chunks of one's own. */
final class Pngs {

    private static final int BEHIND_HEADER = 33;

    private Pngs() {}

    static byte[] picture() {
        return Jpegs.written(Jpegs.drawing(64, 48, BufferedImage.TYPE_INT_ARGB), "png");
    }

    static byte[] chunk(String type, byte[] content) {
        CRC32 sum = new CRC32();
        sum.update(bytes(type));
        sum.update(content);
        return ByteBuffer.allocate(12 + content.length)
                .putInt(content.length)
                .put(bytes(type))
                .put(content)
                .putInt((int) sum.getValue())
                .array();
    }

    /** A picture with more chunks behind its header. */
    static byte[] with(byte[]... chunks) {
        byte[] picture = picture();
        return join(
                Arrays.copyOf(picture, BEHIND_HEADER),
                join(chunks),
                Arrays.copyOfRange(picture, BEHIND_HEADER, picture.length));
    }

    static byte[] header(int width, int height, int depth, int colourType) {
        return chunk(
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put((byte) depth)
                        .put((byte) colourType)
                        .array());
    }

    /** A file made of these chunks. */
    static byte[] of(byte[]... chunks) {
        return join(bytes("\u0089PNG\r\n\u001A\n"), join(chunks));
    }

    /** A file whose header claims something, with next to no pixels. */
    static byte[] claiming(int width, int height) {
        return of(header(width, height, 8, 2), chunk("IDAT", new byte[9]), chunk("IEND", new byte[0]));
    }
}
