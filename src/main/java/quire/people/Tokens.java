package quire.people;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import quire.core.Finding;
import quire.core.Place;
import quire.core.Problem;
import quire.store.Database;
import quire.store.Transaction;
import quire.trail.Trail;

/**
 * Tokens with which programs are let in on somebody's word: each lives until it is ended or its person has no access any
 * more. Only the SHA-256 of one is kept. May be shared between threads.
 */
public final class Tokens {

    /** How many somebody may have at a time. */
    public static final int MOST = 10;

    /** A fresh token as the program is to show it; it is nowhere else. */
    public record Made(ProgramToken token, String secret) {}

    private static final int LONGEST_NAME = 80;

    /** Uses that follow each other within it are written down as one. */
    private static final Duration FINENESS = Duration.ofMinutes(1);

    private final Database database;
    private final Throttle throttle;
    private final Trail trail;
    private final Secrets secrets = new Secrets();

    public Tokens(Database database) {
        this.database = database;
        this.throttle = new Throttle(database);
        this.trail = new Trail(database);
    }

    /**
     * Makes a token.
     *
     * @param name what the person calls the program
     * @throws Problem if the name is missing or wrong or one of their other tokens has it, or they have {@link #MOST}
     */
    public Made make(String person, String name, Actor actor, Instant now) {
        return database.write(tx -> {
            tx.hold("tokens of", person);
            List<ProgramToken> others = TokenStore.ofPerson(tx, person);
            String checked = checked(name, others);
            if (others.size() >= MOST) {
                throw Problem.of(
                        Problem.Kind.CONFLICT,
                        "You have " + MOST
                                + " tokens, which is as many as there can be. End one that you do not need.");
            }
            String secret = secrets.token();
            String id = Secrets.kept(secret).hex();
            TokenStore.insert(tx, new ProgramToken(id, person, checked, now, null));
            trail.add(tx, actor.did("token.made", "person", person).with("token", id), now);
            return new Made(new ProgramToken(id, person, checked, now, null), secret);
        });
    }

    /** Somebody's tokens that are not ended, the one made last first. */
    public List<ProgramToken> ofPerson(String person) {
        return database.read(tx -> TokenStore.ofPerson(tx, person));
    }

    /**
     * Ends a token.
     *
     * @throws Problem if it is not one of theirs, or has ended already
     */
    public void end(String person, String id, Actor actor, Instant now) {
        database.run(tx -> {
            if (!TokenStore.end(tx, person, id, now)) {
                throw Problem.notFound("There is no such token.");
            }
            trail.add(tx, actor.did("token.ended", "person", person).with("token", id), now);
        });
    }

    /**
     * The token that a program shows.
     *
     * @return empty if there is none, it has ended, or its person has no access any more
     */
    public Optional<ProgramToken> find(String secret, Instant now, LocalDate today) {
        String id = Secrets.kept(secret).hex();
        Optional<ProgramToken> found = database.read(tx -> TokenStore.find(tx, id))
                .filter(kept -> kept.isGood(today))
                .map(TokenStore.Kept::token);
        found.filter(token -> isDue(token, now)).ifPresent(token -> noteUse(id, now));
        return found;
    }

    /**
     * A program has shown a token that is none. A good token is never made to wait for what others have shown: nobody can
     * guess one, and a broken program must not stop the others of its office.
     *
     * @param address as a trusted proxy or the connection gives it, never as the client says
     * @return how long to wait before the next one is looked at; nothing as long as there were few
     */
    public Duration refused(String address, Instant now) {
        List<Attempt> attempts = List.of(Attempt.token(address));
        Duration left = throttle.wait(attempts, now);
        if (left.isZero()) {
            throttle.failed(attempts, now);
        }
        return left;
    }

    private static String checked(String name, List<ProgramToken> others) {
        Typed typed = new Typed();
        String checked = typed.required("name", "name of the program", name, LONGEST_NAME);
        typed.refuse("The token cannot be made.");
        if (others.stream().anyMatch(other -> other.name().equalsIgnoreCase(checked))) {
            throw Problem.badInput(Finding.error(
                    "token-name", "You already have a token for “" + checked + "”.", Place.atPath("name")));
        }
        return checked;
    }

    private static boolean isDue(ProgramToken token, Instant now) {
        return token.used() == null || Duration.between(token.used(), now).abs().compareTo(FINENESS) >= 0;
    }

    /** A full disk or a busy database must not keep a program from reading. */
    private void noteUse(String id, Instant now) {
        try {
            database.run((Transaction tx) -> TokenStore.used(tx, id, now));
        } catch (Problem e) {
            if (e.kind() != Problem.Kind.UNAVAILABLE) {
                throw e;
            }
        }
    }
}
