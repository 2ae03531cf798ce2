package quire.people;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import quire.core.Problem;
import quire.store.Database;
import quire.store.Transaction;
import quire.trail.Trail;

/**
 * Who is what to which portfolio, on any day. What has ended is kept, so that it can be said who was the assessor when.
 * May be shared between threads.
 */
public final class Assignments {

    private static final String HELD = "assignments of";

    private final Database database;
    private final Trail trail;

    public Assignments(Database database) {
        this.database = database;
        this.trail = new Trail(database);
    }

    /**
     * Gives somebody a part in a portfolio.
     *
     * @throws Problem if somebody else has that part on one of these days
     */
    public Assignment assign(String portfolio, PortfolioRole role, String person, Span span, Actor actor, Instant now) {
        return add(new Assignment(newId(), portfolio, role, person, null, span), "assignment.made", actor, now);
    }

    /**
     * Gives a part to somebody else from a day on. Whoever has it then has it until the day before, and so have their
     * deputies.
     *
     * @throws Problem if that cannot be, for example because it is the social worker's own part
     */
    public Assignment handOver(
            String portfolio, PortfolioRole role, String person, LocalDate from, Actor actor, Instant now) {
        return database.write(tx -> {
            tx.hold(HELD, portfolio);
            for (Assignment held : AssignmentStore.ofPortfolio(tx, portfolio)) {
                boolean goesOn = held.span().meets(Span.from(from));
                if (held.role() == role && goesOn && role != PortfolioRole.NQSW) {
                    setLast(tx, held, from.minusDays(1), actor, now);
                }
            }
            return assign(portfolio, role, person, Span.from(from), actor, now);
        });
    }

    /**
     * Lets somebody stand in for another, for a while.
     *
     * @param instead the id of the assignment of the one they stand in for
     * @throws Problem if that one does not have the part on all of these days, or the days have no end
     */
    public Assignment deputise(String instead, String person, Span span, Actor actor, Instant now) {
        return database.write(tx -> {
            Assignment held = held(tx, instead);
            Assignment deputy = new Assignment(newId(), held.portfolio(), held.role(), person, held.person(), span);
            return add(deputy, "deputy.named", actor, now);
        });
    }

    /**
     * Sets the last day of a part, earlier or later than it was to be; one before its first day leaves nothing of it.
     * Deputies end with the one they stand in for.
     *
     * @throws Problem if that cannot be
     */
    public Assignment end(String id, LocalDate last, Actor actor, Instant now) {
        return database.write(tx -> {
            Assignment before = held(tx, id);
            Assignment after = setLast(tx, before, last, actor, now);
            for (Assignment other : AssignmentStore.ofPortfolio(tx, before.portfolio())) {
                boolean outlasts = AssignmentRules.isPrincipal(before, other)
                        && before.span().meets(other.span())
                        && !after.span().covers(other.span());
                if (outlasts) {
                    setLast(tx, other, last, actor, now);
                }
            }
            AssignmentRules.check(after, AssignmentStore.ofPortfolio(tx, before.portfolio()));
            return after;
        });
    }

    /** Who has a part in a portfolio on a day, deputies among them. */
    public List<Assignment> of(String portfolio, LocalDate day) {
        return history(portfolio).stream()
                .filter(assignment -> assignment.span().holds(day))
                .toList();
    }

    /** Whoever has that part themselves on a day. */
    public Optional<Assignment> holder(String portfolio, PortfolioRole role, LocalDate day) {
        return of(portfolio, day).stream()
                .filter(assignment -> assignment.role() == role && !assignment.isDeputy())
                .findFirst();
    }

    /** The parts that somebody has in any portfolio on a day. */
    public List<Assignment> ofPerson(String person, LocalDate day) {
        return database.read(tx -> AssignmentStore.ofPerson(tx, person)).stream()
                .filter(assignment -> assignment.span().holds(day))
                .toList();
    }

    /** Every part that somebody has, had and is going to have; the earliest first. */
    public List<Assignment> everyPartOf(String person) {
        return database.read(tx -> AssignmentStore.ofPerson(tx, person));
    }

    /** Everything that was, is and is going to be; the earliest first. */
    public List<Assignment> history(String portfolio) {
        return database.read(tx -> AssignmentStore.ofPortfolio(tx, portfolio));
    }

    private Assignment add(Assignment added, String action, Actor actor, Instant now) {
        return database.write(tx -> {
            tx.hold(HELD, added.portfolio());
            if (PersonStore.find(tx, added.person()).isEmpty()) {
                throw Problem.notFound("There is no such person.");
            }
            AssignmentRules.check(added, AssignmentStore.ofPortfolio(tx, added.portfolio()));
            AssignmentStore.insert(tx, added, now);
            note(tx, added, action, actor, now);
            return added;
        });
    }

    private Assignment setLast(Transaction tx, Assignment before, LocalDate last, Actor actor, Instant now) {
        Assignment after = before.during(before.span().endingOn(last));
        AssignmentStore.setUntil(tx, after);
        note(tx, after, "assignment.ended", actor, now);
        return after;
    }

    private void note(Transaction tx, Assignment assignment, String action, Actor actor, Instant now) {
        trail.add(
                tx,
                actor.did(action, "person", assignment.person())
                        .in(assignment.portfolio())
                        .with("role", assignment.role().word())
                        .with("stands_in_for", assignment.deputyFor())
                        .with("from", assignment.span().from().toString())
                        .with("until", PersonStore.day(assignment.span().until())),
                now);
    }

    /** The assignment as it is once nobody else changes who has a part in its portfolio, until the work ends. */
    private static Assignment held(Transaction tx, String id) {
        tx.hold(HELD, get(tx, id).portfolio());
        return get(tx, id);
    }

    private static Assignment get(Transaction tx, String id) {
        return AssignmentStore.find(tx, id).orElseThrow(() -> Problem.notFound("There is no such assignment."));
    }

    private static String newId() {
        return UUID.randomUUID().toString();
    }
}
