package quire.bundle;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import quire.core.Digest;
import quire.store.Row;
import quire.store.Sql;
import quire.store.Transaction;

/** The SQL of orders. */
final class OrderStore {

    private static final String COLUMNS =
            "select id, portfolio, recipe, edition, reason, input, by_person, deputy_of, ordered_at, state, attempts,"
                    + " beginning, step, done, total, failure, bundle, batch from bundle_order";

    private static final String WAIT = "state = 'waiting', step = :why, not_before = :until, done = 0, total = 0";

    private OrderStore() {}

    static void insert(Transaction tx, Order order) {
        Digest input = order.input();
        tx.sql(
                        "insert into bundle_order (id, portfolio, recipe, edition, reason, input, by_person, deputy_of, ordered_at,"
                                + " state, attempts, step, done, total, failure, batch) values (:id, :portfolio, :recipe,"
                                + " :edition, :reason, :input, :by, :deputy, :at, :state, 0, '', 0, 0, '', :batch)")
                .with("id", order.id())
                .with("portfolio", order.portfolio())
                .with("recipe", order.recipe())
                .with("edition", order.edition().word())
                .with("reason", order.reason())
                .with("input", input == null ? "" : input.hex())
                .with("by", order.by())
                .with("deputy", order.deputyOf())
                .with("at", order.at())
                .with("state", word(order.state()))
                .with("batch", order.batch())
                .run();
    }

    static Optional<Order> find(Transaction tx, String id) {
        return tx.sql(COLUMNS + " where id = :id").with("id", id).find(OrderStore::order);
    }

    /** The order for the same that is not over. */
    static Optional<Order> open(Transaction tx, String portfolio, String recipe, Edition edition, Digest input) {
        return tx.sql(COLUMNS + " where portfolio = :portfolio and recipe = :recipe and edition = :edition"
                        + " and input = :input and state in ('waiting', 'building') order by ordered_at, id limit 1")
                .with("portfolio", portfolio)
                .with("recipe", recipe)
                .with("edition", edition.word())
                .with("input", input)
                .find(OrderStore::order);
    }

    /** All of a portfolio, the newest first. */
    static List<Order> ofPortfolio(Transaction tx, String portfolio) {
        return tx.sql(COLUMNS + " where portfolio = :portfolio order by ordered_at desc, id")
                .with("portfolio", portfolio)
                .list(OrderStore::order);
    }

    /** How many are not over: all, or those of one person. */
    static int open(Transaction tx, String person) {
        return tx.sql("select count(*) as n from bundle_order where state in ('waiting', 'building')"
                        + " and (:person = '' or by_person = :person)")
                .with("person", person)
                .get(row -> row.count("n"));
    }

    /** All of a batch. */
    static List<Order> ofBatch(Transaction tx, String batch) {
        return tx.sql(COLUMNS + " where batch = :batch order by id")
                .with("batch", batch)
                .list(OrderStore::order);
    }

    /**
     * The one that was asked for first among those that are not over and need not wait for their time. Somebody waits before the
     * page of a single one; a batch takes its time in any case.
     */
    static Optional<Order> next(Transaction tx, Instant now) {
        return tx.sql(COLUMNS + " where state in ('waiting', 'building')"
                        + " and (not_before is null or not_before <= :now)"
                        + " order by case when batch is null then 0 else 1 end, ordered_at, id limit 1")
                .with("now", now)
                .find(OrderStore::order);
    }

    /** Begins it; whoever was at it before has no say any more. */
    static Order begin(Transaction tx, Order order) {
        tx.sql("update bundle_order set state = 'building', attempts = attempts + 1, beginning = beginning + 1,"
                        + " not_before = null, step = '', done = 0, total = 0 where id = :id")
                .with("id", order.id())
                .run();
        return find(tx, order.id()).orElseThrow();
    }

    static void progress(Transaction tx, Order order, String step, int done, int total) {
        mine(tx, order, "step = :step, done = :done, total = :total")
                .with("step", step)
                .with("done", done)
                .with("total", total)
                .run();
    }

    /** Whether it was still for this one to finish. */
    static boolean finish(Transaction tx, Order order, String bundle, Instant now) {
        return mine(tx, order, "state = 'done', bundle = :bundle, ended_at = :now, done = total")
                        .with("bundle", bundle)
                        .with("now", now)
                        .run()
                > 0;
    }

    static void fail(Transaction tx, Order order, String failure, Instant now) {
        mine(tx, order, "state = 'failed', failure = :failure, ended_at = :now")
                .with("failure", failure)
                .with("now", now)
                .run();
    }

    /** Lets it wait after an attempt that counts. */
    static void putOff(Transaction tx, Order order, String why, Instant until) {
        wait(mine(tx, order, WAIT), why, until);
    }

    /** Lets it wait after an attempt that counts for nothing. */
    static void handBack(Transaction tx, Order order, String why, Instant until) {
        wait(mine(tx, order, WAIT + ", attempts = attempts - 1"), why, until);
    }

    private static void wait(Sql sql, String why, Instant until) {
        sql.with("why", why).with("until", until).run();
    }

    /** A change of an order that nobody else has begun since. */
    private static Sql mine(Transaction tx, Order order, String change) {
        return tx.sql("update bundle_order set " + change
                        + " where id = :id and beginning = :beginning and state in ('waiting', 'building')")
                .with("id", order.id())
                .with("beginning", order.beginning());
    }

    private static String word(Order.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static Order order(Row row) {
        return new Order(
                row.text("id"),
                row.text("portfolio"),
                row.text("recipe"),
                Edition.find(row.text("edition")).orElseThrow(),
                row.text("reason"),
                row.findText("input")
                        .filter(input -> !input.isEmpty())
                        .map(Digest::new)
                        .orElse(null),
                row.text("by_person"),
                row.findText("deputy_of").orElse(null),
                row.instant("ordered_at"),
                Order.State.valueOf(row.text("state").toUpperCase(Locale.ROOT)),
                row.count("attempts"),
                row.count("beginning"),
                row.text("step"),
                row.count("done"),
                row.count("total"),
                row.text("failure"),
                row.findText("bundle").orElse(null),
                row.findText("batch").orElse(null));
    }
}
