package quire.pdf;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing run of bytes with the big-endian numbers of font files and the decimal ones of PDF. Belongs to one thread. */
final class Bytes extends OutputStream {

    private byte[] content;
    private int size;

    Bytes(int capacity) {
        content = new byte[Math.max(16, capacity)];
    }

    @Override
    public void write(int value) {
        room(1);
        content[size++] = (byte) value;
    }

    @Override
    public void write(byte[] bytes) {
        write(bytes, 0, bytes.length);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        room(length);
        System.arraycopy(bytes, offset, content, size, length);
        size += length;
    }

    /** Characters of Latin-1, one byte each. */
    Bytes text(String text) {
        write(text.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    /** A whole number in decimal digits. */
    Bytes decimal(long number) {
        if (number >= 0 && number < 10) {
            write('0' + (int) number);
            return this;
        }
        return text(Long.toString(number));
    }

    Bytes uint16(int value) {
        room(2);
        content[size++] = (byte) (value >> 8);
        content[size++] = (byte) value;
        return this;
    }

    Bytes uint32(long value) {
        return uint16((int) (value >>> 16)).uint16((int) value);
    }

    /** Fills with zeros up to a multiple of four, as the tables of a font file are. */
    Bytes padToFour() {
        while (size % 4 != 0) {
            write(0);
        }
        return this;
    }

    int size() {
        return size;
    }

    /** Begins anew, with the room that there is. */
    void clear() {
        size = 0;
    }

    byte[] toArray() {
        return Arrays.copyOf(content, size);
    }

    /** The bytes without a copy: only the first {@link #size()} count, and only until the next write. */
    byte[] array() {
        return content;
    }

    private void room(int more) {
        if (size + more > content.length) {
            content = Arrays.copyOf(content, Math.max(content.length * 2, size + more));
        }
    }
}
