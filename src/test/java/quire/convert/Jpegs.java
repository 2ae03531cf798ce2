package quire.convert;

import static quire.convert.Verdicts.bytes;
import static quire.convert.Verdicts.join;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import javax.imageio.ImageIO;

/** Pictures for tests, whole or with segments of one's own. */
final class Jpegs {

    private Jpegs() {}

    static BufferedImage drawing(int width, int height, int type) {
        BufferedImage image = new BufferedImage(width, height, type);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.ORANGE);
        pen.fillRect(0, 0, width / 2, height);
        pen.setColor(Color.BLUE);
        pen.drawLine(0, 0, width, height);
        pen.dispose();
        return image;
    }

    static byte[] written(BufferedImage image, String format) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] picture() {
        return written(drawing(64, 48, BufferedImage.TYPE_INT_RGB), "jpg");
    }

    /** A segment as it stands in a file. */
    static byte[] segment(int marker, byte[] content) {
        byte[] head = {(byte) 0xFF, (byte) marker, (byte) ((content.length + 2) >> 8), (byte) (content.length + 2)};
        return join(head, content);
    }

    /** A picture with more segments behind its first one. */
    static byte[] with(byte[]... segments) {
        byte[] picture = picture();
        int first = 4 + Bytes.two(picture, 4);
        return join(Arrays.copyOf(picture, first), join(segments), Arrays.copyOfRange(picture, first, picture.length));
    }

    /** A file whose header claims something, with next to no pixels. */
    static byte[] claiming(int width, int height, int colours, int frame) {
        byte[] sizes = {8, (byte) (height >> 8), (byte) height, (byte) (width >> 8), (byte) width, (byte) colours};
        return join(
                bytes("\u00FF\u00D8"),
                segment(frame, join(sizes, new byte[3 * Math.max(0, colours)])),
                segment(0xDA, new byte[10]),
                bytes("\21\43\63\u00FF\u00D9"));
    }

    /** The data of a camera: which way up, a maker, and a place on earth. */
    static byte[] cameraData(int orientation, boolean little, boolean withPlace) {
        ByteBuffer tiff = ByteBuffer.allocate(120).order(little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        tiff.put(bytes(little ? "II" : "MM")).putShort((short) 42).putInt(8);
        tiff.putShort((short) (withPlace ? 3 : 2));
        tiff.putShort((short) 0x010F).putShort((short) 2).putInt(12).putInt(60);
        tiff.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        if (withPlace) {
            tiff.putShort((short) 0x8825).putShort((short) 4).putInt(1).putInt(80);
        }
        tiff.position(60).put(bytes("MAKERCANARY\0"));
        tiff.position(80).putShort((short) 1);
        tiff.putShort((short) 1)
                .putShort((short) 2)
                .putInt(2)
                .put(bytes("N\0\0\0"))
                .put(bytes("PLACECANARY"));
        return tiff.array();
    }

    static byte[] exif(byte[] cameraData) {
        return segment(0xE1, join(bytes("Exif\0\0"), cameraData));
    }
}
