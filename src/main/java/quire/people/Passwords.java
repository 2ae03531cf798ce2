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
        AccountStore.setPassword(tx, person, hash, now);
        LinkStore.useAll(tx, person, now);
        int ended = SessionStore.endAll(tx, person);
        trail.add(tx, actor.did(action, "person", person).with("sessions_ended", ended), now);
    }

    /**
     * Whether it is the person's. As slow for somebody who is not there or has none. One that is kept at another cost than
     * the one of today is kept anew.
     */
    boolean fits(@Nullable String person, String password) {
        Optional<String> kept = person == null
                ? Optional.empty()
                : database.read(tx -> AccountStore.find(tx, person)).map(AccountStore.Kept::password);
        String normal = PasswordRules.normal(password);
        boolean fits = argon2id.fits(normal, kept.orElse(argon2id.nobodys()));
        if (fits && person != null) {
            kept.filter(argon2id::isOutdated).ifPresent(before -> keepAnew(person, before, normal));
        }
        return fits;
    }

    /** How many hashes were computed so far, which is how long everything took. */
    long computed() {
        return argon2id.computed();
    }

    private void keepAnew(String person, String before, String password) {
        String after = argon2id.hash(password);
        database.run(tx -> AccountStore.rehash(tx, person, before, after));
    }
}
