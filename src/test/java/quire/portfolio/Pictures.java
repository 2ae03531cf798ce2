package quire.portfolio;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;

/** Pictures that people might hand in. */
final class Pictures {

    private Pictures() {}

    /** A picture; another one for each number. */
    static byte[] png(int number) {
        BufferedImage image = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
        image.setRGB(number % 64, number / 64, 0xFFFFFF);
        return written(image, "png");
    }

    /** A photograph whose camera wrote down where it stood. */
    static byte[] jpegWithPlace() {
        byte[] jpeg = written(new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB), "jpg");
        byte[] camera = cameraData();
        int first = 4 + ByteBuffer.wrap(jpeg).getShort(4);
        return ByteBuffer.allocate(jpeg.length + camera.length + 10)
                .put(jpeg, 0, first)
                .putShort((short) 0xFFE1)
                .putShort((short) (camera.length + 8))
                .put("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1))
                .put(camera)
                .put(jpeg, first, jpeg.length - first)
                .array();
    }

    /** One entry, which points to a place on earth: its latitude is north. */
    private static byte[] cameraData() {
        return ByteBuffer.allocate(48)
                .put("MM".getBytes(StandardCharsets.ISO_8859_1))
                .putShort((short) 42)
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 0x8825)
                .putShort((short) 4)
                .putInt(1)
                .putInt(26)
                .putInt(0)
                .putShort((short) 1)
                .putShort((short) 1)
                .putShort((short) 2)
                .putInt(2)
                .put("N\0\0\0".getBytes(StandardCharsets.ISO_8859_1))
                .array();
    }

    private static byte[] written(BufferedImage image, String format) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
