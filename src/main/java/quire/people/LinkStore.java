package quire.people;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import quire.store.Transaction;

/** The SQL of links that were sent, and of the codes that set an installation up. */
final class LinkStore {

    /**
     * A link as its row holds it.
     *
     * @param person null for one that was never sent, because nobody has that address
     * @param ended when it was taken back
     */
    record Kept(
            AccountLink.Kind kind,
            @Nullable String person,
            Instant expires,
            @Nullable Instant used,
            @Nullable Instant ended) {

        AccountLink.State state(Instant now) {
            if (used != null) {
                return AccountLink.State.USED;
            } else if (ended != null || person == null) {
                return AccountLink.State.ENDED;
            }
            return now.isAfter(expires) ? AccountLink.State.EXPIRED : AccountLink.State.VALID;
        }
    }

    private LinkStore() {}

    static void insert(
            Transaction tx,
            String token,
            AccountLink.Kind kind,
            @Nullable String person,
            Instant now,
            Instant expires) {
        tx.sql("insert into account_link (token, kind, person, issued_at, expires_at)"
                        + " values (:token, :kind, :person, :now, :expires)")
                .with("token", Secrets.kept(token))
                .with("kind", kind.name())
                .with("person", person)
                .with("now", now)
                .with("expires", expires)
                .run();
    }

    static Optional<Kept> find(Transaction tx, String token) {
        return tx.sql("select * from account_link where token = :token")
                .with("token", Secrets.kept(token))
                .find(row -> new Kept(
                        AccountLink.Kind.valueOf(row.text("kind")),
                        row.findText("person").orElse(null),
                        row.instant("expires_at"),
                        row.findInstant("used_at").orElse(null),
                        row.findInstant("ended_at").orElse(null)));
    }

    /** Whether the link was good until now; it is not any more. */
    static boolean use(Transaction tx, String token, Instant now) {
        return tx.sql(
                                "update account_link set used_at = :now where token = :token"
                                        + " and used_at is null and ended_at is null and person is not null and expires_at >= :now")
                        .with("now", now)
                        .with("token", Secrets.kept(token))
                        .run()
                == 1;
    }

    /** All that lie in the person's mailbox have done their work with this one. */
    static void useAll(Transaction tx, String person, Instant now) {
        tx.sql("update account_link set used_at = :now where person = :person and used_at is null and ended_at is null")
                .with("now", now)
                .with("person", person)
                .run();
    }

    static void endAll(Transaction tx, String person, Instant now) {
        tx.sql(
                        "update account_link set ended_at = :now where person = :person and used_at is null and ended_at is null")
                .with("now", now)
                .with("person", person)
                .run();
    }

    /** Whether somebody has an invitation that they can use. */
    static boolean hasInvitation(Transaction tx, String person, Instant now) {
        return tx.sql("select count(*) as n from account_link where person = :person and kind = 'INVITATION'"
                                + " and used_at is null and ended_at is null and expires_at >= :now")
                        .with("person", person)
                        .with("now", now)
                        .get(row -> row.number("n"))
                > 0;
    }

    /** Since when and until when somebody has an invitation that they can use, by person. */
    static Map<String, Directory.Invitation> invitations(Transaction tx) {
        Map<String, Directory.Invitation> invitations = new HashMap<>();
        tx.sql("select person, max(issued_at) as issued, max(expires_at) as expires from account_link"
                        + " where kind = 'INVITATION' and used_at is null and ended_at is null group by person")
                .each(row -> invitations.put(
                        row.text("person"), new Directory.Invitation(row.instant("issued"), row.instant("expires"))));
        return invitations;
    }

    /** Forgets links that nobody can still ask about. */
    static void forget(Transaction tx, Instant expiredBefore) {
        tx.sql("delete from account_link where expires_at < :before")
                .with("before", expiredBefore)
                .run();
    }

    static void insertCode(Transaction tx, String code, Instant now, Instant expires) {
        // Only the code that was shown last counts.
        tx.sql("delete from set_up_code where used_at is null").run();
        tx.sql("insert into set_up_code (code, issued_at, expires_at) values (:code, :now, :expires)")
                .with("code", Secrets.keptCode(code))
                .with("now", now)
                .with("expires", expires)
                .run();
    }

    static boolean isGoodCode(Transaction tx, String code, Instant now) {
        return tx.sql("select code from set_up_code where code = :code and used_at is null and expires_at >= :now")
                .with("code", Secrets.keptCode(code))
                .with("now", now)
                .find(row -> row.text("code"))
                .isPresent();
    }

    /** Whether the code was good until now; it is not any more. */
    static boolean useCode(Transaction tx, String code, Instant now) {
        return tx.sql("update set_up_code set used_at = :now"
                                + " where code = :code and used_at is null and expires_at >= :now")
                        .with("now", now)
                        .with("code", Secrets.keptCode(code))
                        .run()
                == 1;
    }
}
