package quire.people;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import quire.core.Problem;
import quire.store.Database;
import quire.store.Transaction;
import quire.trail.Trail;

/** Passwords: which ones are taken, how they are kept, and whether one is somebody's. May be shared between threads. */
final class Passwords {

    private final Database database;
    private final Trail trail;
    private final Argon2id argon2id;

    Passwords(Database database, Argon2id.Cost cost) {
        this.database = database;
        this.trail = new Trail(database);
        this.argon2id = new Argon2id(cost, new Secrets());
    }

    /**
     * What is to be kept of a new password. It takes its time, so it is made before a transaction and not in it.
     *
     * @throws Problem if it is too short or easy to guess
     */
    String hash(String password, Person.Details person, Optional<Organisation> organisation) {
        PasswordRules.check(password, person, organisation);
        return argon2id.hash(PasswordRules.normal(password));
    }

    /** Keeps it, and ends all that the one before had opened. */
    void keep(Transaction tx, String person, String hash, String action, Actor actor, Instant now) {
        AccountStore.hold(tx, person);
        AccountStore.setPassword(tx, person, hash, now);
        LinkStore.useAll(tx, person, now);
        int ended = SessionStore.endAll(tx, person);
        trail.add(tx, actor.did(action, "person", person).with("sessions_ended", ended), now);
    }

    /** Whether it is the person's; as slow for somebody who is not there or has none. */
    boolean fits(@Nullable String person, String password) {
        return fitting(person, password).isPresent();
    }

    /**
     * What is kept of the password if it is the person's, to be compared with what is kept when something is done about it:
     * looking took its while. One that is kept at another cost than the one of today is kept anew.
     */
    Optional<String> fitting(@Nullable String person, String password) {
        Optional<String> kept = person == null ? Optional.empty() : kept(person);
        String normal = PasswordRules.normal(password);
        boolean fits = argon2id.fits(normal, kept.orElse(argon2id.nobodys()));
        if (!fits || person == null) {
            return Optional.empty();
        }
        return kept.flatMap(
                before -> argon2id.isOutdated(before) ? keptAnew(person, before, normal) : Optional.of(before));
    }

    /** Whether this is still what is kept; from here on nobody else changes it until the work ends. */
    static boolean isStill(Transaction tx, String person, String kept) {
        AccountStore.hold(tx, person);
        return AccountStore.find(tx, person)
                .filter(account -> kept.equals(account.password()))
                .isPresent();
    }

    /** How many hashes were computed so far, which is how long everything took. */
    long computed() {
        return argon2id.computed();
    }

    private Optional<String> kept(String person) {
        return database.read(tx -> AccountStore.find(tx, person)).map(AccountStore.Kept::password);
    }

    private Optional<String> keptAnew(String person, String before, String password) {
        String after = argon2id.hash(password);
        return database.write(tx -> AccountStore.rehash(tx, person, before, after))
                ? Optional.of(after)
                : Optional.empty();
    }
}
