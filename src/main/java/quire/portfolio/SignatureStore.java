package quire.portfolio;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import quire.store.Row;
import quire.store.Transaction;

/** The SQL of signatures. */
final class SignatureStore {

    private static final String COLUMNS =
            "id, document, number, place, step, role, signed_by, deputy_of, name, signed_at, proof,"
                    + " digest, superseded_at";

    private SignatureStore() {}

    /** All of a document, the first one first. */
    static List<Signature> of(Transaction tx, String document) {
        return tx.sql("select " + COLUMNS + " from signature where document = :document order by number")
                .with("document", document)
                .list(SignatureStore::read);
    }

    static Optional<Signature> find(Transaction tx, String id) {
        return tx.sql("select " + COLUMNS + " from signature where id = :id")
                .with("id", id)
                .find(SignatureStore::read);
    }

    /** What was signed under a key. */
    static Optional<Signature> sent(Transaction tx, String document, String key) {
        return tx.sql("select " + COLUMNS + " from signature where document = :document and sent_key = :key")
                .with("document", document)
                .with("key", key)
                .find(SignatureStore::read);
    }

    /** Those of all signatures. */
    static List<String> ids(Transaction tx) {
        return tx.sql("select id from signature order by id").list(row -> row.text("id"));
    }

    static Snapshot snapshot(Transaction tx, String id) {
        return tx.sql("select snapshot from signature where id = :id")
                .with("id", id)
                .get(row -> new Snapshot(row.text("snapshot")));
    }

    static void insert(Transaction tx, Signature signature, String key, Snapshot snapshot) {
        tx.sql(
                        "insert into signature (id, document, number, place, step, role, signed_by, deputy_of, name, signed_at, proof,"
                                + " sent_key, snapshot, digest) values (:id, :document, :number, :place, :step, :role, :by, :deputy,"
                                + " :name, :at, :proof, :key, :snapshot, :digest)")
                .with("id", signature.id())
                .with("document", signature.document())
                .with("number", signature.number())
                .with("place", signature.place())
                .with("step", signature.step())
                .with("role", signature.role())
                .with("by", signature.by())
                .with("deputy", signature.deputyOf())
                .with("name", signature.name())
                .with("at", signature.at())
                .with("proof", signature.proof())
                .with("key", key)
                .with("snapshot", snapshot.json())
                .with("digest", signature.digest())
                .run();
    }

    static void supersede(Transaction tx, String id, Instant now) {
        tx.sql("update signature set superseded_at = :now where id = :id and superseded_at is null")
                .with("now", now)
                .with("id", id)
                .run();
    }

    private static Signature read(Row row) {
        return new Signature(
                row.text("id"),
                row.text("document"),
                row.count("number"),
                row.text("place"),
                row.count("step"),
                row.text("role"),
                row.text("signed_by"),
                row.findText("deputy_of").orElse(null),
                row.text("name"),
                row.instant("signed_at"),
                row.text("proof"),
                row.digest("digest"),
                row.findInstant("superseded_at").orElse(null));
    }
}
