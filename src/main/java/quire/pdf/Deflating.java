package quire.pdf;

import java.util.Arrays;
import java.util.zip.Deflater;

/** The compression of streams (ISO 32000-1, 7.4.4). Belongs to one thread, and holds memory until it is closed. */
final class Deflating implements AutoCloseable {

    /** Above the fast levels a page gets 4 % smaller and takes twice the time. */
    private static final int LEVEL = 2;

    private final Deflater deflater = new Deflater(LEVEL);

    /** The first bytes of an array, compressed. */
    byte[] of(byte[] content, int length) {
        deflater.reset();
        deflater.setInput(content, 0, length);
        deflater.finish();
        byte[] buffer = new byte[Math.max(512, length / 2)];
        int size = 0;
        while (!deflater.finished()) {
            if (size == buffer.length) {
                buffer = Arrays.copyOf(buffer, buffer.length * 2);
            }
            size += deflater.deflate(buffer, size, buffer.length - size);
        }
        return Arrays.copyOf(buffer, size);
    }

    @Override
    public void close() {
        deflater.end();
    }
}
