package quire.portfolio;

import java.time.Instant;
import java.util.List;
import quire.store.Transaction;

/** The SQL of what one person did to documents. */
final class PersonalDataStore {

    /** A document that somebody started. */
    record Start(String document, Instant at) {}

    /** How often somebody saved a document, and when last. */
    record Count(String document, int count, Instant last) {}

    private PersonalDataStore() {}

    /** The first one first. */
    static List<Start> started(Transaction tx, String person) {
        return tx.sql("select id, created_at from document where started_by = :person order by created_at, id")
                .with("person", person)
                .list(row -> new Start(row.text("id"), row.instant("created_at")));
    }

    /** Without the first revision, which is there as soon as a document is started. */
    static List<Count> saves(Transaction tx, String person) {
        return tx.sql("select document, count(*) as number, max(saved_at) as last from revision"
                        + " where saved_by = :person and number > 1 group by document order by last, document")
                .with("person", person)
                .list(row -> new Count(row.text("document"), row.count("number"), row.instant("last")));
    }
}
