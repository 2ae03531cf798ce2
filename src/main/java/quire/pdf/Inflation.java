package quire.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;

/** Tells before a stream is unpacked whether it will be larger than any honest one; the library unpacks it in one piece. */
final class Inflation {

    private static final long LARGEST = 64_000_000;
    private static final long LARGEST_RAW = 64_000_000;

    /** What a stream in another packing may grow by at the most, as far as these packings go. */
    private static final int MOST_PACKINGS = 2;

    private Inflation() {}

    static boolean isBearable(COSStream stream) {
        COSArray filters = SourceFile.list(stream.getItem(COSName.FILTER));
        int deflated = 0;
        for (COSBase filter : filters) {
            deflated += isDeflate(filter) ? 1 : 0;
        }
        if (filters.size() > MOST_PACKINGS || deflated > 1 || stream.getLength() > LARGEST_RAW) {
            return false;
        }
        boolean first = deflated == 1 && isDeflate(filters.getObject(0));
        return deflated == 0 || !first || unpacked(stream) <= LARGEST;
    }

    private static boolean isDeflate(COSBase filter) {
        return filter instanceof COSName name
                && (name.getName().equals("FlateDecode") || name.getName().equals("Fl"));
    }

    /** How long it is unpacked, counted no further than is needed to say that it is too long. */
    private static long unpacked(COSStream stream) {
        Inflater inflater = new Inflater();
        try (InputStream raw = stream.createRawInputStream();
                InputStream content = new InflaterInputStream(raw, inflater)) {
            byte[] buffer = new byte[1 << 16];
            long total = 0;
            for (int read = content.read(buffer); read > 0 && total <= LARGEST; read = content.read(buffer)) {
                total += read;
            }
            return total;
        } catch (IOException damaged) {
            return 0; // what comes out before the damage is short
        } finally {
            inflater.end();
        }
    }
}
