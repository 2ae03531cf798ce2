package quire.people;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import quire.core.Problem;
import quire.store.Database;
import quire.store.Transaction;
import quire.trail.Trail;

/**
 * Who is signed in, in which browser, until when. Only the SHA-256 of a token is kept; all else is in the database, so
 * that every process that shares it knows every session. May be shared between threads.
 *
 * <p>A session's age is the sum of the steps that the clock made between its own requests; a step back counts as nothing.
 * When the clock is found to have gone back, all that had run out by the latest time seen is ended first. So a clock that
 * jumps back neither revives a session nor ends one.
 */
public final class Sessions {

    /** A fresh session and the token that its browser carries; the token is nowhere else. */
    public record Opened(String token, Session session) {}

    /** Requests that follow each other within it are written down as one. */
    private static final Duration FINENESS = Duration.ofMinutes(1);

    private final Database database;
    private final SessionLimits limits;
    private final Trail trail;
    private final Secrets secrets = new Secrets();
    private Instant latest;

    public Sessions(Database database) {
        this(database, SessionLimits.USUAL);
    }

    public Sessions(Database database, SessionLimits limits) {
        this.database = database;
        this.limits = limits;
        this.trail = new Trail(database);
        this.latest = database.read(tx -> SessionStore.latestSeen(tx).orElse(Instant.EPOCH));
    }

    /** How long a session lasts. */
    public SessionLimits limits() {
        return limits;
    }

    /**
     * Begins a session for somebody who has proved who they are. A browser that had another one before keeps nothing of
     * it: end that one.
     *
     * @param userAgent what the browser calls itself; only its name in words is kept
     */
    public Opened open(String person, @Nullable String userAgent, Instant now) {
        return open(person, false, BrowserName.of(userAgent), now);
    }

    /** As {@link #open}, for somebody who has given a password and not yet the code of the second step. */
    Opened openHalf(String person, @Nullable String userAgent, Instant now) {
        return open(person, true, BrowserName.of(userAgent), now);
    }

    /**
     * The session of a token, which stays open for another while because of this request.
     *
     * @return empty if there is no such session, it has run out, it still waits for the code of the second step, or its
     *     person has no access any more
     */
    public Optional<Session> find(String token, Instant now, LocalDate today) {
        Optional<SessionStore.Kept> found = alive(token, now, today).filter(kept -> !kept.awaitsCode());
        found.filter(kept -> isDue(kept, now)).ifPresent(kept -> ifPossible(tx -> SessionStore.saw(tx, kept, now)));
        return found.map(kept -> session(kept, now, isDue(kept, now) ? now : kept.seen()));
    }

    /** As {@link #find}, for a request that nobody made on purpose: it keeps nothing open. */
    public Optional<Session> look(String token, Instant now, LocalDate today) {
        return alive(token, now, today).filter(kept -> !kept.awaitsCode()).map(kept -> session(kept, now, kept.seen()));
    }

    /** The session of a token whose person has given a password and not yet the code of the second step. */
    public Optional<Session> awaitingCode(String token, Instant now, LocalDate today) {
        return alive(token, now, today)
                .filter(SessionStore.Kept::awaitsCode)
                .map(kept -> session(kept, now, kept.seen()));
    }

    /**
     * The person has proved once more who they are: the session goes on under a new token, no longer than before.
     *
     * @throws Problem if the session has ended meanwhile
     */
    public Opened renew(Session session, Instant now) {
        return database.write(tx -> {
            Optional<SessionStore.Kept> found = SessionStore.find(tx, session.id());
            // Ended here and by nobody else, so that two requests at once do not make two of it.
            if (found.isEmpty() || !SessionStore.end(tx, session.id())) {
                throw Problem.notFound("This session has ended. Sign in again.");
            }
            SessionStore.Kept old = found.get();
            Duration lived = old.lived().plus(old.since(now));
            return keep(tx, old.person(), false, old.opened(), lived, old.browser(), now);
        });
    }

    /** Somebody's sessions that are open now; the one that was busy last comes first. */
    public List<Session> ofPerson(String person, Instant now) {
        return database.read(tx -> SessionStore.ofPerson(tx, person)).stream()
                .filter(kept -> !kept.isOver(now, limits) && !kept.awaitsCode())
                .map(kept -> session(kept, now, kept.seen()))
                .toList();
    }

