package quire.people;

import java.util.List;

/**
 * What becomes of one row of a table of people.
 *
 * @param line on which the row begins
 * @param kind what becomes of it
 * @param name of the person as it stands in the row
 * @param email of the person as it stands in the row
 * @param changes what will be different afterwards; empty for a row that is refused or changes nothing
 * @param reasons why it is refused, each a sentence; empty otherwise
 */
public record RowFate(int line, Kind kind, String name, String email, List<Change> changes, List<String> reasons) {

    /** What becomes of a row. */
    public enum Kind {
        NEW,
        CHANGED,
        UNCHANGED,
        REFUSED
    }

    /**
     * One thing that will be different.
     *
     * @param what the column
     * @param from what is there now; empty for nothing
     * @param to what will be there
     */
    public record Change(String what, String from, String to) {}

    public RowFate {
        changes = List.copyOf(changes);
        reasons = List.copyOf(reasons);
    }
}
