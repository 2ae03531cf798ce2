package quire.people;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import quire.core.Problem;
import quire.store.Database;
import quire.store.Transaction;
import quire.trail.Trail;

/**
 * Takes in people who have a part in a portfolio that comes from another installation. They get no account and no access, and
 * an address to which nothing can be sent, until somebody here says who they are: what a file says of a person never leads to
 * the account of anybody. May be shared between threads.
 */
public final class Newcomers {

    /** Nothing is ever sent to an address under it (RFC 2606). */
    private static final String NOWHERE = "@arrived.invalid";

    private final Database database;
    private final Trail trail;

    public Newcomers(Database database) {
        this.database = database;
        this.trail = new Trail(database);
    }

    /**
     * Takes in those who are not here yet. Who came with an earlier portfolio stays as they are.
     *
     * @param organisation the id of the organisation that they are put to
     * @param today they have access until the day before
     * @throws Problem of the kind CONFLICT if one of them has the id of somebody who did not come like that
     */
    public void takeIn(Collection<Newcomer> people, String organisation, Actor actor, Instant now, LocalDate today) {
        database.run(tx -> people.forEach(one -> takeIn(tx, one, organisation, actor, now, today)));
    }

    /** What is known of some people, as another installation may know it. Ids of nobody are left out. */
    public List<Newcomer> of(Collection<String> ids) {
        return database.read(tx -> ids.stream()
                .map(id -> PersonStore.find(tx, id))
                .flatMap(Optional::stream)
                .map(person -> new Newcomer(
                        person.id(),
                        person.name(),
                        person.details().post(),
                        person.details().registration()))
                .toList());
    }

    private void takeIn(Transaction tx, Newcomer one, String organisation, Actor actor, Instant now, LocalDate today) {
        Optional<Person> known = PersonStore.find(tx, one.id());
        if (known.isPresent()) {
            mustHaveArrived(tx, known.get());
            return;
        }
        Person.Details details =
                new Person.Details(one.name(), one.id() + NOWHERE, one.post(), one.registration(), organisation);
        PersonStore.insert(tx, new Person(one.id(), details, Display.PLAIN, today.minusDays(1)), now);
        tx.sql("insert into arrived_person (person, arrived_at) values (:person, :now)")
                .with("person", one.id())
                .with("now", now)
                .run();
        trail.add(tx, actor.did("person.arrived", "person", one.id()).with("organisation", organisation), now);
    }

    private static void mustHaveArrived(Transaction tx, Person known) {
        boolean arrived = tx.sql("select person from arrived_person where person = :person")
                .with("person", known.id())
                .find(row -> row.text("person"))
                .isPresent();
        if (!arrived) {
            throw Problem.of(
                    Problem.Kind.CONFLICT,
                    "The file names " + known.name() + " by an id that belongs to somebody of this installation."
                            + " Nothing was taken in.");
        }
    }
}
