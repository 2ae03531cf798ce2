package quire.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import quire.core.Finding;
import quire.core.Place;
import quire.core.Problem;
import quire.merge.Key;

/**
 * A table with commas (RFC 4180). Its first row names the keys; a dotted name puts a value into a group: {@code
 * record.nqsw_name}. Every value is text, and an empty cell is an empty text.
 */
final class CsvInput implements BatchInput {

    private final InputStream content;
    private final String name;

    CsvInput(InputStream content, String name) {
        this.content = content;
        this.name = name;
    }

    @Override
    public void forEach(Consumer<BatchLine> taker) throws IOException {
        PushbackReader reader = new PushbackReader(new InputStreamReader(content, StandardCharsets.UTF_8.newDecoder()));
        skipMark(reader);
        // Empty lines are passed over here and not by the parser, which would not count them.
        CSVFormat format =
                CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get();
        try (CSVParser parser = format.parse(reader)) {
            Keys keys = null;
            for (long line = 1; ; line = parser.getCurrentLineNumber() + 1) {
                CSVRecord row = next(parser, line, keys == null ? this::refuse : taker);
                if (row == null) {
                    break;
                } else if (keys == null && !isEmpty(row)) {
                    keys = new Keys(row, name, line);
                } else if (keys != null && !isEmpty(row)) {
                    taker.accept(keys.line(row, line));
                }
            }
            if (keys == null) {
                throw Problem.badInput(
                        Finding.error("csv-empty", name + " has no row that names the keys.", Place.inFile(name)));
            }
        }
    }

    /** The next row; null at the end, or where nothing after a fault can be told apart any more. */
    private @Nullable CSVRecord next(CSVParser parser, long line, Consumer<BatchLine> taker) {
        try {
            Iterator<CSVRecord> rows = parser.iterator();
            return rows.hasNext() ? rows.next() : null;
        } catch (UncheckedIOException | IllegalStateException e) {
            boolean encoding = e.getCause() instanceof CharacterCodingException;
            String why = encoding
                    ? "This row or one near it is not in UTF-8, so nothing from here on was read."
                            + " Save the table as “CSV UTF-8” and try again."
                    : "The quotation marks of this row do not match, so nothing from here on was read.";
            taker.accept(BatchLine.unusable(line, wrong(encoding ? "batch-not-utf8" : "csv-quotes", why, line, e)));
            return null;
        }
    }

    /** Without a first row there is nothing to go on with. */
    private void refuse(BatchLine unusable) {
        throw Objects.requireNonNull(unusable.problem());
    }

    private Problem wrong(String code, String why, long line, Exception cause) {
        return Problem.badInput(Finding.error(code, why, Place.inFile(name).line((int) line)))
                .because(cause);
    }

    private static void skipMark(PushbackReader reader) throws IOException {
        int first = reader.read();
        if (first >= 0 && first != '\uFEFF') {
            reader.unread(first);
        }
    }

    private static boolean isEmpty(CSVRecord row) {
        return row.stream().allMatch(String::isBlank);
    }

    /** The first row. */
    private static final class Keys {

        private final List<String> keys;

        Keys(CSVRecord row, String name, long line) {
            this.keys = row.stream().map(String::strip).toList();
            List<Finding> findings = new ArrayList<>();
            for (int column = 0; column < keys.size(); column++) {
                String fault = fault(column);
                if (fault != null) {
                    findings.add(Finding.error(
                            "csv-key",
                            "Column " + (column + 1) + " " + fault + ".",
                            Place.inFile(name).line((int) line)));
                }
            }
            if (!findings.isEmpty()) {
                throw Problem.badInput("The first row of " + name + " must name every column once.", findings);
            }
        }

        BatchLine line(CSVRecord row, long line) {
            if (row.size() != keys.size()) {
                return BatchLine.unusable(
                        line,
                        Problem.badInput(Finding.error(
                                "csv-row-length",
                                "The row has " + row.size() + " cells, and the first row names " + keys.size() + ".",
                                Place.UNKNOWN.line((int) line))));
            }
            Map<String, @Nullable Object> data = new LinkedHashMap<>();
            for (int column = 0; column < keys.size(); column++) {
                put(data, keys.get(column).split("\\.", -1), row.get(column));
            }
            return BatchLine.of(line, data);
        }

        private @Nullable String fault(int column) {
            String key = keys.get(column);
            if (!Key.isWellFormed(key) || key.equals(".")) {
                return key.isEmpty() ? "has no name" : "is called “" + key + "”, which is not a key";
            }
            for (int before = 0; before < column; before++) {
                String other = keys.get(before);
                if (other.equals(key)) {
                    return "is called “" + key + "” like column " + (before + 1);
                } else if (other.startsWith(key + ".") || key.startsWith(other + ".")) {
                    return "is called “" + key + "”, which cannot stand beside “" + other + "”";
                }
            }
            return null;
        }

        @SuppressWarnings("unchecked") // Only groups stand where a key goes on, or the first row was refused.
        private static void put(Map<String, @Nullable Object> data, String[] path, String value) {
            Map<String, @Nullable Object> group = data;
            for (int i = 0; i < path.length - 1; i++) {
                Object inner = group.get(path[i]);
                if (inner == null) {
                    inner = new LinkedHashMap<String, @Nullable Object>();
                    group.put(path[i], inner);
                }
                group = (Map<String, @Nullable Object>) inner;
            }
            group.put(path[path.length - 1], value);
        }
    }
}
