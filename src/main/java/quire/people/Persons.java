package quire.people;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import quire.core.Problem;
import quire.store.Database;
import quire.store.Transaction;
import quire.trail.Entry;
import quire.trail.Trail;

/** The people we know. A person is never deleted here; their access ends. May be shared between threads. */
public final class Persons {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_POST = 200;
    private static final int LONGEST_REGISTRATION = 40;

    private final Database database;
    private final Trail trail;

    public Persons(Database database) {
        this.database = database;
        this.trail = new Trail(database);
    }

    /**
     * Takes in a person.
     *
     * @throws Problem if something about them is missing or wrong, or somebody has their e-mail address already
     */
    public Person add(Person.Details details, Actor actor, Instant now) {
        return database.write(tx -> {
            Person person = new Person(UUID.randomUUID().toString(), checked(tx, null, details), Display.PLAIN, null);
            PersonStore.insert(tx, person, now);
            Entry entry = actor.did("person.added", "person", person.id());
            trail.add(tx, entry.with("organisation", person.organisation()), now);
            return person;
        });
    }

    /**
     * The person with that e-mail address in any spelling, or a new one: whoever is asked to come twice is still one
     * person. Somebody who is known already stays as they are.
     *
     * @throws Problem if the details of a new person are wrong, or the known one belongs to another organisation
     */
    public Person meet(Person.Details details, Actor actor, Instant now) {
        return database.write(tx -> {
            holdAddress(tx, details.email());
            Optional<Person> known = PersonStore.findByEmail(tx, EmailAddress.folded(details.email()));
            boolean same = known.filter(person -> person.organisation().equals(details.organisation()))
                    .isPresent();
            // One of another organisation is refused like any other address that is taken.
            return same ? known.get() : add(details, actor, now);
        });
    }

    /**
     * Changes what a person is known by.
     *
     * @throws Problem if something is missing or wrong
     */
    public Person change(String id, Person.Details details, Actor actor, Instant now) {
        return database.write(tx -> {
            Person before = held(tx, id);
            Person after = new Person(id, checked(tx, id, details), before.display(), before.endedOn());
            List<String> changed = changed(before.details(), after.details());
            if (!changed.isEmpty()) {
                PersonStore.update(tx, after, now);
                if (!EmailAddress.folded(after.email()).equals(EmailAddress.folded(before.email()))) {
                    // A link that lies in the old mailbox would let whoever reads it there in.
                    LinkStore.endAll(tx, id, now);
                }
                trail.add(tx, actor.did("person.changed", "person", id).with("fields", changed), now);
            }
            return after;
        });
    }

    /** Changes how somebody wants to read. */
    public Person display(String id, Display display, Actor actor, Instant now) {
        return database.write(tx -> {
            Person before = held(tx, id);
            Person after = new Person(id, before.details(), display, before.endedOn());
            if (!after.equals(before)) {
                PersonStore.update(tx, after, now);
                trail.add(tx, actor.did("person.display_changed", "person", id), now);
            }
            return after;
        });
    }

    /**
     * Ends somebody's access: nothing is open to them from the day after.
     *
     * @param last the last day with access; yesterday to end it at once
     * @param today the day on which this is done
     */
    public Person endAccess(String id, LocalDate last, Actor actor, Instant now, LocalDate today) {
        return access(id, last, "person.access_ended", actor, now, today);
    }

    /** Takes an end of access back. */
    public Person restoreAccess(String id, Actor actor, Instant now, LocalDate today) {
        return access(id, null, "person.access_restored", actor, now, today);
    }

    /**
     * The person of that id.
     *
     * @throws Problem if there is none
     */
    public Person get(String id) {
        return find(id).orElseThrow(() -> Problem.notFound("There is no such person."));
    }

    public Optional<Person> find(String id) {
        return database.read(tx -> PersonStore.find(tx, id));
    }

    /** The person with that address, in whatever spelling. */
    public Optional<Person> findByEmail(String email) {
        return database.read(tx -> PersonStore.findByEmail(tx, EmailAddress.folded(email)));
    }

    /** Everybody, by name. */
    public List<Person> list() {
        return database.read(PersonStore::list);
    }

    /** Everybody of one organisation, by name. */
    public List<Person> ofOrganisation(String organisation) {
        return database.read(tx -> PersonStore.ofOrganisation(tx, organisation));
    }

    private Person access(
            String id, @Nullable LocalDate last, String action, Actor actor, Instant now, LocalDate today) {
        return database.write(tx -> {
            Person before = held(tx, id);
            Person after = new Person(id, before.details(), before.display(), last);
            if (after.equals(before)) {
                return after;
            }
            PersonStore.update(tx, after, now);
            if (!after.isActive(today)) {
                SessionStore.endAll(tx, id);
                LinkStore.endAll(tx, id, now);
            }
            if (!after.isActive(today) || !before.isActive(today)) {
                // Nor do those come back to life that only the day had stopped.
                TokenStore.endAll(tx, id, now);
            }
            trail.add(tx, actor.did(action, "person", id).with("last_day", PersonStore.day(last)), now);
            return after;
        });
    }

    private static Person held(Transaction tx, String id) {
        return PersonStore.hold(tx, id).orElseThrow(() -> Problem.notFound("There is no such person."));
    }

    /** Nobody else takes the address, or finds it free, until the work ends. */
    private static void holdAddress(Transaction tx, String email) {
        tx.hold("address", EmailAddress.folded(email));
    }

    private static Person.Details checked(Transaction tx, @Nullable String id, Person.Details details) {
        holdAddress(tx, details.email());
        Typed typed = new Typed();
        Person.Details checked = check(tx, id, details, typed);
        typed.refuse("The person cannot be saved.");
        return checked;
    }

    /**
     * The details as they would be kept, and what is wrong with them.
     *
     * @param id whose they are; null for somebody new
     */
    static Person.Details check(Transaction tx, @Nullable String id, Person.Details details, Typed typed) {
        String name = typed.required("name", "name", details.name(), LONGEST_NAME);
        String post = typed.line("post", "post", details.post(), LONGEST_POST);
        String registration =
                typed.line("registration", "registration number", details.registration(), LONGEST_REGISTRATION);
        String email = Typed.normal(details.email());
        if (!EmailAddress.isGood(email)) {
            typed.wrong("email", "email", EmailAddress.WRONG);
        } else if (isTaken(tx, id, email)) {
            typed.wrong("email", "email-taken", "Somebody already has this e-mail address.");
        }
        if (OrganisationStore.find(tx, details.organisation()).isEmpty()) {
            typed.wrong("organisation", "organisation", "Choose an organisation.");
        }
        return new Person.Details(
                name, email, post, registration.isEmpty() ? null : registration, details.organisation());
    }

    private static boolean isTaken(Transaction tx, @Nullable String id, String email) {
        return PersonStore.findByEmail(tx, EmailAddress.folded(email))
                .filter(other -> !other.id().equals(id))
                .isPresent();
    }

    static List<String> changed(Person.Details before, Person.Details after) {
        List<String> fields = new ArrayList<>();
        note(fields, "name", before.name(), after.name());
        note(fields, "email", before.email(), after.email());
        note(fields, "post", before.post(), after.post());
        note(fields, "registration", before.registration(), after.registration());
        note(fields, "organisation", before.organisation(), after.organisation());
        return fields;
    }

    private static void note(List<String> fields, String field, @Nullable String before, @Nullable String after) {
        if (!Objects.equals(before, after)) {
            fields.add(field);
        }
    }
}
