package quire.people;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import quire.store.Row;
import quire.store.Transaction;

/** The SQL of browsers that are let in to one paper. A row that is gone has ended. */
final class PassStore {

    private PassStore() {}

    static void insert(Transaction tx, Pass pass) {
        tx.sql("insert into pass (token, document, person, invitation, proof, opened_at, seen_at, browser)"
                        + " values (:token, :document, :person, :invitation, :proof, :opened, :seen, :browser)")
                .with("token", pass.id())
                .with("document", pass.document())
                .with("person", pass.person())
                .with("invitation", pass.invitation())
                .with("proof", pass.proof())
                .with("opened", pass.opened())
                .with("seen", pass.seen())
                .with("browser", pass.browser())
                .run();
    }

    static Optional<Pass> find(Transaction tx, String id) {
        return tx.sql("select * from pass where token = :token")
                .with("token", id)
                .find(PassStore::read);
    }

    static List<Pass> ofInvitation(Transaction tx, String invitation) {
        return tx.sql("select * from pass where invitation = :invitation order by opened_at, token")
                .with("invitation", invitation)
                .list(PassStore::read);
    }

    static void saw(Transaction tx, String id, Instant now) {
        tx.sql("update pass set seen_at = :now where token = :token")
                .with("now", now)
                .with("token", id)
                .run();
    }

    static boolean end(Transaction tx, String id) {
        return tx.sql("delete from pass where token = :token").with("token", id).run() == 1;
    }

    static void endOf(Transaction tx, String invitation) {
        tx.sql("delete from pass where invitation = :invitation")
                .with("invitation", invitation)
                .run();
    }

    /** Forgets those that nobody can use any more. */
    static void forget(Transaction tx, Instant openedBefore) {
        tx.sql("delete from pass where opened_at < :before")
                .with("before", openedBefore)
                .run();
    }

    private static Pass read(Row row) {
        return new Pass(
                row.text("token"),
                row.text("document"),
                row.text("person"),
                row.findText("invitation").orElse(null),
                row.text("proof"),
                row.instant("opened_at"),
                row.instant("seen_at"),
                row.text("browser"));
    }
}
