package quire.portfolio;

import java.util.Collection;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import quire.store.Sql;
import quire.store.Transaction;

/** Asks about many things in one statement. */
final class AnyOf {

    /** What stands in a statement where the list of ids goes. */
    private static final String LIST = "(:ids)";

    private AnyOf() {}

    /**
     * A statement about some ids.
     *
     * @param text SQL with {@code in (:ids)}
     */
    static Sql ids(Transaction tx, String text, Collection<String> ids) {
        String names = IntStream.range(0, ids.size()).mapToObj(i -> ":id" + i).collect(Collectors.joining(", "));
        // Nothing is in a list of an empty text, and an empty list is no SQL.
        Sql sql = tx.sql(text.replace(LIST, "(" + (ids.isEmpty() ? "''" : names) + ")"));
        int i = 0;
        for (String id : ids) {
            sql = sql.with("id" + i++, id);
        }
        return sql;
    }
}
