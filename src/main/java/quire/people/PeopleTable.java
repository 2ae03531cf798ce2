package quire.people;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import quire.core.Finding;
import quire.core.Nearest;
import quire.core.Place;
import quire.core.Problem;

/**
 * A table of people as it comes out of a spreadsheet: with commas, semicolons or tabs, with or without a mark at its
 * beginning, with the line ends of any system.
 */
final class PeopleTable {

    /**
     * A row of it.
     *
     * @param line on which it begins
     */
    record Row(int line, Map<PeopleColumn, String> cells) {

        String text(PeopleColumn column) {
            return cells.getOrDefault(column, "");
        }
    }

    private static final int LARGEST = 5 * 1024 * 1024;
    private static final int MOST_ROWS = 5_000;

    private final String name;
    private final List<PeopleColumn> columns = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();

    private PeopleTable(String name) {
        this.name = name;
    }

    /**
     * Reads a table.
     *
     * @param name what the person calls the file, for messages
     * @throws Problem if it is no such table, with the line where that is known
     */
    static List<Row> read(byte[] content, String name) {
        PeopleTable table = new PeopleTable(name);
        table.read(table.text(content));
        return table.rows;
    }

    private String text(byte[] content) {
        if (content.length > LARGEST) {
            throw Problem.tooLarge(
                    Finding.error("table-too-large", "The table must be no larger than 5 MB.", Place.inFile(name)));
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw wrong(
                            "table-not-utf8",
                            lineOfFault(content),
                            "This line has characters that are not in UTF-8. Save the table as “CSV UTF-8” and try again.")
                    .because(e);
        }
    }

    private void read(String text) {
        // A first line that tells the spreadsheet its separator is none of the table.
        boolean told = text.regionMatches(true, 0, "sep=", 0, 4) && text.length() > 4;
        char separator = told ? told(text.charAt(4)) : Separator.of(text);
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(separator)
                .setIgnoreEmptyLines(false)
                .get();
        try (CSVParser parser = format.parse(new StringReader(text))) {
            int line = 1;
            for (Optional<CSVRecord> row = next(parser, line); row.isPresent(); row = next(parser, line)) {
                take(row.get(), line, told && line == 1);
                line = (int) parser.getCurrentLineNumber() + 1;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read a text that is in memory", e);
        }
        if (columns.isEmpty()) {
            throw wrong("table-empty", 1, "The table is empty. Its first row must name the columns.");
        } else if (rows.isEmpty()) {
            throw wrong("table-empty", 1, "The table has no rows below the names of its columns.");
        }
    }

    private char told(char separator) {
        if (!Separator.isOne(separator)) {
            throw wrong(
                    "table-separator",
                    1,
                    "The first line says what stands between cells. This can be a comma, a semicolon, a tab or “|”.");
        }
        return separator;
    }

    private Optional<CSVRecord> next(CSVParser parser, int line) {
        try {
            Iterator<CSVRecord> records = parser.iterator();
            return records.hasNext() ? Optional.of(records.next()) : Optional.empty();
        } catch (UncheckedIOException | IllegalStateException e) {
            throw wrong(
                            "table-quotes",
                            line,
                            "A quotation mark in the row that begins on this line is not closed, or stands inside a cell on"
                                    + " its own. Put the whole cell in quotation marks and write each one in it twice.")
                    .because(e);
        }
    }

    private void take(CSVRecord record, int line, boolean skip) {
        boolean blank = record.stream().allMatch(cell -> cell(cell).isEmpty());
        if (skip || blank) {
            return;
        } else if (columns.isEmpty()) {
            name(record, line);
        } else if (rows.size() == MOST_ROWS) {
            throw Problem.tooLarge(Finding.error(
                    "table-too-long",
                    "The table has more than 5,000 people. Split it into several tables.",
                    Place.inFile(name).line(line)));
        } else {
            rows.add(new Row(line, cells(record, line)));
        }
    }

    private void name(CSVRecord record, int line) {
        List<Finding> findings = new ArrayList<>();
        for (String heading : record) {
            Optional<PeopleColumn> column = PeopleColumn.called(heading);
            if (column.isEmpty()) {
                findings.add(finding("table-column", line, "There is no column called “" + heading.strip() + "”.")
                        .suggest(Nearest.to(heading.strip(), PeopleColumn.titles())));
            } else if (columns.contains(column.get())) {
                findings.add(finding(
                        "table-column", line, "The column “" + column.get().title() + "” is there twice."));
            }
            column.ifPresent(columns::add);
        }
        for (PeopleColumn needed : List.of(PeopleColumn.NAME, PeopleColumn.EMAIL, PeopleColumn.ORGANISATION)) {
            if (!columns.contains(needed)) {
                findings.add(finding("table-column", line, "The column “" + needed.title() + "” is missing."));
            }
        }
        if (!findings.isEmpty()) {
            throw Problem.badInput("The first row must name the columns.", findings);
        }
    }

    private Map<PeopleColumn, String> cells(CSVRecord record, int line) {
        Map<PeopleColumn, String> cells = new EnumMap<>(PeopleColumn.class);
        for (int i = 0; i < record.size(); i++) {
            String cell = cell(record.get(i));
            if (i < columns.size()) {
                cells.put(columns.get(i), cell);
            } else if (!cell.isEmpty()) {
                throw wrong("table-row", line, "The row has more cells than the first row names columns.");
            }
        }
        return cells;
    }

    /** Spreadsheets write spaces that are none. */
    private static String cell(String cell) {
        return SpreadsheetCell.read(cell.replace('\u00A0', ' ').strip());
    }

    private static int lineOfFault(byte[] content) {
        // What cannot be read is replaced by this sign, which nobody types.
        String[] lines = new String(content, StandardCharsets.UTF_8).split("\r\n|\r|\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (lines[i].indexOf('\uFFFD') >= 0) {
                return i + 1;
            }
        }
        return 1;
    }

    private Problem wrong(String code, int line, String message) {
        return Problem.badInput(finding(code, line, message));
    }

    private Finding finding(String code, int line, String message) {
        return Finding.error(code, message, Place.inFile(name).line(line));
    }
}
