package quire.people;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import quire.store.Database;
import quire.testkit.TestDatabase;
import quire.trail.Recorded;
import quire.trail.Sought;
import quire.trail.Trail;

/**
 * The room with a database of its own, which all tests of a class share: each makes the people that it needs. Passwords cost
 * next to nothing here.
 */
final class PeopleHouse implements AutoCloseable {

    static final LocalDate TODAY = LocalDate.parse("2026-11-21");
    static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    static final Actor ADMIN = Actor.of("admin");
    static final Argon2id.Cost CHEAP = new Argon2id.Cost(16, 1, 1);
    static final String PASSWORD = "teapot under four clouds";

    private static final Map<TestDatabase, PeopleHouse> HOUSES = new ConcurrentHashMap<>();
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final TestDatabase place;
    final Database database;
    final Trail trail;
    final Organisations organisations;
    final Persons persons;
    final Roles roles;
    final Assignments assignments;
    final Accounts accounts;
    final Sessions sessions;
    final Throttle throttle;
    final SignIns signIns;
    final SecondSteps secondSteps;
    final Standings standings;

    /** The house in a place that several tests share. */
    static PeopleHouse in(TestDatabase place) {
        return HOUSES.computeIfAbsent(place, PeopleHouse::new);
    }

    /** The house in a place that is emptied by whoever made it. */
    PeopleHouse(TestDatabase place) {
        this.place = place;
        database = place.open();
        trail = new Trail(database);
        organisations = new Organisations(database);
        persons = new Persons(database);
        roles = new Roles(database);
        assignments = new Assignments(database);
        accounts = new Accounts(database, CHEAP);
        sessions = new Sessions(database);
        throttle = new Throttle(database);
        signIns = new SignIns(database, accounts, sessions, throttle);
        secondSteps = new SecondSteps(database);
        standings = new Standings(database);
    }

    Organisation organisation() {
        return organisations.add(Organisation.Details.of("Organisation " + next(), "1 High Street"), ADMIN, NOW);
    }

    Organisation memberOf(Organisation host) {
        Organisation.Details details = Organisation.Details.of("Organisation " + next(), "2 Low Road");
        return organisations.add(details.memberOf(host.id()), ADMIN, NOW);
    }

    Person person(Organisation organisation) {
        return persons.add(
                Person.Details.of("Robin Example", "robin" + next() + "@example.org", organisation.id()), ADMIN, NOW);
    }

    Person person() {
        return person(organisation());
    }

    /** Somebody who has opened their account. */
    Person withAccount() {
        Person person = person();
        accounts.choosePassword(accounts.invite(person.id(), ADMIN, NOW, TODAY).token(), PASSWORD, NOW, TODAY);
        return person;
    }

    Person withAccountAndSecondStep() {
        Person person = withAccount();
        SecondSteps.Offer offer = secondSteps.offer(person, "Quire");
        secondSteps.confirm(person.id(), codeOf(offer.secret(), NOW), Actor.of(person.id()), NOW);
        return person;
    }

    /** What an app shows that was given the secret in letters. */
    static String codeOf(String secret, Instant now) {
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        BigInteger number = BigInteger.ZERO;
        for (int i = 0; i < secret.length(); i++) {
            number = number.shiftLeft(5).or(BigInteger.valueOf(alphabet.indexOf(secret.charAt(i))));
        }
        byte[] bytes = number.toByteArray();
        byte[] key = new byte[secret.length() * 5 / 8];
        for (int i = 1; i <= Math.min(key.length, bytes.length); i++) {
            key[key.length - i] = bytes[bytes.length - i];
        }
        return Totp.code(key, now.getEpochSecond() / 30, 6);
    }

    SignIn.From from(String address, Instant now) {
        return new SignIn.From(address, "Mozilla/5.0 (Windows NT 10.0) Gecko/20100101 Firefox/140.0", now, TODAY);
    }

    /** What the trail says was done to somebody or something, the first deed first. */
    List<String> deeds(String kind, String subject) {
        List<String> deeds = new ArrayList<>();
        for (Recorded recorded : trail.list(Sought.ALL.subject(kind, subject), Trail.NEWEST, 1_000)) {
            deeds.add(0, recorded.entry().action());
        }
        return deeds;
    }

    static int next() {
        return COUNT.incrementAndGet();
    }

    /** Everything in a table, as whoever has a copy of the database sees it. */
    String dump(String table) {
        return place.dump(table);
    }

    /** For tests that cannot be given a place: one of that kind, which ends with the house. */
    static PeopleHouse on(TestDatabase.Kind kind) {
        return new PeopleHouse(TestDatabase.of(kind));
    }

    @Override
    public void close() {
        place.close();
    }
}
