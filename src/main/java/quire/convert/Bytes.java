package quire.convert;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reading what stands in a file; asking behind its end is no fault, there is simply nothing there. */
final class Bytes {

    private Bytes() {}

    /** Whether these characters, of one byte each, stand there. */
    static boolean at(byte[] file, int from, String text) {
        byte[] wanted = text.getBytes(StandardCharsets.ISO_8859_1);
        int to = from + wanted.length;
        return from >= 0 && to <= file.length && Arrays.equals(file, from, to, wanted, 0, wanted.length);
    }

    /** Where these characters stand next, before the end of the stretch; -1 if nowhere. */
    static int find(byte[] file, String text, int from, int to) {
        byte[] wanted = text.getBytes(StandardCharsets.ISO_8859_1);
        int last = Math.min(to, file.length) - wanted.length;
        for (int i = Math.max(from, 0); i <= last; i++) {
            if (file[i] == wanted[0] && Arrays.equals(file, i, i + wanted.length, wanted, 0, wanted.length)) {
                return i;
            }
        }
        return -1;
    }

    /** One byte as a number; -1 behind the end. */
    static int one(byte[] file, int at) {
        return at >= 0 && at < file.length ? file[at] & 0xFF : -1;
    }

    /** Two bytes, the greater one first; -1 behind the end. */
    static int two(byte[] file, int at) {
        return at >= 0 && at + 2 <= file.length ? one(file, at) << 8 | one(file, at + 1) : -1;
    }

    /** Four bytes, the greatest first; -1 behind the end. */
    static long four(byte[] file, int at) {
        return at >= 0 && at + 4 <= file.length ? (long) two(file, at) << 16 | two(file, at + 2) : -1;
    }

    /** Two bytes, the lesser one first; -1 behind the end. */
    static int littleTwo(byte[] file, int at) {
        return at >= 0 && at + 2 <= file.length ? one(file, at + 1) << 8 | one(file, at) : -1;
    }

    /** Four bytes, the least first; -1 behind the end. */
    static long littleFour(byte[] file, int at) {
        return at >= 0 && at + 4 <= file.length ? (long) littleTwo(file, at + 2) << 16 | littleTwo(file, at) : -1;
    }

    static String text(byte[] file, int from, int length) {
        return new String(file, from, length, StandardCharsets.ISO_8859_1);
    }
}
