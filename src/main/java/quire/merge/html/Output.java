package quire.merge.html;

import java.io.Writer;
import quire.core.Finding;
import quire.core.Place;
import quire.core.Problem;

/** Collects the text of one merge, up to a limit: a template can ask for more than any memory holds. */
final class Output extends Writer {

    private static final int MOST = 64_000_000;

    private final StringBuilder text = new StringBuilder(4096);

    @Override
    public void write(char[] characters, int offset, int length) {
        room(length);
        text.append(characters, offset, length);
    }

    @Override
    public void write(String words) {
        room(words.length());
        text.append(words);
    }

    @Override
    public void write(int character) {
        room(1);
        text.append((char) character);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}

    @Override
    public String toString() {
        return text.toString();
    }

    private void room(int more) {
        if (more > MOST - text.length()) {
            throw Problem.tooLarge(Finding.error(
                    "output-size",
                    "This template and data make more than " + MOST / 1_000_000
                            + " million characters. Use fewer rows, or fewer sections inside each other.",
                    Place.UNKNOWN));
        }
    }
}
