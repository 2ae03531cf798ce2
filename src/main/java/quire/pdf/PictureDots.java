package quire.pdf;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.common.PDStream;

/** Tells how many dots a picture in a file has before they are unpacked: by what the file says, and by what the picture says itself. */
final class PictureDots {

    /** As many as a picture may have that is handed in by itself. */
    private static final long MOST = 60_000_000;

    /** Unpacked, in bytes. */
    private static final long LARGEST = 128_000_000;

    private static final List<String> JPEG = List.of("DCTDecode", "DCT");
    private static final int LONGEST_HEAD = 1_000;

    private PictureDots() {}

    /** How many the file says that a picture has. */
    static long of(COSDictionary picture) {
        return product(picture.getInt(COSName.WIDTH, COSName.W, 0), picture.getInt(COSName.HEIGHT, COSName.H, 0));
    }

    static boolean areBearable(COSStream picture) {
        return of(picture) <= MOST && Inflation.ofPicture(picture, LARGEST) <= LARGEST && ofPacking(picture) <= MOST;
    }

    /** How many the packing says, which the library believes. */
    private static long ofPacking(COSStream picture) {
        COSArray parameters = SourceFile.list(picture.getItem(COSName.DECODE_PARMS));
        long dots = 0;
        for (int i = 0; i < parameters.size(); i++) {
            if (parameters.getObject(i) instanceof COSDictionary fax) {
                dots = Math.max(dots, product(fax.getInt("Columns", 1), fax.getInt("Rows", 1)));
            }
        }
        COSArray filters = SourceFile.list(picture.getItem(COSName.FILTER));
        String last = filters.size() == 0 ? null : filters.getName(filters.size() - 1);
        return last != null && JPEG.contains(last) ? Math.max(dots, ofJpeg(picture)) : dots;
    }

    private static long product(long across, long down) {
        return across < 0 || down < 0 ? Long.MAX_VALUE : across * down;
    }

    /** What stands at the head of the frame (ITU-T T.81, B.2.2); 0 where there is none. */
    private static long ofJpeg(COSStream picture) {
        try (InputStream content = new PDStream(picture).createInputStream(JPEG);
                DataInputStream head = new DataInputStream(content)) {
            head.skipNBytes(2);
            for (int segments = 0; segments < LONGEST_HEAD; segments++) {
                int marker = head.readUnsignedShort();
                int length = head.readUnsignedShort();
                if (isFrame(marker)) {
                    head.skipNBytes(1);
                    return product(head.readUnsignedShort(), head.readUnsignedShort());
                }
                head.skipNBytes(Math.max(0, length - 2));
            }
            return Long.MAX_VALUE;
        } catch (IOException | RuntimeException damaged) {
            return 0;
        }
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xFFC0 && marker <= 0xFFCF && marker != 0xFFC4 && marker != 0xFFC8 && marker != 0xFFCC;
    }
}
