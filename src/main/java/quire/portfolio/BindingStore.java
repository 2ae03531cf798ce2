package quire.portfolio;

import java.util.Collection;
import java.util.List;
import quire.store.Transaction;

/** The SQL of which papers stand in which bundles. */
final class BindingStore {

    private BindingStore() {}

    static void insert(Transaction tx, String bundle, Collection<String> documents) {
        for (String document : documents) {
            tx.sql("insert into bound_paper (bundle, document) values (:bundle, :document)"
                            + " on conflict (bundle, document) do nothing")
                    .with("bundle", bundle)
                    .with("document", document)
                    .run();
        }
    }

    /** The ids of the bundles that a paper stands in. */
    static List<String> bundles(Transaction tx, String document) {
        return tx.sql("select bundle from bound_paper where document = :document order by bundle")
                .with("document", document)
                .list(row -> row.text("bundle"));
    }
}
