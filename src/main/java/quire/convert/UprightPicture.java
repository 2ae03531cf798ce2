package quire.convert;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;

/**
 * A picture that every program shows the right way up. One that lies so already, and has no more dots than paper shows, is
 * left as it is; another is read at the size that it needs, so that the dots of a large camera are never in memory all at
 * once.
 *
 * @param bytes a JPEG or PNG file; not copied
 * @param width in dots
 * @param height in dots
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record UprightPicture(byte[] bytes, int width, int height) {

    /** As many dots as paper shows: 300 an inch on the longer side of A4. */
    private static final int LONGEST = 3_500;

    private static final float QUALITY = 0.9f;

    static UprightPicture of(FileKind kind, byte[] kept) {
        PictureHead head = PictureHead.of(kind, kept);
        int longer = Math.max(head.width(), head.height());
        if (head.orientation() == 1 && longer <= LONGEST) {
            return new UprightPicture(kept, head.width(), head.height());
        }
        try {
            BufferedImage upright = upright(read(kind, kept, longer), head);
            return new UprightPicture(written(kind, upright), upright.getWidth(), upright.getHeight());
        } catch (IOException | RuntimeException e) {
            // The platform's readers meet some damage with exceptions that they do not declare.
            throw Refusal.DAMAGED.problem(Advice.SAVE_AGAIN).because(e);
        }
    }

    /** Every dot, or every second one and so on, down to a size that is at least what is wanted. */
    private static BufferedImage read(FileKind kind, byte[] kept, int longer) throws IOException {
        ImageReader reader = ImageIO.getImageReadersBySuffix(kind.extension()).next();
        try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(kept))) {
            reader.setInput(input, true, true);
            ImageReadParam how = reader.getDefaultReadParam();
            int every = Math.max(1, longer / LONGEST);
            how.setSourceSubsampling(every, every, 0, 0);
            return reader.read(0, how);
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage upright(BufferedImage read, PictureHead head) {
        double scale = Math.min(1, (double) LONGEST / Math.max(read.getWidth(), read.getHeight()));
        int across = (int) Math.max(1, Math.round(read.getWidth() * scale));
        int down = (int) Math.max(1, Math.round(read.getHeight() * scale));
        boolean isOnItsSide = head.isOnItsSide();
        int type = read.getColorModel().hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
        BufferedImage upright = new BufferedImage(isOnItsSide ? down : across, isOnItsSide ? across : down, type);
        Graphics2D pen = upright.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        AffineTransform turn = turn(head.orientation(), across, down);
        turn.scale((double) across / read.getWidth(), (double) down / read.getHeight());
        pen.drawImage(read, turn, null);
        pen.dispose();
        return upright;
    }

    /** Exif 2.32, 4.6.4: where the first row and the first column of the dots belong. */
    private static AffineTransform turn(int orientation, int across, int down) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, across, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, across, down);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, down);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, down, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, down, across);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, across);
            default -> new AffineTransform();
        };
    }

    private static byte[] written(FileKind kind, BufferedImage image) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersBySuffix(kind.extension()).next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream output = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(output);
            ImageWriteParam how = writer.getDefaultWriteParam();
            if (kind == FileKind.JPEG) {
                how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                how.setCompressionQuality(QUALITY);
            }
            writer.write(null, new IIOImage(image, null, null), how);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
