package quire.people;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Tables that a spreadsheet opens; what looks like a formula is written so that it stays a text. */
public final class Spreadsheet {

    private Spreadsheet() {}

    /**
     * A table with commas, in UTF-8 with a mark that spreadsheets know it by.
     *
     * @param titles of the columns
     * @param rows each with as many cells
     */
    public static String csv(List<String> titles, List<List<String>> rows) {
        StringBuilder table = new StringBuilder("\uFEFF");
        try (CSVPrinter printer = new CSVPrinter(table, CSVFormat.RFC4180)) {
            printer.printRecord(titles);
            for (List<String> row : rows) {
                printer.printRecord(row.stream().map(SpreadsheetCell::written).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write into memory", e);
        }
        return table.toString();
    }
}
