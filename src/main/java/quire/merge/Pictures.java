package quire.merge;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Iterator;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;
import quire.core.Finding;
import quire.core.Place;
import quire.core.Problem;

/** Takes in pictures: what they are is judged by their content, never by their name. */
public final class Pictures {

    /** The most pixels a picture may have: a page at 600 dots per inch, and some. */
    public static final long MAX_PIXELS = 40_000_000;

    private Pictures() {}

    /**
     * A picture from the bytes of a file. Only its header is read.
     *
     * @param alt what the picture says to somebody who cannot see it
     * @throws Problem if the bytes are not a PNG or JPEG file, or it has more than {@value #MAX_PIXELS} pixels
     */
    public static Value.Picture read(byte[] bytes, String alt) {
        try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                throw notAPicture(null);
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(input, true, true);
                return sized(bytes, alt, format(reader), reader.getWidth(0), reader.getHeight(0));
            } finally {
                reader.dispose();
            }
        } catch (IOException e) {
            throw notAPicture(e);
        }
    }

    /** Whether there is a picture anywhere in the values. */
    public static boolean anyIn(Value value) {
        if (value instanceof Value.Group group) {
            return group.members().values().stream().anyMatch(Pictures::anyIn);
        } else if (value instanceof Value.Items list) {
            return list.items().stream().anyMatch(Pictures::anyIn);
        }
        return value instanceof Value.Picture;
    }

    /** A picture from a {@code data:} address, as programs send them in JSON. */
    static Value.Picture fromDataAddress(String address) {
        int comma = address.indexOf(',');
        if (comma < 0 || !address.substring(0, comma).endsWith(";base64")) {
            throw notAPicture(null);
        }
        try {
            return read(Base64.getMimeDecoder().decode(address.substring(comma + 1)), "");
        } catch (IllegalArgumentException e) {
            throw notAPicture(e);
        }
    }

    private static Value.Picture sized(byte[] bytes, String alt, PictureFormat format, int width, int height) {
        if ((long) width * height > MAX_PIXELS || width == 0 || height == 0) {
            throw Problem.tooLarge(Finding.error(
                    "picture-size",
                    "The picture has " + width + " by " + height + " pixels. It must have at most " + MAX_PIXELS
                            + " in all.",
                    Place.UNKNOWN));
        }
        return new Value.Picture(bytes, alt, format, width, height);
    }

    private static PictureFormat format(ImageReader reader) throws IOException {
        return switch (reader.getFormatName().toLowerCase(Locale.ROOT)) {
            case "png" -> PictureFormat.PNG;
            case "jpeg", "jpg" -> PictureFormat.JPEG;
            default -> throw new IOException("A picture of the kind " + reader.getFormatName());
        };
    }

    private static Problem notAPicture(@Nullable Exception cause) {
        Problem problem = Problem.badInput(
                Finding.error("picture-kind", "The picture must be a PNG or JPEG file.", Place.UNKNOWN));
        return cause == null ? problem : problem.because(cause);
    }
}
