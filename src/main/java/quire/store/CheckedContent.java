package quire.store;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import quire.core.Digest;

/** A kept file as it is read: its end is only reached if its bytes are still the ones it was named by. */
final class CheckedContent extends FilterInputStream {

    private final Digest expected;
    private final MessageDigest sum = sha256();
    private boolean ended;

    CheckedContent(InputStream content, Digest expected) {
        super(content);
        this.expected = expected;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        if (read > 0) {
            sum.update(bytes, offset, read);
        } else if (read < 0 && !ended) {
            ended = true;
            compare();
        }
        return read;
    }

    /** Nothing is skipped unread, or the sum would not be of the whole. */
    @Override
    public long skip(long count) throws IOException {
        return Math.max(0, read(new byte[(int) Math.min(count, 8192)]));
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform must know SHA-256", e);
        }
    }

    private void compare() throws IOException {
        String found = HexFormat.of().formatHex(sum.digest());
        if (!found.equals(expected.hex())) {
            throw new IOException("The kept file " + expected.brief() + " was changed on the disk");
        }
    }
}
