package quire.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import quire.core.Digest;

/** Counts and sums up the lines of a table, or of another list, as they pass. */
final class RowSum {

    private final MessageDigest sum = CheckedContent.sha256();
    private long rows;

    /** The line as it is written. */
    byte[] add(String line) {
        byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
        sum.update(bytes);
        rows++;
        return bytes;
    }

    long rows() {
        return rows;
    }

    /** Of all lines; asked for once. */
    Digest digest() {
        return new Digest(HexFormat.of().formatHex(sum.digest()));
    }
}
