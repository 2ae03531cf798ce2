package quire.seal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where a file says that it is sealed. The file is not read as a PDF: a seal is good or not by the bytes that it covers,
 * whatever they mean, and whatever a hostile file makes of its objects.
 */
final class SealClaims {

    private static final byte[] RANGE = bytes("/ByteRange");
    /** How a signature is packed (ISO 32000-1, 12.8.3): a trace of a seal whose byte range is gone. */
    private static final List<byte[]> TRACES = List.of(RANGE, bytes("/ETSI.CAdES.detached"), bytes("/adbe.pkcs7."));

    private static final int LONGEST = 20;
    /** A paper says it once; files that say it more often than this are not ours. */
    private static final int MOST_MARKS = 1_000;

    private static final int MOST_CLAIMS = 50;

    private final List<Long> marks = new ArrayList<>();
    private boolean hasTraces;

    private SealClaims() {}

    /** Reads the whole file once. */
    static SealClaims in(FileBytes file) {
        SealClaims claims = new SealClaims();
        file.each(LONGEST - 1, claims::look);
        return claims;
    }

    /** Whether there is anything of a seal in the file. */
    boolean hasTraces() {
        return hasTraces;
    }

    /** Those that can be what we write, in the order of the file. */
    List<SealClaim> read(FileBytes file) {
        return marks.stream()
                .distinct()
                .flatMap(mark -> SealClaim.at(file, mark).stream())
                .limit(MOST_CLAIMS)
                .toList();
    }

    private void look(byte[] bytes, int length, long place) {
        for (int i = 0; i < length; i++) {
            if (bytes[i] != '/') {
                continue;
            }
            for (byte[] trace : TRACES) {
                hasTraces |= isAt(bytes, length, i, trace);
            }
            if (marks.size() < MOST_MARKS && isAt(bytes, length, i, RANGE)) {
                marks.add(place + i);
            }
        }
    }

    private static boolean isAt(byte[] bytes, int length, int from, byte[] wanted) {
        int to = from + wanted.length;
        return to <= length && Arrays.equals(bytes, from, to, wanted, 0, wanted.length);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
