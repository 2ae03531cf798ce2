package quire.convert.word;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;

/** The pictures of a document, as PNG or JPEG files, each once. What cannot be drawn is named and left out. */
final class Pictures {

    /** A page at 600 dots per inch, and some. */
    private static final long MOST_PIXELS = 40_000_000;

    private final WordPackage file;
    private final Losses losses;
    private final Map<String, String> keys = new HashMap<>();
    private final Map<String, byte[]> pictures = new LinkedHashMap<>();
    private int placeholders;

    Pictures(WordPackage file, Losses losses) {
        this.file = file;
        this.losses = losses;
    }

    /** The files by the keys that the page names. */
    Map<String, byte[]> all() {
        return pictures;
    }

    /** What stands for the description of a picture that has none. */
    String placeholder() {
        return "Picture " + ++placeholders + ", which has no description";
    }

    /** The key of the picture that a part points to; empty if it cannot be shown. */
    String key(Relation relation, Crop crop) {
        if (relation.external()) {
            losses.warning(
                    "picture-outside",
                    "A picture is not in the document, only its address (" + relation.target() + "). It is left out:"
                            + " in Word, put the picture itself into the document.");
            return "";
        } else if (!file.has(relation.target())) {
            losses.warning("picture-missing", "A picture is missing from the document and is left out.");
            return "";
        }
        return keys.computeIfAbsent(relation.target() + crop, name -> taken(relation.target(), crop));
    }

    private String taken(String part, Crop crop) {
        byte[] bytes = file.bytes(part);
        PictureKind kind = PictureKind.of(bytes);
        if (!kind.canBeRead()) {
            losses.warning(
                    "picture-kind",
                    "A picture is " + kind.words()
                            + ", which cannot be drawn, and is left out. In Word, replace it with a"
                            + " PNG or JPEG picture.");
            return "";
        }
        byte[] picture = kind.isPrintable() && crop.isNone() ? bytes : drawn(bytes, crop);
        if (picture == null) {
            losses.warning("picture-damaged", "A picture is damaged or too large, and is left out.");
            return "";
        }
        String key = "picture-" + (pictures.size() + 1);
        pictures.put(key, picture);
        return key;
    }

    /** The picture as a PNG file, without what was cut off. */
    private static byte @Nullable [] drawn(byte[] bytes, Crop crop) {
        try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                return null;
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(input, true, true);
                boolean fits = (long) reader.getWidth(0) * reader.getHeight(0) <= MOST_PIXELS;
                return fits ? png(cropped(reader.read(0), crop)) : null;
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            // The platform's readers answer damaged pictures with faults of many kinds.
            return null;
        }
    }

    private static BufferedImage cropped(BufferedImage picture, Crop crop) {
        int left = (int) (picture.getWidth() * crop.left());
        int top = (int) (picture.getHeight() * crop.top());
        int width = (int) Math.round(picture.getWidth() * (1 - crop.left() - crop.right()));
        int height = (int) Math.round(picture.getHeight() * (1 - crop.top() - crop.bottom()));
        return picture.getSubimage(
                left,
                top,
                Math.max(1, Math.min(width, picture.getWidth() - left)),
                Math.max(1, Math.min(height, picture.getHeight() - top)));
    }

    private static byte @Nullable [] png(BufferedImage picture) throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        return ImageIO.write(picture, "png", png) ? png.toByteArray() : null;
    }
}
