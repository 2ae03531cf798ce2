package quire.people;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import quire.core.Digest;
import quire.core.Finding;
import quire.core.Json;
import quire.core.Ordered;
import quire.core.Place;
import quire.core.Problem;
import quire.store.Database;
import quire.store.Transaction;
import quire.trail.Trail;

/**
 * Takes in people from a table: first dry, so that somebody sees the fate of each row, then for good, and then exactly that
 * or nothing. May be shared between threads.
 */
public final class PeopleImport {

    /** A table to be imported. */
    public static final class Source {

        private final byte[] content;
        private final String name;
        private final Set<String> organisations;
        private final Enrolling enrolling;

        /**
         * A table.
         *
         * @param content the bytes of the file
         * @param name what the person calls it
         * @param organisations the ids of those whose people it may hold
         * @param enrolling how social workers get a portfolio
         */
        public Source(byte[] content, String name, Set<String> organisations, Enrolling enrolling) {
            this.content = content.clone();
            this.name = name;
            this.organisations = Set.copyOf(organisations);
            this.enrolling = enrolling;
        }
    }

    private record Planned(ImportPlan plan, List<PlannedRow> rows) {}

    private final Database database;
    private final Persons persons;
    private final Roles roles;
    private final Assignments assignments;
    private final Trail trail;

    public PeopleImport(Database database) {
        this.database = database;
        this.persons = new Persons(database);
        this.roles = new Roles(database);
        this.assignments = new Assignments(database);
        this.trail = new Trail(database);
    }

    /**
     * The fate of every row as the record is now. Changes nothing.
     *
     * @throws Problem if the file is no table of people at all
     */
    public ImportPlan plan(Source source, LocalDate today) {
        List<PeopleTable.Row> table = PeopleTable.read(source.content, source.name);
        return database.read(tx -> planned(tx, source, table, today)).plan();
    }

    /**
     * Does what a plan said: all rows, or none.
     *
     * @param seen the fingerprint of the plan that somebody has agreed to
     * @throws Problem of the kind CONFLICT if the table or the record is not the same any more; with a finding for each row
     *     that is refused, if there is one
     */
    public ImportPlan run(Source source, Digest seen, Actor actor, Instant now, LocalDate today) {
        List<PeopleTable.Row> table = PeopleTable.read(source.content, source.name);
        return database.write(tx -> {
            hold(tx, table);
            Planned planned = planned(tx, source, table, today);
            if (!planned.plan().fingerprint().equals(seen)) {
                throw Problem.of(
                        Problem.Kind.CONFLICT,
                        "Something has changed since you looked, so nothing was imported. Look at what would happen now.");
            }
            refuse(planned.plan(), source.name);
            for (PlannedRow row : planned.rows()) {
                takeIn(row, actor, now);
            }
            for (PlannedRow row : planned.rows()) {
                enrol(row, source.enrolling, actor, now, today);
            }
            note(tx, source, planned.plan(), actor, now);
            return planned.plan();
        });
    }

    /** What the plan is compared with stays as it is until all of it is done. */
    private static void hold(Transaction tx, List<PeopleTable.Row> table) {
        tx.hold("people", "import");
        TreeSet<String> emails = new TreeSet<>();
        table.forEach(row -> emails.add(new PlannedRow(row).folded()));
        PersonStore.holdByEmail(tx, emails);
    }

    private static Planned planned(Transaction tx, Source source, List<PeopleTable.Row> table, LocalDate today) {
        List<PlannedRow> rows = table.stream().map(PlannedRow::new).toList();
        Map<String, PlannedRow> byEmail = new LinkedHashMap<>();
        rows.forEach(row -> byEmail.putIfAbsent(row.folded(), row));
        RowPlanner planner = new RowPlanner(tx, source.organisations, source.enrolling, today, byEmail);
        rows.forEach(planner::plan);
        return new Planned(
                new ImportPlan(rows.stream().map(PlannedRow::fate).toList(), fingerprint(source, rows)), rows);
    }

    private static Digest fingerprint(Source source, List<PlannedRow> rows) {
        List<Object> all = new ArrayList<>();
        all.add(Digest.of(source.content).hex());
        for (PlannedRow row : rows) {
            RowFate fate = row.fate();
            List<Object> changes = new ArrayList<>();
            fate.changes().forEach(change -> changes.add(List.of(change.what(), change.from(), change.to())));
            all.add(Ordered.of(
                    "fate",
                    fate.kind().name(),
                    "changes",
                    changes,
                    "reasons",
                    fate.reasons(),
                    "facts",
                    List.copyOf(row.facts)));
        }
        return Digest.of(Json.canonical(all));
    }

    private static void refuse(ImportPlan plan, String name) {
        List<Finding> findings = new ArrayList<>();
        for (RowFate row : plan.rows()) {
            for (String reason : row.reasons()) {
                findings.add(
                        Finding.error("import-row", reason, Place.inFile(name).line(row.line())));
            }
        }
        if (!findings.isEmpty()) {
            throw Problem.badInput("Some rows cannot be imported, so none was.", findings);
        }
    }

    private void takeIn(PlannedRow row, Actor actor, Instant now) {
        Person.Details details = Objects.requireNonNull(row.details);
        Person known = row.known;
        row.known = known == null ? persons.add(details, actor, now) : persons.change(known.id(), details, actor, now);
    }

    private void enrol(PlannedRow row, Enrolling enrolling, Actor actor, Instant now, LocalDate today) {
        Person person = Objects.requireNonNull(row.known);
        for (Role role : row.roles) {
            roles.give(person.id(), role, person.organisation(), Span.from(today), actor, now);
        }
        if (!row.nqsw) {
            return;
        }
        LocalDate from = EnrolmentPlanner.from(row, today);
        String portfolio = row.enrolled == null ? begin(row, person, enrolling, actor, now) : row.enrolled.portfolio();
        for (PlannedRow.Part part : row.parts) {
            Person holder = persons.findByEmail(part.email()).orElseThrow();
            assignments.handOver(portfolio, part.role(), holder.id(), from, actor, now);
        }
    }

    private String begin(PlannedRow row, Person person, Enrolling enrolling, Actor actor, Instant now) {
        LocalDate start = Objects.requireNonNull(row.start);
        String programme = Objects.requireNonNull(row.programme);
        String portfolio = enrolling.enrol().apply(new Enrolment(person.id(), person.organisation(), programme, start));
        boolean assigned =
                assignments.history(portfolio).stream().anyMatch(assignment -> assignment.role() == PortfolioRole.NQSW);
        if (!assigned) {
            assignments.assign(portfolio, PortfolioRole.NQSW, person.id(), Span.from(start), actor, now);
        }
        return portfolio;
    }

    private void note(Transaction tx, Source source, ImportPlan plan, Actor actor, Instant now) {
        Digest table = Digest.of(source.content);
        trail.add(
                tx,
                actor.did("people.imported", "table", table.hex())
                        .with("new", plan.count(RowFate.Kind.NEW))
                        .with("changed", plan.count(RowFate.Kind.CHANGED))
                        .with("unchanged", plan.count(RowFate.Kind.UNCHANGED)),
                now);
    }
}
