package quire.people;

import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import quire.core.Problem;
import quire.store.Database;
import quire.store.Transaction;
import quire.trail.Trail;

/**
 * Signing in: e-mail address and password, then a code of the second step for those who have turned it on. What failed is
 * counted and slowed down, and nothing tells whether an address is known. May be shared between threads.
 */
public final class SignIns {

    private final Database database;
    private final Accounts accounts;
    private final Persons persons;
    private final Passwords passwords;
    private final Sessions sessions;
    private final Throttle throttle;
    private final Trail trail;

    public SignIns(Database database, Accounts accounts, Sessions sessions, Throttle throttle) {
        this.database = database;
        this.accounts = accounts;
        this.persons = new Persons(database);
        this.passwords = accounts.passwords();
        this.sessions = sessions;
        this.throttle = throttle;
        this.trail = new Trail(database);
    }

    /** Signs somebody in with their password; whoever has turned the second step on is asked for its code next. */
    public SignIn byPassword(String email, String password, SignIn.From from) {
        Attempt attempt = Attempt.password(email, from.address());
        return counted(attempt, from, () -> {
            Optional<Person> person = persons.findByEmail(email).filter(found -> found.isActive(from.today()));
            String id = person.map(Person::id).orElse(null);
            Optional<String> fitting = passwords.fitting(id, password);
            return id == null || fitting.isEmpty() ? new SignIn.Refused(SignIn.WRONG) : opened(id, fitting.get(), from);
        });
    }

    /**
     * Signs somebody in who has given their password already.
     *
     * @param token of the session that waits for the code; it is good for nothing afterwards
     * @param code of the app, or a recovery code
     */
    public SignIn byCode(String token, String code, SignIn.From from) {
        Optional<Session> half = sessions.awaitingCode(token, from.now(), from.today());
        if (half.isEmpty()) {
            return new SignIn.Refused(SignIn.TOO_LATE);
        }
        String person = half.get().person();
        return counted(
                Attempt.code(person),
                from,
                () -> database.write(tx -> {
                    AccountStore.hold(tx, person);
                    if (SessionStore.find(tx, half.get().id()).isEmpty()) {
                        return new SignIn.Refused(SignIn.TOO_LATE);
                    }
                    if (!useCode(tx, person, code, from)) {
                        return new SignIn.Refused(SignIn.WRONG_CODE);
                    }
                    SessionStore.end(tx, half.get().id());
                    return new SignIn.Done(sessions.open(person, from.userAgent(), from.now()));
                }));
    }

    /**
     * Lets somebody who is signed in prove once more who they are, before they do what must be theirs alone. The session
     * goes on under another token.
     *
     * @param code of the second step; not looked at if they have not turned it on
     */
    public SignIn again(Session session, String password, String code, SignIn.From from) {
        Attempt attempt = Attempt.password(persons.get(session.person()).email(), from.address());
        return counted(attempt, from, () -> {
            if (!passwords.fits(session.person(), password)) {
                return new SignIn.Refused(SignIn.WRONG_PASSWORD);
            }
            return hasSecondStep(session.person()) ? againByCode(session, code, from) : renewed(session, from);
        });
    }

    /**
     * Changes the password of somebody who is signed in. Every session of theirs ends, and another one begins in this
     * browser.
     *
     * @throws Problem if the new password is refused
     */
    public SignIn changePassword(Session session, String before, String after, Actor actor, SignIn.From from) {
        String person = session.person();
        Attempt attempt = Attempt.password(persons.get(person).email(), from.address());
        return counted(attempt, from, () -> {
            if (!passwords.fits(person, before)) {
                return new SignIn.Refused(SignIn.WRONG_PASSWORD);
            }
            accounts.changePassword(person, before, after, actor, from.now());
            return new SignIn.Done(sessions.open(person, from.userAgent(), from.now()));
        });
    }

    /**
     * A link to choose another password, for whoever says that this is their address.
     *
     * @return empty if nobody with an account has that address, or too many were asked for; say the same in any case
     */
    public Optional<Accounts.Letter> askReset(String email, SignIn.From from) {
        List<Attempt> all = List.of(Attempt.letter(email), Attempt.from(from.address()));
        if (!throttle.wait(all, from.now()).isZero()) {
            return Optional.empty();
        }
        throttle.failed(all, from.now());
        return accounts.askReset(email, from.now(), from.today());
    }

    /** A password that was changed while this one was looked at opens nothing any more. */
    private SignIn opened(String person, String fitting, SignIn.From from) {
        return database.write(tx -> {
            if (!Passwords.isStill(tx, person, fitting)) {
                return new SignIn.Refused(SignIn.WRONG);
            }
            return hasSecondStep(person)
                    ? new SignIn.NeedsCode(sessions.openHalf(person, from.userAgent(), from.now()))
                    : new SignIn.Done(sessions.open(person, from.userAgent(), from.now()));
        });
    }

    private SignIn againByCode(Session session, String code, SignIn.From from) {
        return counted(
                Attempt.code(session.person()),
                from,
                () -> database.write(tx -> useCode(tx, session.person(), code, from)
                        ? renewed(session, from)
                        : new SignIn.Refused(SignIn.WRONG_CODE)));
    }

    private SignIn renewed(Session session, SignIn.From from) {
        return new SignIn.Done(sessions.renew(session, from.now()));
    }

    private SignIn counted(Attempt attempt, SignIn.From from, Supplier<SignIn> work) {
        return throttle.oneAtATime(attempt, () -> {
            List<Attempt> all = List.of(attempt, Attempt.from(from.address()));
            Duration left = throttle.wait(all, from.now());
            if (!left.isZero()) {
                return new SignIn.Wait(left);
            }
            SignIn ended = work.get();
            if (ended instanceof SignIn.Refused) {
                throttle.failed(all, from.now());
            } else if (!(ended instanceof SignIn.Wait)) {
                throttle.succeeded(attempt);
            }
            return ended;
        });
    }

    private boolean hasSecondStep(String person) {
        return database.read(tx -> AccountStore.find(tx, person))
                .filter(AccountStore.Kept::secondStep)
                .isPresent();
    }

    /** A code counts once, whether it came from the app or from the paper in the drawer. */
    private boolean useCode(Transaction tx, String person, String code, SignIn.From from) {
        AccountStore.hold(tx, person);
        AccountStore.Kept account = AccountStore.find(tx, person).orElse(null);
        if (account == null || account.secret() == null || !account.secondStep()) {
            return false;
        }
        OptionalLong step = Totp.step(HexFormat.of().parseHex(account.secret()), code, from.now(), account.lastStep());
        if (step.isPresent()) {
            return AccountStore.useStep(tx, person, step.getAsLong());
        }
        boolean recovered = AccountStore.useCode(tx, person, code, from.now());
        if (recovered) {
            trail.add(tx, Actor.of(person).did("recovery_code.used", "person", person), from.now());
        }
        return recovered;
    }
}
