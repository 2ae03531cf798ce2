package quire.bundle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import quire.core.Finding;
import quire.core.Place;
import quire.core.Problem;
import quire.people.Actor;
import quire.people.Assignment;
import quire.people.Organisation;
import quire.people.People;
import quire.people.Person;
import quire.people.PortfolioRole;
import quire.people.Role;
import quire.people.Span;
import quire.portfolio.Portfolio;
import quire.post.Outbox;
import quire.store.Database;
import quire.store.Transaction;
import quire.trail.Trail;

/** Final bundles in the hands of those who read them: named people, for certain days. May be shared between threads. */
public final class Releases {

    /** Longer than any panel takes to come together; a slip of the hand in the year is longer. */
    static final int MOST_DAYS = 366;

    /** Those who judge for others than their employer, wherever they work. */
    private static final Set<Role> OUTSIDE = EnumSet.of(Role.EXTERNAL_MODERATOR, Role.PARTNERSHIP_CHAIR);

    private final Database database;
    private final People people;
    private final Trail trail;
    private final Outbox outbox;

    Releases(Database database, People people) {
        this.database = database;
        this.people = people;
        this.trail = new Trail(database);
        this.outbox = new Outbox(database);
    }

    /**
     * Somebody who is to read and may not be known yet.
     *
     * @param email by which they are found if they are known, and then stay as they are
     * @param outside whether they come from outside the organisations of the portfolio
     */
    public record Invited(String name, String email, boolean outside) {}

    /**
     * As {@link #release}, for somebody who is taken in with it if nobody has their e-mail address. From outside, they are an
     * external moderator for as long.
     *
     * @throws Problem if something about the person is wrong, too; nobody is taken in then
     */
    public Release invite(
            Bundle bundle, Portfolio portfolio, Invited invited, Span span, Actor actor, Instant now, LocalDate today) {
        checkDays(span, today);
        return database.write(tx -> {
            Person person = people.persons()
                    .findByEmail(invited.email())
                    .orElseGet(() -> takeIn(portfolio, invited, span, actor, now, today));
            return release(bundle, portfolio, person.id(), span, actor, now, today);
        });
    }

    private Person takeIn(Portfolio portfolio, Invited invited, Span span, Actor actor, Instant now, LocalDate today) {
        Person.Details details = Person.Details.of(invited.name(), invited.email(), portfolio.organisation());
        Person person = people.persons().add(details, actor, now);
        if (invited.outside()) {
            Span days = new Span(today, span.until());
            people.roles().give(person.id(), Role.EXTERNAL_MODERATOR, portfolio.organisation(), days, actor, now);
        }
        return person;
    }

    /**
     * Lets somebody read a bundle, and writes to them. Whoever asks for what is so already changes nothing.
     *
     * @param reader the id of the person
     * @throws Problem if the bundle is a draft, the days are none that are to come, the person has a part in the portfolio or
     *     no access, may read it on some of these days already, or comes from outside and the bundle names people
     */
    public Release release(
            Bundle bundle, Portfolio portfolio, String reader, Span span, Actor actor, Instant now, LocalDate today) {
        checkDays(span, today);
        Person person = people.persons().get(reader);
        check(bundle, portfolio, person, today);
        return database.write(tx -> {
            tx.hold("readers", bundle.id());
            Optional<Release> other = ReleaseStore.ofBundle(tx, bundle.id()).stream()
                    .filter(one -> one.reader().equals(reader) && one.ended() == null)
                    .filter(one -> one.span().meets(span))
                    .findFirst();
            if (other.filter(one -> one.span().equals(span)).isPresent()) {
                return other.get();
            } else if (other.isPresent()) {
                throw refused("reader", person.name() + " may read it on some of these days already. End that first.");
            }
            return insert(tx, bundle, person, span, actor, now, today);
        });
    }

    private Release insert(
            Transaction tx, Bundle bundle, Person person, Span span, Actor actor, Instant now, LocalDate today) {
        Release release =
                new Release(UUID.randomUUID().toString(), bundle.id(), person.id(), span, actor.person(), now, null);
        ReleaseStore.insert(tx, release, actor);
        trail.add(
                tx,
                actor.did("bundle.released", "bundle", bundle.id())
                        .in(bundle.portfolio())
                        .with("release", release.id())
                        .with("reader", person.id())
                        .with("from", span.from().toString())
                        .with("until", release.lastDay().toString()),
                now);
        outbox.put(tx, ReleaseLetter.of(release, person), now);
        people.accounts().welcome(person.id(), actor, now, today);
        return release;
    }

