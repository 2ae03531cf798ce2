package quire.portfolio;

import java.time.Instant;
import java.util.List;
import quire.people.Actor;
import quire.store.Row;
import quire.store.Transaction;

/** The SQL of sections that were given back. */
final class ReturnStore {

    private ReturnStore() {}

    /** All of a document, the first one first. */
    static List<Returned> of(Transaction tx, String document) {
        return tx.sql("select * from section_return where document = :document order by returned_at, section, number")
                .with("document", document)
                .list(ReturnStore::read);
    }

    static void insert(Transaction tx, String document, String section, String reason, Actor by, Instant now) {
        tx.sql("insert into section_return (document, section, number, reason, returned_by, deputy_of, returned_at)"
                        + " select :document, :section, coalesce(max(number), 0) + 1, :reason, :by, :deputy, :now"
                        + " from section_return where document = :document and section = :section")
                .with("document", document)
                .with("section", section)
                .with("reason", reason)
                .with("by", by.person())
                .with("deputy", by.deputyOf())
                .with("now", now)
                .run();
    }

    static void dealWith(Transaction tx, String document, String section, Instant now) {
        tx.sql("update section_return set dealt_with_at = :now"
                        + " where document = :document and section = :section and dealt_with_at is null")
                .with("now", now)
                .with("document", document)
                .with("section", section)
                .run();
    }

    private static Returned read(Row row) {
        return new Returned(
                row.text("section"),
                row.count("number"),
                row.text("reason"),
                row.text("returned_by"),
                row.findText("deputy_of").orElse(null),
                row.instant("returned_at"),
                row.findInstant("dealt_with_at").orElse(null));
    }
}
