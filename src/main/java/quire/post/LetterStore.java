package quire.post;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import quire.store.Row;
import quire.store.Sql;
import quire.store.Transaction;

/** The SQL of the outbox. */
final class LetterStore {

    private LetterStore() {}

    static boolean hasKey(Transaction tx, String key) {
        return tx.sql("select id from letter where letter_key = :key")
                .with("key", key)
                .find(row -> row.text("id"))
                .isPresent();
    }

    static void insert(Transaction tx, String id, Letter letter, Instant now) {
        Letter.Secret secret = letter.secret();
        Sql insert = tx.sql(
                        "insert into letter (id, letter_key, recipient, subject, body, secret, secret_until, about_kind,"
                                + " about_id, state, attempts, put_at, due_at, message_id, ended_at, reason) values (:id, :key,"
                                + " :recipient, :subject, :body, :secret, :until, :kind, :about, :state, 0, :now, :now, null, null,"
                                + " '')")
                .with("id", id)
                .with("key", letter.key())
                .with("recipient", letter.to())
                .with("subject", letter.subject())
                .with("body", letter.text())
                .with("kind", letter.about().kind())
                .with("about", letter.about().id())
                .with("state", KeptLetter.State.WAITING.name())
                .with("now", now)
                .with("secret", secret == null ? null : secret.words());
        if (secret == null) {
            insert.with("until", (String) null).run();
        } else {
            insert.with("until", secret.until()).run();
        }
    }

    static Optional<KeptLetter> find(Transaction tx, String id) {
        return tx.sql("select * from letter where id = :id").with("id", id).find(LetterStore::read);
    }

    static Optional<KeptLetter> hold(Transaction tx, String id) {
        return tx.sql("select * from letter where id = :id")
                .with("id", id)
                .forUpdate()
                .find(LetterStore::read);
    }

    /** The newest first. */
    static List<KeptLetter> list(Transaction tx, KeptLetter.@Nullable State state, int skipped, int most) {
        return tx.sql("select * from letter where (:state = '' or state = :state)"
                        + " order by put_at desc, id limit :most offset :skipped")
                .with("state", state == null ? "" : state.name())
                .with("most", most)
                .with("skipped", skipped)
                .list(LetterStore::read);
    }

    static List<KeptLetter> about(Transaction tx, String kind, String id) {
        return tx.sql("select * from letter where about_kind = :kind and about_id = :id order by put_at desc, id")
                .with("kind", kind)
                .with("id", id)
                .list(LetterStore::read);
    }

    static long count(Transaction tx, KeptLetter.State state) {
        return tx.sql("select count(*) as n from letter where state = :state")
                .with("state", state.name())
                .get(row -> row.number("n"));
    }

    /**
     * The letters whose time has come, the first one first.
     *
     * @param never no letter waits until then, unless the clock was wrong when it was put there
     */
    static List<String> due(Transaction tx, Instant now, Instant never, int most) {
        return tx.sql("select id from letter where state = :waiting and (due_at <= :now or due_at > :never)"
                        + " order by due_at, id limit :most")
                .with("waiting", KeptLetter.State.WAITING.name())
                .with("now", now)
                .with("never", never)
                .with("most", most)
                .list(row -> row.text("id"));
    }

    static boolean isDue(KeptLetter letter, Instant now, Instant never) {
        return !letter.dueAt().isAfter(now) || letter.dueAt().isAfter(never);
    }

    static void turn(Transaction tx, KeptLetter letter) {
        Sql update = tx.sql(
                        "update letter set state = :state, attempts = :attempts, due_at = :due, message_id = :message,"
                                + " ended_at = :ended, reason = :reason where id = :id")
                .with("id", letter.id())
                .with("state", letter.state().name())
                .with("attempts", letter.attempts())
                .with("due", letter.dueAt())
                .with("message", letter.messageId())
                .with("reason", letter.reason());
        Instant ended = letter.endedAt();
        if (ended == null) {
            update.with("ended", (String) null).run();
        } else {
            update.with("ended", ended).run();
        }
    }

    static void forgetSecret(Transaction tx, String id) {
        tx.sql("update letter set secret = null where id = :id").with("id", id).run();
    }

    /** Forgets secrets that are good for nothing any more. */
    static int forgetSecrets(Transaction tx, Instant now) {
        return tx.sql("update letter set secret = null where secret is not null and secret_until < :now")
                .with("now", now)
                .run();
    }

    /** Forgets letters that have come to their end. */
    static int forget(Transaction tx, Instant endedBefore) {
        return tx.sql("delete from letter where ended_at is not null and ended_at < :before")
                .with("before", endedBefore)
                .run();
    }

    private static KeptLetter read(Row row) {
        return new KeptLetter(
                row.text("id"),
                new KeptLetter.Kept(
                        row.text("letter_key"),
                        row.text("recipient"),
                        row.text("subject"),
                        row.text("body"),
                        new Letter.About(row.text("about_kind"), row.text("about_id")),
                        row.findText("secret_until").isPresent(),
                        row.findText("secret").orElse(null)),
                KeptLetter.State.valueOf(row.text("state")),
                row.count("attempts"),
                row.instant("put_at"),
                row.instant("due_at"),
                row.findInstant("ended_at").orElse(null),
                row.findText("message_id").orElse(null),
                row.text("reason"));
    }
}
