package quire.convert;

import java.io.ByteArrayOutputStream;
import java.util.Optional;

/** Five letters for four bytes (ISO 32000-2, 7.4.3), as some programs pack what draws a page. */
final class Ascii85 {

    private static final int GROUP = 5;
    private static final int BASE = 85;

    private Ascii85() {}

    /** Empty if there is a letter in it that does not belong there. */
    static Optional<byte[]> decoded(byte[] text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length);
        long group = 0;
        int count = 0;
        for (byte letter : text) {
            if (letter == '~') {
                break;
            } else if (letter == 'z' && count == 0) {
                write(0, 4, bytes);
            } else if (letter >= '!' && letter <= 'u') {
                group = group * BASE + letter - '!';
                count++;
                if (count == GROUP) {
                    write(group, 4, bytes);
                    group = 0;
                    count = 0;
                }
            } else if (letter > ' ' || letter < 0) {
                return Optional.empty();
            }
        }
        for (int i = count; count > 0 && i < GROUP; i++) {
            group = group * BASE + BASE - 1;
        }
        write(group, Math.max(0, count - 1), bytes);
        return Optional.of(bytes.toByteArray());
    }

    private static void write(long group, int count, ByteArrayOutputStream bytes) {
        for (int i = 0; i < count; i++) {
            bytes.write((int) (group >> (8 * (3 - i))));
        }
    }
}
