package quire.portfolio;

import java.util.Optional;
import quire.core.Problem;
import quire.store.Sql;
import quire.store.Transaction;

/** What people put beside the papers of a portfolio they put into one that is open. */
final class OpenPortfolio {

    private OpenPortfolio() {}

    /**
     * Makes whoever wants to close the portfolio, or to put something into it too, wait until the work ends.
     *
     * @throws Problem if there is no such portfolio, or it is closed
     */
    static void hold(Transaction tx, String id) {
        refuseClosed(row(tx, id).forUpdate());
    }

    /**
     * For work that only reads.
     *
     * @throws Problem if there is no such portfolio, or it is closed
     */
    static void check(Transaction tx, String id) {
        refuseClosed(row(tx, id));
    }

    private static Sql row(Transaction tx, String id) {
        return tx.sql("select closed_on from portfolio where id = :id").with("id", id);
    }

    private static void refuseClosed(Sql portfolio) {
        Optional<Boolean> closed =
                portfolio.find(row -> row.findText("closed_on").isPresent());
        if (closed.orElseThrow(() -> Problem.notFound("There is no such portfolio."))) {
            throw Problem.of(
                    Problem.Kind.CONFLICT, "This portfolio is closed, so nothing in it can be changed any more.");
        }
    }
}
