package quire.bundle;

import java.util.List;
import java.util.Optional;
import quire.store.Row;
import quire.store.Transaction;

/** The SQL of batches. */
final class BatchStore {

    private static final String COLUMNS =
            "select id, recipe, title, edition, by_person, deputy_of, ordered_at from bundle_batch";

    private BatchStore() {}

    static void insert(Transaction tx, Batch batch) {
        tx.sql("insert into bundle_batch (id, recipe, title, edition, by_person, deputy_of, ordered_at) values"
                        + " (:id, :recipe, :title, :edition, :by, :deputy, :at)")
                .with("id", batch.id())
                .with("recipe", batch.recipe())
                .with("title", batch.title())
                .with("edition", batch.edition().word())
                .with("by", batch.by())
                .with("deputy", batch.deputyOf())
                .with("at", batch.at())
                .run();
    }

    static Optional<Batch> find(Transaction tx, String id) {
        return tx.sql(COLUMNS + " where id = :id").with("id", id).find(BatchStore::batch);
    }

    /** The newest first. */
    static List<Batch> list(Transaction tx, int most) {
        return tx.sql(COLUMNS + " order by ordered_at desc, id limit :most")
                .with("most", most)
                .list(BatchStore::batch);
    }

    private static Batch batch(Row row) {
        return new Batch(
                row.text("id"),
                row.text("recipe"),
                row.text("title"),
                Edition.find(row.text("edition")).orElseThrow(),
                row.text("by_person"),
                row.findText("deputy_of").orElse(null),
                row.instant("ordered_at"));
    }
}
