package quire.portfolio;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import quire.core.Digest;
import quire.store.Transaction;

/** The SQL of saves that were sent under a key. */
final class SentStore {

    /**
     * How such a save ended.
     *
     * @param content digest of what was sent
     * @param setAside under which number it was set aside; 0 if it was saved
     */
    record Ended(Digest content, int revision, List<String> changed, int setAside, Instant at) {}

    private SentStore() {}

    static Optional<Ended> find(Transaction tx, String document, String key) {
        return tx.sql("select * from sent_save where document = :document and sent_key = :key")
                .with("document", document)
                .with("key", key)
                .find(row -> new Ended(
                        row.digest("content"),
                        row.count("revision"),
                        DocumentStore.parted(row.text("changed")),
                        row.count("set_aside"),
                        row.instant("saved_at")));
    }

    static void insert(Transaction tx, String document, String key, Digest content, Outcome outcome, Act act) {
        Saved saved = outcome.saved();
        Conflict conflict = outcome.conflict();
        tx.sql("insert into sent_save (document, sent_key, content, revision, changed, set_aside, saved_at) values"
                        + " (:document, :key, :content, :revision, :changed, :aside, :at)")
                .with("document", document)
                .with("key", key)
                .with("content", content)
                .with("revision", saved == null ? 0 : saved.revision())
                .with("changed", saved == null ? "" : DocumentStore.joined(saved.changed()))
                .with("aside", conflict == null ? 0 : conflict.setAside())
                .with("at", saved == null ? act.now() : saved.at())
                .run();
    }
}
