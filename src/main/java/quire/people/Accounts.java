package quire.people;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import quire.core.Finding;
import quire.core.Place;
import quire.core.Problem;
import quire.post.Outbox;
import quire.store.Database;
import quire.store.Transaction;
import quire.trail.Trail;

/**
 * How people come to an account and to a password: the first of them by a code that the server shows at its first start,
 * all others by a link. Nobody ever sets a password for somebody else. May be shared between threads.
 */
public final class Accounts {

    private static final Duration LINKS_REMEMBERED = Duration.ofDays(90);

    /**
     * Whoever sets an installation up.
     *
     * @param name of the person
     * @param email of the person
     * @param organisation the name of their employer
     */
    public record FirstOperator(String name, String email, String organisation) {}

    /**
     * A link for a letter.
     *
     * @param person to whom
     * @param token what goes into the address; it is nowhere else
     */
    public record Letter(Person person, String token) {}

    private final Database database;
    private final Persons persons;
    private final Organisations organisations;
    private final Trail trail;
    private final Outbox outbox;
    private final Passwords passwords;
    private final SettingUp settingUp;
    private final Secrets secrets = new Secrets();

    public Accounts(Database database) {
        this(database, Argon2id.Cost.USUAL);
    }

    /** At another cost, for tests that are not about it. */
    Accounts(Database database, Argon2id.Cost cost) {
        this.database = database;
        this.persons = new Persons(database);
        this.organisations = new Organisations(database);
        this.trail = new Trail(database);
        this.outbox = new Outbox(database);
        this.passwords = new Passwords(database, cost);
        this.settingUp = new SettingUp(database, passwords);
    }

    /**
     * The code with which the first operator sets the installation up, to be shown where only whoever runs the server
     * looks. An earlier one is void.
     *
     * @return empty if there is already somebody who looks after the installation
     */
    public Optional<String> setUpCode(Instant now, LocalDate today) {
        return settingUp.code(now, today);
    }

    /**
     * Sets the installation up: makes the organisation if there is none of that name, and the operator.
     *
     * @throws Problem if the code is wrong, used or too old, or something about the operator is wrong; the code stays good
     *     then
     */
    public Person setUp(String code, FirstOperator operator, String password, Instant now, LocalDate today) {
        return settingUp.run(code, operator, password, now, today);
    }

    /**
     * A link with which somebody opens their account, on its way to them. Earlier ones stay good: whichever is used first opens the one account
     * that the person has.
     *
     * @throws Problem if they have opened it already, or have no access
     */
    public Letter invite(String person, Actor actor, Instant now, LocalDate today) {
        return database.write(tx -> {
            AccountStore.hold(tx, person);
            Person invited = active(person, today);
            if (hasPassword(person)) {
                throw Problem.of(
                        Problem.Kind.CONFLICT,
                        invited.name() + " already has an account. Send a link to choose another password instead.");
            }
            return letter(tx, AccountLink.Kind.INVITATION, invited, "account.invited", actor, now);
        });
    }

    /**
     * Invites somebody who is to do something here, unless they have an account, an invitation that they can still use, or no
     * access any more.
     */
    public void welcome(String person, Actor actor, Instant now, LocalDate today) {
        database.run(tx -> {
            AccountStore.hold(tx, person);
            Person found = persons.get(person);
            if (found.isActive(today) && !hasPassword(person) && !LinkStore.hasInvitation(tx, person, now)) {
                letter(tx, AccountLink.Kind.INVITATION, found, "account.invited", actor, now);
            }
        });
    }

    /**
     * A link to choose another password, asked for by somebody who says that this is their address. Takes as long whether
     * or not it is known. {@link SignIns#askReset} counts who asks.
     *
     * @return empty if nobody with an account has that address
     */
    Optional<Letter> askReset(String email, Instant now, LocalDate today) {
        return database.write(tx -> {
            Optional<Person> person =
                    persons.findByEmail(email).filter(found -> found.isActive(today) && hasPassword(found.id()));
            if (person.isEmpty()) {
                // The same work, so that the time tells nothing either; nobody gets this token.
                LinkStore.insert(tx, secrets.token(), AccountLink.Kind.RESET, null, now, now);
                return Optional.empty();
            }
            Actor asked = Actor.of(person.get().id());
            return Optional.of(letter(tx, AccountLink.Kind.RESET, person.get(), "password.reset_asked", asked, now));
        });
    }

    /**
     * A link to choose another password, for somebody who has asked an administrator for it.
     *
     * @throws Problem if they have no account yet, or no access
     */
    public Letter startReset(String person, Actor actor, Instant now, LocalDate today) {
        return database.write(tx -> {
            AccountStore.hold(tx, person);
            Person found = active(person, today);
            if (!hasPassword(person)) {
                throw Problem.of(Problem.Kind.CONFLICT, found.name() + " has no account yet. Send an invitation.");
            }
            return letter(tx, AccountLink.Kind.RESET, found, "password.reset_started", actor, now);
        });
    }

