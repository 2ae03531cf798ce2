package quire.people;

import java.util.regex.Pattern;

/**
 * Texts in the cells of a table that a spreadsheet opens. A text that the spreadsheet would take for a formula gets an
 * apostrophe before it, which tells the spreadsheet that it is a text, and loses it when it is read again.
 */
final class SpreadsheetCell {

    private static final Pattern LIKE_A_FORMULA = Pattern.compile("'*[=+\\-@\\t\\r＝＋－＠].*", Pattern.DOTALL);

    private SpreadsheetCell() {}

    static String written(String text) {
        return LIKE_A_FORMULA.matcher(text).matches() ? "'" + text : text;
    }

    static String read(String cell) {
        boolean guarded = cell.startsWith("'") && LIKE_A_FORMULA.matcher(cell).matches();
        return guarded ? cell.substring(1) : cell;
    }
}
