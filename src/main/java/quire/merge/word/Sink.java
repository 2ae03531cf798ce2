package quire.merge.word;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;

/**
 * Where a part's bytes go: held back while something may still have to vanish, and passed on otherwise, so that memory
 * does not grow with the document.
 */
final class Sink {

    private static final int PASS_ON = 1 << 15;

    private final OutputStream out;
    private byte[] bytes = new byte[PASS_ON * 2];
    private int size;
    private int holds;

    Sink(OutputStream out) {
        this.out = out;
    }

    /** Everything written from here on can be taken back with {@link #takeBack} until {@link #letGo}. */
    int hold() {
        holds++;
        return size;
    }

    void letGo() {
        holds--;
    }

    /** Takes back all that was written since the hold. */
    void takeBack(int mark) {
        size = mark;
    }

    void write(byte[] more) {
        room(more.length);
        System.arraycopy(more, 0, bytes, size, more.length);
        size += more.length;
    }

    /** Text of ASCII characters only, such as a number. */
    void ascii(String text) {
        room(text.length());
        for (int i = 0; i < text.length(); i++) {
            bytes[size++] = (byte) text.charAt(i);
        }
    }

    /**
     * Text as UTF-8, escaped for XML. Line breaks, tabs and characters that XML forbids are the caller's business; what is
     * left of the latter becomes U+FFFD.
     */
    void escaped(CharSequence text, int from, int to) {
        room((to - from) * 6);
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                asciiEscaped(c);
            } else if (Character.isHighSurrogate(c) && i + 1 < to && Character.isLowSurrogate(text.charAt(i + 1))) {
                codePoint(Character.toCodePoint(c, text.charAt(++i)));
            } else {
                codePoint(Character.isSurrogate(c) || c >= 0xFFFE ? 0xFFFD : c);
            }
        }
    }

    private void asciiEscaped(char c) {
        switch (c) {
            case '&' -> put("&amp;");
            case '<' -> put("&lt;");
            case '>' -> put("&gt;");
            case '"' -> put("&quot;");
            case '\t', '\n', '\r' -> bytes[size++] = ' ';
            default -> {
                if (c >= 0x20 && c != 0x7F) {
                    bytes[size++] = (byte) c;
                }
            }
        }
    }

    private void put(String entity) {
        for (int i = 0; i < entity.length(); i++) {
            bytes[size++] = (byte) entity.charAt(i);
        }
    }

    private void codePoint(int c) {
        if (c < 0x800) {
            bytes[size++] = (byte) (0xC0 | (c >> 6));
        } else if (c < 0x10000) {
            bytes[size++] = (byte) (0xE0 | (c >> 12));
            bytes[size++] = (byte) (0x80 | ((c >> 6) & 0x3F));
        } else {
            bytes[size++] = (byte) (0xF0 | (c >> 18));
            bytes[size++] = (byte) (0x80 | ((c >> 12) & 0x3F));
            bytes[size++] = (byte) (0x80 | ((c >> 6) & 0x3F));
        }
        bytes[size++] = (byte) (0x80 | (c & 0x3F));
    }

    private void room(int more) {
        if (size > PASS_ON && holds == 0) {
            flush();
        }
        if (more > bytes.length - size) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }

    /** Passes everything on; only when nothing is held back. */
    void flush() {
        try {
            out.write(bytes, 0, size);
            size = 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
