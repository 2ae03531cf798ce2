package quire.portfolio;

import java.util.List;
import quire.store.Transaction;

/** The SQL of entries that earlier papers have handed on. */
final class CarriedStore {

    private CarriedStore() {}

    static void insert(Transaction tx, String document, Carried entry) {
        tx.sql("insert into carried_entry (document, field, entry, from_document, from_title, from_entry) values"
                        + " (:document, :field, :entry, :from, :title, :was)")
                .with("document", document)
                .with("field", entry.field())
                .with("entry", entry.entry())
                .with("from", entry.from())
                .with("title", entry.title())
                .with("was", entry.fromEntry())
                .run();
    }

    static List<Carried> of(Transaction tx, String document) {
        return tx.sql("select * from carried_entry where document = :document order by field, entry")
                .with("document", document)
                .list(row -> new Carried(
                        row.text("field"),
                        row.text("entry"),
                        row.text("from_document"),
                        row.text("from_title"),
                        row.text("from_entry")));
    }
}
