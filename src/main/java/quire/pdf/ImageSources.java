package quire.pdf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Leads every {@code img} to a picture of the request, and gives each a description. Used once. */
final class ImageSources {

    /** A page at 600 dots per inch, and some. */
    private static final long MOST_PIXELS = 40_000_000;

    /** Some cameras write a little behind the end. */
    private static final int END_WITHIN = 1_024;

    private static final Pattern SIZE = Pattern.compile("\\s*\\d{1,4}(px|%)?\\s*");

    private static final Set<String> FORMATS = Set.of("png", "jpeg", "jpg");

    private final Map<String, byte[]> given;
    private final Map<String, byte[]> addressed = new HashMap<>();
    private final Map<String, String> addresses = new HashMap<>();
    private final Report report;

    private ImageSources(Map<String, byte[]> given, Report report) {
        this.given = given;
        this.report = report;
    }

    /**
     * Mends all images.
     *
     * @param given the pictures of the request by key
     * @return the pictures that the page shows, by the address that it now names
     */
    static Map<String, byte[]> mend(Document page, Map<String, byte[]> given, Report report) {
        ImageSources sources = new ImageSources(given, report);
        page.select("img").forEach(sources::settle);
        return sources.addressed;
    }

    /** Gives each image of a template a description, without asking which pictures will come. */
    static void describe(Document page, Report report) {
        ImageSources sources = new ImageSources(Map.of(), report);
        page.select("img").forEach(sources::describe);
    }

    private void settle(Element image) {
        String key = image.attr("src").strip();
        byte[] picture = given.get(key);
        if (picture == null) {
            report.warning(
                    "picture-refused",
                    "The picture “" + brief(key) + "” did not come with the page and is left out. Nothing is fetched"
                            + " from files or the network.",
                    image);
            replace(image);
        } else if (!isWhole(picture) || !isPrintable(picture)) {
            report.warning(
                    "picture-kind",
                    "The picture “" + brief(key)
                            + "” is left out. It must be a whole PNG or JPEG file in grey or RGB colours"
                            + " with at most 40 million pixels.",
                    image);
            replace(image);
        } else {
            String address = addresses.computeIfAbsent(key, name -> ClosedDoors.PICTURE + addresses.size());
            addressed.put(address, picture);
            image.attr("src", address);
            keepSize(image, "width");
            keepSize(image, "height");
            describe(image);
        }
    }

    private static void keepSize(Element image, String side) {
        if (!SIZE.matcher(image.attr(side)).matches()) {
            image.removeAttr(side);
        }
    }

    private void describe(Element image) {
        if (image.hasAttr("alt") && image.attr("alt").isEmpty()) {
            image.attr("alt", "Decoration");
        } else if (image.attr("alt").isBlank()) {
            report.warning(
                    "picture-description",
                    "A picture has no description. Write what it says into its alt attribute.",
                    image);
            image.attr("alt", "Picture without a description");
        }
    }

    private static void replace(Element image) {
        String words = image.attr("alt").strip();
        image.clearAttributes().tagName("span");
        image.text(words.isEmpty() ? "[Picture]" : "[Picture: " + words + "]");
    }

    /** A file that was cut off would be printed as a blank: both formats end with a mark. */
    private static boolean isWhole(byte[] picture) {
        int from = Math.max(0, picture.length - END_WITHIN);
        String end = new String(picture, from, picture.length - from, StandardCharsets.ISO_8859_1);
        return end.contains("IEND") || end.contains("\u00FF\u00D9");
    }

    private static boolean isPrintable(byte[] picture) {
        try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(picture))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                return false;
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(input, true, true);
                long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
                return FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))
                        && pixels > 0
                        && pixels <= MOST_PIXELS
                        && reader.getImageTypes(0).hasNext();
            } finally {
                reader.dispose();
            }
        } catch (IOException e) {
            return false;
        }
    }

    private static String brief(String key) {
        List<String> lines = key.lines().toList();
        String first = lines.isEmpty() ? "" : lines.get(0);
        return first.length() <= 80 ? first : first.substring(0, 80) + "…";
    }
}
