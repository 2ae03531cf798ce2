package quire.people;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import quire.core.Finding;
import quire.core.Place;
import quire.core.Problem;
import quire.store.Database;
import quire.store.Transaction;
import quire.trail.Trail;

/** Who is what for an organisation, on any day. May be shared between threads. */
public final class Roles {

    private static final String HELD = "roles of";

    private final Database database;
    private final Trail trail;

    public Roles(Database database) {
        this.database = database;
        this.trail = new Trail(database);
    }

    /**
     * Gives somebody a role.
     *
     * @throws Problem if they hold it on one of these days already
     */
    public HeldRole give(String person, Role role, String organisation, Span span, Actor actor, Instant now) {
        return database.write(tx -> {
            tx.hold(HELD, person);
            HeldRole held = new HeldRole(UUID.randomUUID().toString(), person, role, organisation, span);
            refuseUnknown(tx, held);
            refuseTwice(tx, held);
            RoleStore.insert(tx, held, now);
            trail.add(
                    tx,
                    actor.did("role.given", "person", person)
                            .with("role", role.word())
                            .with("organisation", organisation)
                            .with("from", span.from().toString())
                            .with("until", PersonStore.day(span.until())),
                    now);
            return held;
        });
    }

    /**
     * Sets the last day of a role, earlier or later than it was to be; one before its first day leaves nothing of it.
     *
     * @throws Problem if the same person would then hold it twice on a day
     */
    public HeldRole end(String id, LocalDate last, Actor actor, Instant now) {
        return database.write(tx -> {
            tx.hold(HELD, get(tx, id).person());
            HeldRole before = get(tx, id);
            HeldRole after = new HeldRole(
                    id,
                    before.person(),
                    before.role(),
                    before.organisation(),
                    before.span().endingOn(last));
            refuseTwice(tx, after);
            RoleStore.setUntil(tx, after);
            trail.add(
                    tx,
                    actor.did("role.ended", "person", after.person())
                            .with("role", after.role().word())
                            .with("organisation", after.organisation())
                            .with("until", PersonStore.day(after.span().until())),
                    now);
            return after;
        });
    }

    /** What somebody is on a day, wherever. */
    public List<HeldRole> ofPerson(String person, LocalDate day) {
        return history(person).stream().filter(held -> held.span().holds(day)).toList();
    }

    /** What somebody is, was and will be; the earliest first. */
    public List<HeldRole> history(String person) {
        return database.read(tx -> RoleStore.ofPerson(tx, person));
    }

    /** Who holds a role on a day for exactly this organisation. */
    public List<HeldRole> holders(String organisation, Role role, LocalDate day) {
        return database.read(tx -> RoleStore.holders(tx, organisation, role)).stream()
                .filter(held -> held.span().holds(day))
                .toList();
    }

    /**
     * What somebody is on a day for one organisation: what they hold there or at its host. A role at a member says nothing
     * about its host or about other members. An operator is one everywhere.
     */
    public Set<Role> reaching(String person, String organisation, LocalDate day) {
        return database.read(tx -> {
            String home = OrganisationStore.find(tx, organisation)
                    .map(Organisation::home)
                    .orElse(organisation);
            Set<Role> roles = new TreeSet<>();
            for (HeldRole held : ofPerson(person, day)) {
                boolean near = held.organisation().equals(organisation)
                        || held.organisation().equals(home);
                if (near || held.role() == Role.OPERATOR) {
                    roles.add(held.role());
                }
            }
            return roles;
        });
    }

    private static HeldRole get(Transaction tx, String id) {
        return RoleStore.find(tx, id).orElseThrow(() -> Problem.notFound("There is no such role."));
    }

    private static void refuseUnknown(Transaction tx, HeldRole held) {
        if (PersonStore.find(tx, held.person()).isEmpty()
                || OrganisationStore.find(tx, held.organisation()).isEmpty()) {
            throw Problem.notFound("There is no such person or organisation.");
        }
    }

    private static void refuseTwice(Transaction tx, HeldRole held) {
        boolean twice = RoleStore.ofPerson(tx, held.person()).stream()
                .anyMatch(other -> !other.id().equals(held.id())
                        && other.role() == held.role()
                        && other.organisation().equals(held.organisation())
                        && other.span().meets(held.span()));
        if (twice) {
            throw Problem.badInput(Finding.error(
                    "role-held",
                    "This person already holds the role of " + held.role().label() + " on some of these days.",
                    Place.atPath("role")));
        }
    }
}