    /**
     * Takes a bundle out of somebody's hands, from now on.
     *
     * @param id of the release
     * @throws Problem if the bundle was not released so
     */
    public void end(Bundle bundle, String id, Actor actor, Instant now) {
        database.run(tx -> {
            Release release = ReleaseStore.find(tx, id)
                    .filter(one -> one.bundle().equals(bundle.id()))
                    .orElseThrow(() -> Problem.notFound("There is no such reader."));
            if (ReleaseStore.end(tx, id, actor, now)) {
                trail.add(
                        tx,
                        actor.did("bundle.closed", "bundle", bundle.id())
                                .in(bundle.portfolio())
                                .with("release", id)
                                .with("reader", release.reader()),
                        now);
            }
        });
    }

    /** Who may read a bundle, could once, or will; the newest first. */
    public List<Release> ofBundle(Bundle bundle) {
        return database.read(tx -> ReleaseStore.ofBundle(tx, bundle.id()));
    }

    /** What somebody may read on a day. */
    public List<Release> openTo(String person, LocalDate day) {
        return database.read(tx -> ReleaseStore.ofPerson(tx, person)).stream()
                .filter(release -> release.isOpen(day))
                .toList();
    }

    /** Whether somebody may read that bundle on a day. */
    public boolean isOpen(String bundle, String person, LocalDate day) {
        return openTo(person, day).stream().anyMatch(release -> release.bundle().equals(bundle));
    }

    /** Whether anything was ever released to somebody. */
    public boolean isReader(String person) {
        return !database.read(tx -> ReleaseStore.ofPerson(tx, person)).isEmpty();
    }

    /**
     * Whether somebody reads from outside the organisations of a portfolio: they work for another one, or judge here as an
     * external moderator or as the chair of a partnership.
     */
    public boolean isOutside(Person person, Portfolio portfolio, LocalDate today) {
        Organisation home = people.organisations().get(portfolio.organisation());
        boolean works = people.organisations().get(person.organisation()).home().equals(home.home());
        Set<Role> roles = people.roles().reaching(person.id(), portfolio.organisation(), today);
        return !works || roles.stream().anyMatch(OUTSIDE::contains);
    }

    /** Whether the year is, or ever was, somebody's own, or theirs to assess or to manage: nobody judges that for a panel. */
    public boolean isInvolved(String person, Portfolio portfolio) {
        return people.assignments().history(portfolio.id()).stream()
                .filter(part -> part.role() != PortfolioRole.COORDINATOR)
                .map(Assignment::person)
                .anyMatch(person::equals);
    }

    private void check(Bundle bundle, Portfolio portfolio, Person person, LocalDate today) {
        if (!bundle.edition().isSealed()) {
            throw refused("reader", "A draft is not released. Make the final bundle first.");
        } else if (!person.isActive(today)) {
            throw refused("reader", person.name() + " has no access any more.");
        } else if (isInvolved(person.id(), portfolio)) {
            throw refused(
                    "reader",
                    person.name() + " has or had a part in this portfolio, so they cannot read it for a panel.");
        } else if (!Contents.of(bundle).coded() && isOutside(person, portfolio, today)) {
            throw refused(
                    "reader",
                    "This bundle names people, and " + person.name()
                            + " reads from outside. Release a bundle in which people stand under a code.");
        }
    }

    private static void checkDays(Span span, LocalDate today) {
        LocalDate last = span.until();
        if (last == null || last.isBefore(today)) {
            throw refused("until", "The last day must be today or later.");
        } else if (last.isBefore(span.from())) {
            throw refused("until", "The last day must not be before the first day.");
        } else if (last.isAfter(span.from().plusDays(MOST_DAYS))) {
            throw refused("until", "The last day must be within a year of the first day.");
        }
    }

    private static Problem refused(String box, String message) {
        return Problem.badInput(Finding.error("release", message, Place.atPath(box)));
    }
}
