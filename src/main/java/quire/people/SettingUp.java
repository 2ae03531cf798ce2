package quire.people;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import quire.core.Finding;
import quire.core.Place;
import quire.core.Problem;
import quire.store.Database;
import quire.store.Transaction;
import quire.trail.Trail;

/** The first start of an installation: whoever has the code that the server shows becomes its operator. */
final class SettingUp {

    /** For how long the code is good. */
    private static final Duration CODE_VALID = Duration.ofMinutes(30);

    private final Database database;
    private final Organisations organisations;
    private final Persons persons;
    private final Roles roles;
    private final Passwords passwords;
    private final Trail trail;
    private final Secrets secrets = new Secrets();

    SettingUp(Database database, Passwords passwords) {
        this.database = database;
        this.organisations = new Organisations(database);
        this.persons = new Persons(database);
        this.roles = new Roles(database);
        this.passwords = passwords;
        this.trail = new Trail(database);
    }

    /** As {@link Accounts#setUpCode}. */
    Optional<String> code(Instant now, LocalDate today) {
        // Looked at first without waiting for whoever writes: a server starts while its demo is laid out.
        if (database.read(tx -> RoleStore.hasOperator(tx, today))) {
            return Optional.empty();
        }
        return database.write(tx -> {
            hold(tx);
            if (RoleStore.hasOperator(tx, today)) {
                return Optional.empty();
            }
            String code = secrets.code();
            LinkStore.insertCode(tx, code, now, now.plus(CODE_VALID));
            trail.add(tx, Actor.SYSTEM.did("account.set_up_code_shown", "installation", "this"), now);
            return Optional.of(code);
        });
    }

    /** As {@link Accounts#setUp}. */
    Person run(String code, Accounts.FirstOperator operator, String password, Instant now, LocalDate today) {
        if (!database.read(tx -> LinkStore.isGoodCode(tx, code, now))) {
            throw badCode();
        }
        Organisation employer = new Organisation("", Organisation.Details.of(operator.organisation(), ""));
        Person.Details details = Person.Details.of(operator.name(), operator.email(), "");
        String hash = passwords.hash(password, details, Optional.of(employer));
        return database.write(tx -> {
            hold(tx);
            if (!LinkStore.useCode(tx, code, now)) {
                throw badCode();
            }
            Organisation organisation = organisations
                    .findByName(operator.organisation())
                    .orElseGet(() ->
                            organisations.add(Organisation.Details.of(operator.organisation(), ""), Actor.SYSTEM, now));
            Person person = persons.meet(
                    Person.Details.of(operator.name(), operator.email(), organisation.id()), Actor.SYSTEM, now);
            makeOperator(person, organisation, now, today);
            passwords.keep(tx, person.id(), hash, "account.set_up", Actor.of(person.id()), now);
            return person;
        });
    }

    private void makeOperator(Person person, Organisation organisation, Instant now, LocalDate today) {
        if (!person.isActive(today)) {
            persons.restoreAccess(person.id(), Actor.SYSTEM, now, today);
        }
        boolean operator = roles.ofPerson(person.id(), today).stream().anyMatch(held -> held.role() == Role.OPERATOR);
        if (!operator) {
            roles.give(person.id(), Role.OPERATOR, organisation.id(), Span.from(today), Actor.SYSTEM, now);
        }
    }

    private static void hold(Transaction tx) {
        tx.hold("installation", "set-up");
    }

    private static Problem badCode() {
        return Problem.badInput(Finding.error(
                "set-up-code",
                "This code is wrong, was used already or is older than half an hour. Start the server again to get another"
                        + " one.",
                Place.atPath("code")));
    }
}
