package quire.portfolio;

import java.time.Instant;
import java.util.List;
import quire.core.Digest;
import quire.core.Json;
import quire.store.Row;
import quire.store.Transaction;
import quire.trail.Entry;
import quire.trail.Recorded;

/** The SQL of what other installations said of a portfolio before it came here. */
final class EarlierTrail {

    private EarlierTrail() {}

    /** Where it came from, the last journey first. */
    static List<Arrival> arrivals(Transaction tx, String portfolio) {
        return tx.sql("select * from arrival where portfolio = :portfolio order by journey desc")
                .with("portfolio", portfolio)
                .list(row -> new Arrival(
                        row.text("organisation"),
                        row.instant("exported_at"),
                        row.instant("arrived_at"),
                        row.flag("complete")));
    }

    /** Entries of earlier trails, the newest first. */
    static List<Recorded> list(Transaction tx, String portfolio, long skip, int most) {
        return tx.sql("select * from earlier_entry where portfolio = :portfolio"
                        + " order by journey desc, seq desc limit :most offset :skip")
                .with("portfolio", portfolio)
                .with("most", most)
                .with("skip", skip)
                .list(EarlierTrail::read);
    }

    private static Recorded read(Row row) {
        Entry entry = new Entry(
                row.text("actor"),
                row.text("action"),
                row.text("subject_kind"),
                row.text("subject"),
                row.text("portfolio"),
                Json.readObject(row.text("details"), "The details of an earlier entry"));
        return new Recorded(
                row.number("seq"),
                Instant.parse(row.text("at")),
                entry,
                new Digest(row.text("previous")),
                new Digest(row.text("hash")));
    }
}
