package quire.people;

import java.util.List;
import quire.core.Digest;

/**
 * What an import would do, row by row.
 *
 * @param rows in the order of the table
 * @param fingerprint of the table and of everything in the record that the plan depends on: the import asks for it, so
 *     that nothing is done that nobody has seen
 */
public record ImportPlan(List<RowFate> rows, Digest fingerprint) {

    public ImportPlan {
        rows = List.copyOf(rows);
    }

    /** Whether it can be done: all rows or none. */
    public boolean isPossible() {
        return count(RowFate.Kind.REFUSED) == 0;
    }

    /** How many rows have this fate. */
    public int count(RowFate.Kind kind) {
        return (int) rows.stream().filter(row -> row.kind() == kind).count();
    }
}