    /** What a link is good for; nothing is used up. */
    public AccountLink look(String token, Instant now, LocalDate today) {
        return database.read(tx -> {
            Optional<LinkStore.Kept> kept = LinkStore.find(tx, token);
            if (kept.isEmpty()) {
                return new AccountLink(null, AccountLink.State.UNKNOWN, null);
            }
            AccountLink.State state = kept.get().state(now);
            String person = state == AccountLink.State.VALID ? kept.get().person() : null;
            boolean active = person == null
                    || persons.find(person)
                            .filter(found -> found.isActive(today))
                            .isPresent();
            return new AccountLink(kept.get().kind(), active ? state : AccountLink.State.ENDED, active ? person : null);
        });
    }

    /**
     * Uses a link: its person has this password from now on, and every session they had is ended.
     *
     * @return the person, who still has to give the code of a second step if they have one
     * @throws Problem if the link is good no more, or the password is refused; the link stays good then
     */
    public Person choosePassword(String token, String password, Instant now, LocalDate today) {
        Person person = linked(token, now, today);
        String hash = passwords.hash(password, person.details(), organisations.find(person.organisation()));
        return database.write(tx -> {
            AccountStore.hold(tx, person.id());
            if (!LinkStore.use(tx, token, now)) {
                // Two came at the same time, and making the hash took its while.
                throw Problem.of(Problem.Kind.CONFLICT, look(token, now, today).sentence());
            }
            String action = hasPassword(person.id()) ? "password.reset" : "account.opened";
            passwords.keep(tx, person.id(), hash, action, Actor.of(person.id()), now);
            return person;
        });
    }

    /**
     * Changes somebody's password on their own word. Every session is ended, the one that asks among them: open another.
     *
     * @throws Problem if the password they have is another one, or the new one is refused
     */
    public void changePassword(String person, String before, String after, Actor actor, Instant now) {
        String kept = passwords.fitting(person, before).orElseThrow(Accounts::wrongPassword);
        Person known = persons.get(person);
        String hash = passwords.hash(after, known.details(), organisations.find(known.organisation()));
        database.run(tx -> {
            if (!Passwords.isStill(tx, person, kept)) {
                throw wrongPassword();
            }
            passwords.keep(tx, person, hash, "password.changed", actor, now);
        });
    }

    /**
     * Opens the accounts of people who are invented, for a demo: all with one password that everybody knows. Of real
     * people nobody sets the password but they themselves.
     *
     * @throws Problem if it would be refused to one of them
     */
    public void openInvented(List<String> people, String password, Instant now) {
        List<Person> invented = people.stream().map(persons::get).toList();
        invented.forEach(person ->
                PasswordRules.checkNames(password, person.details(), organisations.find(person.organisation())));
        // One for all, because each takes its time on purpose, and there is nothing to hide here.
        String hash = passwords.hash(password, invented.get(0).details(), Optional.empty());
        database.run(tx ->
                invented.forEach(person -> passwords.keep(tx, person.id(), hash, "account.opened", Actor.SYSTEM, now)));
    }

    /** Whether somebody has opened their account. */
    public boolean hasPassword(String person) {
        return database.read(tx -> AccountStore.find(tx, person))
                .filter(account -> account.password() != null)
                .isPresent();
    }

    /** Forgets what nobody can still ask about. Nothing depends on it but the size of the database. */
    public void sweep(Instant now) {
        database.run(tx -> LinkStore.forget(tx, now.minus(LINKS_REMEMBERED)));
    }

    /** How passwords are kept here, for the room's other doors. */
    Passwords passwords() {
        return passwords;
    }

    private Letter letter(
            Transaction tx, AccountLink.Kind kind, Person person, String action, Actor actor, Instant now) {
        String token = secrets.token();
        Instant until = now.plus(kind.valid());
        LinkStore.insert(tx, token, kind, person.id(), now, until);
        outbox.put(tx, AccountLetters.of(kind, person, token, until), now);
        trail.add(tx, actor.did(action, "person", person.id()), now);
        return new Letter(person, token);
    }

    private Person linked(String token, Instant now, LocalDate today) {
        AccountLink link = look(token, now, today);
        if (link.person() == null) {
            throw Problem.of(Problem.Kind.CONFLICT, link.sentence());
        }
        return persons.get(link.person());
    }

    private Person active(String person, LocalDate today) {
        Person found = persons.get(person);
        if (!found.isActive(today)) {
            throw Problem.of(
                    Problem.Kind.CONFLICT,
                    found.name() + " has no access any more. Give them access again before you send a link.");
        }
        return found;
    }

    private static Problem wrongPassword() {
        return Problem.badInput(
                Finding.error("password-wrong", "Enter the password that you have now.", Place.atPath("before")));
    }
}
