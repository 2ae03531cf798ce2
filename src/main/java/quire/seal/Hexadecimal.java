package quire.seal;

import java.util.Optional;

/** Strings of a PDF file that are written in hexadecimal (ISO 32000-1, 7.3.4.3). */
final class Hexadecimal {

    private Hexadecimal() {}

    /** The bytes that it stands for; empty if there is anything else in it, even a space, because nobody checks that. */
    static Optional<byte[]> string(byte[] written) {
        int last = written.length - 1;
        if (written.length % 2 != 0 || written.length < 2 || written[0] != '<' || written[last] != '>') {
            return Optional.empty();
        }
        byte[] bytes = new byte[written.length / 2 - 1];
        for (int i = 0; i < bytes.length; i++) {
            int high = Character.digit(written[2 * i + 1], 16);
            int low = Character.digit(written[2 * i + 2], 16);
            if (high < 0 || low < 0) {
                return Optional.empty();
            }
            bytes[i] = (byte) (high << 4 | low);
        }
        return Optional.of(bytes);
    }
}