    /**
     * Ends one session of a person.
     *
     * @throws Problem if it is not one of theirs
     */
    public void end(String person, String id, Actor actor, Instant now) {
        database.run(tx -> {
            boolean theirs = SessionStore.find(tx, id)
                    .filter(kept -> kept.person().equals(person))
                    .isPresent();
            if (!theirs) {
                throw Problem.notFound("There is no such session.");
            }
            SessionStore.end(tx, id);
            trail.add(tx, actor.did("session.ended", "person", person).with("ended", id), now);
        });
    }

    /** Ends all sessions of a person but one. */
    public void endOthers(String person, String keep, Actor actor, Instant now) {
        database.run(tx -> {
            int ended = 0;
            for (SessionStore.Kept kept : SessionStore.ofPerson(tx, person)) {
                if (!kept.token().equals(keep)) {
                    SessionStore.end(tx, kept.token());
                    ended++;
                }
            }
            trail.add(tx, actor.did("session.others_ended", "person", person).with("count", ended), now);
        });
    }

    /** Ends all sessions of a person. */
    public void endAll(String person, Actor actor, Instant now) {
        endOthers(person, "", actor, now);
    }

    /** Forgets what has run out. Nothing depends on it but the size of the database. */
    public void sweep(Instant now) {
        database.run(tx -> endOver(tx, SessionStore.all(tx), now));
    }

    private Opened open(String person, boolean awaitsCode, String browser, Instant now) {
        noticeClock(now);
        return database.write(tx -> {
            endOver(tx, SessionStore.ofPerson(tx, person), now);
            Opened opened = keep(tx, person, awaitsCode, now, Duration.ZERO, browser, now);
            if (!awaitsCode) {
                Actor actor = new Actor(person, null, opened.session().id());
                trail.add(tx, actor.did("session.opened", "person", person).with("browser", browser), now);
            }
            return opened;
        });
    }

    private Opened keep(
            Transaction tx,
            String person,
            boolean awaitsCode,
            Instant opened,
            Duration lived,
            String browser,
            Instant now) {
        String token = secrets.token();
        SessionStore.Kept kept = new SessionStore.Kept(
                Secrets.kept(token).hex(), person, awaitsCode, opened, now, lived, now, browser, null);
        SessionStore.insert(tx, kept);
        return new Opened(token, session(kept, now, now));
    }

    private Optional<SessionStore.Kept> alive(String token, Instant now, LocalDate today) {
        noticeClock(now);
        Optional<SessionStore.Kept> found =
                database.read(tx -> SessionStore.find(tx, Secrets.kept(token).hex()));
        if (found.isEmpty()) {
            return found;
        }
        SessionStore.Kept kept = found.get();
        LocalDate last = kept.personEndedOn();
        if (kept.isOver(now, limits) || (last != null && today.isAfter(last))) {
            // What was once found to be over stays so, whatever the clock does next.
            ifPossible(tx -> SessionStore.end(tx, kept.token()));
            return Optional.empty();
        }
        return found;
    }

    /** A full disk or a busy database must not keep anybody from reading, so this much may be left undone. */
    private void ifPossible(Consumer<Transaction> work) {
        try {
            database.run(work);
        } catch (Problem e) {
            if (e.kind() != Problem.Kind.UNAVAILABLE) {
                throw e;
            }
        }
    }

    private synchronized void noticeClock(Instant now) {
        if (isBack(now, latest)) {
            sweep(latest);
            latest = now;
        } else if (now.isAfter(latest)) {
            latest = now;
        }
    }

    /** A little back is two requests that overtook each other. */
    private static boolean isBack(Instant now, Instant known) {
        return now.isBefore(known.minus(FINENESS));
    }

    private static boolean isDue(SessionStore.Kept kept, Instant now) {
        return Duration.between(kept.seen(), now).abs().compareTo(FINENESS) >= 0;
    }

    private void endOver(Transaction tx, List<SessionStore.Kept> sessions, Instant now) {
        sessions.stream().filter(kept -> kept.isOver(now, limits)).forEach(kept -> SessionStore.end(tx, kept.token()));
    }

    private Session session(SessionStore.Kept kept, Instant now, Instant seen) {
        Duration all = kept.awaitsCode() ? limits.code() : limits.absolute();
        return new Session(
                kept.token(),
                kept.person(),
                kept.awaitsCode(),
                kept.opened(),
                seen,
                kept.authenticated(),
                kept.browser(),
                seen.plus(limits.idle()),
                now.plus(all.minus(kept.lived().plus(kept.since(now)))));
    }
}
