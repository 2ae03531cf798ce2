package quire.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import quire.core.Finding;
import quire.core.Json;
import quire.core.Place;
import quire.core.Problem;

/** One JSON object a line. A line that is wrong spoils only itself; blank lines count but are passed over. */
final class NdjsonInput implements BatchInput {

    /** More than the answers of any form can be; what is longer is not read into memory. */
    static final int MAX_LINE = 32 * 1024 * 1024;

    private final InputStream content;
    private final String name;
    private boolean tooLong;
    private boolean ended;

    NdjsonInput(InputStream content, String name) {
        this.content = content;
        this.name = name;
    }

    @Override
    public void forEach(Consumer<BatchLine> taker) throws IOException {
        for (long number = 1; ; number++) {
            byte[] line = next();
            if (line.length > 0 || tooLong) {
                BatchLine read = read(line, number);
                if (read != null) {
                    taker.accept(read);
                }
            }
            if (ended) {
                return;
            }
        }
    }

    private @Nullable BatchLine read(byte[] line, long number) {
        try {
            if (tooLong) {
                throw Problem.tooLarge(Finding.error(
                        "batch-line-too-long",
                        "The line is longer than 32 MB.",
                        Place.inFile(name).line((int) number)));
            }
            String text = Utf8.decode(line, "The line");
            return text.isBlank() ? null : BatchLine.of(number, Json.readObject(text, "The line"));
        } catch (Problem e) {
            return BatchLine.unusable(number, e);
        }
    }

    private byte[] next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        tooLong = false;
        for (int next = content.read(); next != '\n'; next = content.read()) {
            if (next < 0) {
                ended = true;
                break;
            }
            if (line.size() < MAX_LINE) {
                line.write(next);
            } else {
                tooLong = true;
            }
        }
        return line.toByteArray();
    }
}
