package quire.trail;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import quire.core.Json;
import quire.core.Problem;
import quire.store.Row;
import quire.store.Sql;
import quire.store.Transaction;

/** The SQL of the trail. */
final class TrailStore {

    /**
     * A row as it stands, before anybody has believed it.
     *
     * @param at the text of the column
     * @param entry without its details
     * @param details the text of the column
     */
    record Stored(long seq, String at, Entry entry, String details, String previous, String hash) {

        /** @throws Problem if the details are not JSON */
        Map<String, @Nullable Object> rest() {
            Map<String, @Nullable Object> rest = Recorded.rest(entry, at);
            rest.put("details", Json.readObject(details, "The details"));
            return rest;
        }
    }

    /**
     * Where the trail ends.
     *
     * @param head as it says itself; null if it does not
     * @param last the highest number that is there; 0 if there is none
     */
    record End(@Nullable Head head, long last) {}

    private TrailStore() {}

    /** Takes the next number. From here to the end of the transaction nobody else adds. */
    static Head takeNumber(Transaction tx) {
        return tx.sql("update trail_head set seq = seq + 1 where one = 1 returning seq - 1 as before, hash")
                .find(row -> new Head(row.number("before"), row.digest("hash")))
                .orElseThrow(() -> new IllegalStateException("The trail has lost its head"));
    }

    static Optional<Head> head(Transaction tx) {
        return tx.sql("select seq, hash from trail_head where one = 1")
                .find(row -> new Head(row.number("seq"), row.digest("hash")));
    }

    static End end(Transaction tx) {
        long last = tx.sql("select coalesce(max(seq), 0) as last from trail").get(row -> row.number("last"));
        return new End(head(tx).orElse(null), last);
    }

    static void insert(Transaction tx, Recorded entry) {
        tx.sql(
                        "insert into trail (seq, at, actor, action, subject_kind, subject, portfolio, details, previous, hash)"
                                + " values (:seq, :at, :actor, :action, :kind, :subject, :portfolio, :details, :previous, :hash)")
                .with("seq", entry.seq())
                .with("at", Recorded.written(entry.at()))
                .with("actor", entry.entry().actor())
                .with("action", entry.entry().action())
                .with("kind", entry.entry().kind())
                .with("subject", entry.entry().subject())
                .with("portfolio", entry.entry().portfolio())
                .with("details", Json.canonical(entry.entry().details()))
                .with("previous", entry.previous())
                .with("hash", entry.hash())
                .run();
        tx.sql("update trail_head set hash = :hash where one = 1")
                .with("hash", entry.hash())
                .run();
    }

    /** The newest first. */
    static List<Recorded> list(Transaction tx, Sought sought, long before, int most) {
        // In a fixed order, so that the same question is the same statement.
        TreeMap<String, String> conditions = new TreeMap<>(sought.conditions());
        StringBuilder text = new StringBuilder("select * from trail where seq < :before");
        conditions.keySet().forEach(column -> text.append(" and %1$s = :%1$s".formatted(column)));
        Sql sql = tx.sql(text.append(" order by seq desc limit :most").toString())
                .with("before", before)
                .with("most", most);
        conditions.forEach(sql::with);
        return sql.list(TrailStore::recorded);
    }

    /** Entries from a number on, in their order. */
    static void each(Transaction tx, long after, int most, Consumer<Stored> reader) {
        tx.sql("select * from trail where seq > :after order by seq limit :most")
                .with("after", after)
                .with("most", most)
                .each(row -> reader.accept(stored(row)));
    }

    private static Recorded recorded(Row row) {
        Map<String, @Nullable Object> details =
                Json.readObject(row.text("details"), "The details of an entry of the trail");
        return new Recorded(
                row.number("seq"), row.instant("at"), entry(row, details), row.digest("previous"), row.digest("hash"));
    }

    private static Stored stored(Row row) {
        return new Stored(
                row.number("seq"),
                row.text("at"),
                entry(row, Map.of()),
                row.text("details"),
                row.text("previous"),
                row.text("hash"));
    }

    private static Entry entry(Row row, Map<String, @Nullable Object> details) {
        return new Entry(
                row.text("actor"),
                row.text("action"),
                row.text("subject_kind"),
                row.text("subject"),
                row.findText("portfolio").orElse(null),
                details);
    }
}
