package quire.convert;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/**
 * The bytes of one zip entry, counted while they come out. A directory can lie about sizes; the count cannot.
 */
final class Unpacking extends InputStream {

    private final ZipDirectory.Entry entry;
    private final Inflater inflater = new Inflater(true);
    private final InputStream bytes;
    private final CRC32 sum = new CRC32();
    private long count;

    Unpacking(byte[] file, ZipDirectory.Entry entry) {
        this.entry = entry;
        InputStream packed = new ByteArrayInputStream(file, entry.data(), entry.packed());
        this.bytes = entry.method() == ZipDirectory.STORED ? packed : new InflaterInputStream(packed, inflater, 16_384);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read;
        try {
            read = bytes.read(buffer, offset, length);
        } catch (ZipException | EOFException e) {
            throw ZipDirectory.damaged().because(e);
        }
        if (read < 0) {
            checkWhole();
            return -1;
        }
        count += read;
        if (count > entry.size()) {
            throw ZipDirectory.bomb();
        }
        sum.update(buffer, offset, read);
        return read;
    }

    /** Reads what nobody asked for, so that every byte of the entry has been counted. */
    void finish() throws IOException {
        transferTo(OutputStream.nullOutputStream());
    }

    @Override
    public void close() {
        inflater.end();
    }

    private void checkWhole() {
        if (count != entry.size() || sum.getValue() != entry.checksum()) {
            throw ZipDirectory.damaged();
        }
    }
}
