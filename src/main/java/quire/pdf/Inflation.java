package quire.pdf;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.Filter;
import org.apache.pdfbox.filter.FilterFactory;
import org.jspecify.annotations.Nullable;

/** Tells before a stream is unpacked whether it will be larger than any honest one; the library unpacks it in one piece. */
final class Inflation {

    /** Of any stream, in bytes. */
    static final long LARGEST = 64_000_000;

    /** Of what draws one page, or one drawing inside it: maps and plans have a few million bytes. */
    static final long LARGEST_DRAWING = 16_000_000;

    /** What is larger than that, or cannot be told. */
    private static final long TOO_LARGE = Long.MAX_VALUE;

    /** What a stream in another packing may grow by at the most, as far as these packings go. */
    private static final int MOST_PACKINGS = 2;

    /** Ways to pack dots, in which nothing else is packed; they need as much memory as the stream says that it has dots. */
    private static final Set<String> OF_PICTURES =
            Set.of("DCTDecode", "DCT", "JPXDecode", "CCITTFaxDecode", "CCF", "JBIG2Decode");

    private Inflation() {}

    static boolean isBearable(COSStream stream) {
        return unpacked(stream, LARGEST) <= LARGEST;
    }

    /** How large all that draws a page is unpacked; more than the limit if it is larger than that. */
    static long ofPage(COSDictionary page, long limit) {
        COSArray contents = SourceFile.list(page.getItem(COSName.CONTENTS));
        long size = 0;
        for (int i = 0; i < contents.size() && size <= limit; i++) {
            long more = contents.getObject(i) instanceof COSStream stream ? unpacked(stream, limit - size) : 0;
            size = more == TOO_LARGE ? TOO_LARGE : size + more;
        }
        return size;
    }

    /** How large a stream is unpacked; more than the limit if it is larger than that, or packed like a picture. */
    static long unpacked(COSStream stream, long limit) {
        return unpacked(stream, SourceFile.list(stream.getItem(COSName.FILTER)).size(), limit);
    }

    /** The same of a picture, as far as it is not packed in the way of pictures. */
    static long ofPicture(COSStream picture, long limit) {
        COSArray filters = SourceFile.list(picture.getItem(COSName.FILTER));
        int last = filters.size() - 1;
        return unpacked(picture, last >= 0 && isOfPictures(filters.getObject(last)) ? last : last + 1, limit);
    }

    /** @param packings how many of them are undone */
    private static long unpacked(COSStream stream, int packings, long limit) {
        if (packings > MOST_PACKINGS || stream.getLength() > LARGEST) {
            return TOO_LARGE;
        } else if (packings == 0) {
            return stream.getLength() > limit ? TOO_LARGE : stream.getLength();
        }
        try (InputStream raw = stream.createRawInputStream()) {
            InputStream packed = raw;
            for (int i = 0; i < packings - 1; i++) {
                ByteArrayOutputStream half = new ByteArrayOutputStream();
                unpack(stream, i, packed, new Counted(half, LARGEST));
                packed = new ByteArrayInputStream(half.toByteArray());
            }
            Counted size = new Counted(OutputStream.nullOutputStream(), limit);
            unpack(stream, packings - 1, packed, size);
            return size.count;
        } catch (Full | OutOfMemoryError tooLarge) {
            return TOO_LARGE;
        } catch (IOException | RuntimeException damaged) {
            return 0; // what comes out before the damage is short
        }
    }

    private static void unpack(COSStream stream, int place, InputStream packed, Counted to) throws IOException {
        COSBase packing = SourceFile.list(stream.getItem(COSName.FILTER)).getObject(place);
        if (!(packing instanceof COSName name) || isOfPictures(packing)) {
            throw new Full();
        }
        Filter filter = FilterFactory.INSTANCE.getFilter(name);
        filter.decode(packed, to, stream, place);
    }

    private static boolean isOfPictures(@Nullable COSBase packing) {
        return packing instanceof COSName name && OF_PICTURES.contains(name.getName());
    }

    /** Thrown through the library where enough was unpacked. */
    private static final class Full extends RuntimeException {
        private static final long serialVersionUID = 1;

        Full() {
            super("More than any honest stream has", null, false, false);
        }
    }

    /** Counts what comes out, and lets no more than so many bytes through. */
    private static final class Counted extends OutputStream {

        private final OutputStream to;
        private final long limit;
        private long count;

        Counted(OutputStream to, long limit) {
            this.to = to;
            this.limit = limit;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            count += length;
            if (count > limit) {
                throw new Full();
            }
            to.write(bytes, offset, length);
        }
    }
}
