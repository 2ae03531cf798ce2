package quire.people;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import quire.store.Row;
import quire.store.Transaction;

/** The SQL of sessions. */
final class SessionStore {

    /**
     * A session as its row holds it.
     *
     * @param lived how long it had been going on when it was seen last: the steps of the clock between its requests, those
     *     back counted as nothing
     * @param personEndedOn the last day on which the person has access
     */
    record Kept(
            String token,
            String person,
            boolean awaitsCode,
            Instant opened,
            Instant seen,
            Duration lived,
            Instant authenticated,
            String browser,
            @Nullable LocalDate personEndedOn) {

        /** How far the clock has gone on since it was seen last. */
        Duration since(Instant now) {
            return now.isAfter(seen) ? Duration.between(seen, now) : Duration.ZERO;
        }

        boolean isOver(Instant now, SessionLimits limits) {
            Duration idle = since(now);
            Duration all = lived.plus(idle);
            return idle.compareTo(limits.idle()) > 0
                    || all.compareTo(awaitsCode ? limits.code() : limits.absolute()) > 0;
        }
    }

    private static final String SELECT = "select s.*, p.ended_on from session s join person p on p.id = s.person ";

    private SessionStore() {}

    static void insert(Transaction tx, Kept session) {
        tx.sql("insert into session (token, person, awaits_code, opened_at, seen_at, lived, authenticated_at, browser)"
                        + " values (:token, :person, :code, :opened, :seen, :lived, :authenticated, :browser)")
                .with("token", session.token())
                .with("person", session.person())
                .with("code", session.awaitsCode())
                .with("opened", session.opened())
                .with("seen", session.seen())
                .with("lived", session.lived().toMillis())
                .with("authenticated", session.authenticated())
                .with("browser", session.browser())
                .run();
    }

    static Optional<Kept> find(Transaction tx, String token) {
        return tx.sql(SELECT + "where s.token = :token").with("token", token).find(SessionStore::read);
    }

    static List<Kept> ofPerson(Transaction tx, String person) {
        return tx.sql(SELECT + "where s.person = :person order by s.seen_at desc, s.token")
                .with("person", person)
                .list(SessionStore::read);
    }

    static List<Kept> all(Transaction tx) {
        return tx.sql(SELECT).list(SessionStore::read);
    }

    static Optional<Instant> latestSeen(Transaction tx) {
        return tx.sql("select max(seen_at) as latest from session").get(row -> row.findInstant("latest"));
    }

    /** Of two requests at the same time, only one counts the time between. */
    static void saw(Transaction tx, Kept session, Instant now) {
        tx.sql("update session set seen_at = :now, lived = :lived where token = :token and seen_at = :seen")
                .with("now", now)
                .with("lived", session.lived().plus(session.since(now)).toMillis())
                .with("token", session.token())
                .with("seen", session.seen())
                .run();
    }

    /** Whether it was open until now. */
    static boolean end(Transaction tx, String token) {
        return tx.sql("delete from session where token = :token")
                        .with("token", token)
                        .run()
                == 1;
    }

    static int endAll(Transaction tx, String person) {
        return tx.sql("delete from session where person = :person")
                .with("person", person)
                .run();
    }

    private static Kept read(Row row) {
        return new Kept(
                row.text("token"),
                row.text("person"),
                row.flag("awaits_code"),
                row.instant("opened_at"),
                row.instant("seen_at"),
                Duration.ofMillis(row.number("lived")),
                row.instant("authenticated_at"),
                row.text("browser"),
                row.findText("ended_on").map(LocalDate::parse).orElse(null));
    }
}
