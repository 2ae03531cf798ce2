package quire.app;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import quire.core.Finding;
import quire.core.Place;
import quire.core.Problem;

/** The input of a batch, read line by line, so that its length does not matter. */
interface BatchInput {

    /**
     * Hands over every line in order.
     *
     * @throws Problem if the input as a whole is not what its name says
     */
    void forEach(Consumer<BatchLine> taker) throws IOException;

    /** Reads a file of the kind its name says: {@code .ndjson}, {@code .jsonl} or {@code .csv}. */
    static void read(Path file, Consumer<BatchLine> taker) {
        String name = file.toString();
        String lower = name.toLowerCase(Locale.ROOT);
        try (InputStream content = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            if (isTable(file)) {
                new CsvInput(content, name).forEach(taker);
            } else if (lower.endsWith(".ndjson") || lower.endsWith(".jsonl")) {
                new NdjsonInput(content, name).forEach(taker);
            } else {
                throw refuse("batch-kind", name, " must be an .ndjson file, one JSON object a line, or a .csv file");
            }
        } catch (NoSuchFileException e) {
            throw refuse("file-missing", name, " does not exist").because(e);
        } catch (IOException e) {
            throw refuse("file-unreadable", name, " cannot be read").because(e);
        }
    }

    /** Whether every value of the input is text out of a cell. */
    static boolean isTable(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".csv");
    }

    private static Problem refuse(String code, String name, String what) {
        return Problem.badInput(Finding.error(code, name + what + ".", Place.inFile(name)));
    }
}
