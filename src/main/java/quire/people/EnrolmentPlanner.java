package quire.people;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import quire.core.Nearest;
import quire.store.Transaction;

/** Finds what becomes of the programme, the assessor and the line manager in the row of a social worker. */
final class EnrolmentPlanner {

    private final Transaction tx;
    private final Enrolling enrolling;
    private final LocalDate today;
    private final Map<String, PlannedRow> byEmail;

    EnrolmentPlanner(Transaction tx, Enrolling enrolling, LocalDate today, Map<String, PlannedRow> byEmail) {
        this.tx = tx;
        this.enrolling = enrolling;
        this.today = today;
        this.byEmail = byEmail;
    }

    void plan(PlannedRow row) {
        Person known = row.known;
        row.enrolled = known == null ? null : enrolling.find().apply(known.id()).orElse(null);
        row.programme = programme(row).orElse(null);
        row.start = start(row).orElse(null);
        if (row.enrolled != null) {
            row.facts.add(row.enrolled.portfolio());
            refuseOther(row, row.enrolled);
        } else if (row.programme != null && row.start != null) {
            row.change(PeopleColumn.PROGRAMME, "", row.programme);
            row.change(PeopleColumn.START, "", TypedDate.inWords(row.start));
        }
        part(row, PortfolioRole.ASSESSOR, PeopleColumn.ASSESSOR);
        part(row, PortfolioRole.MANAGER, PeopleColumn.MANAGER);
    }

    private Optional<String> programme(PlannedRow row) {
        String typed = row.text(PeopleColumn.PROGRAMME);
        Optional<String> found = enrolling.programmes().stream()
                .filter(id -> id.equalsIgnoreCase(typed))
                .findFirst();
        if (typed.isEmpty() && row.enrolled == null) {
            row.refuse("Enter the programme of this social worker.");
        } else if (!typed.isEmpty() && found.isEmpty()) {
            String near = Nearest.to(typed, enrolling.programmes());
            row.refuse("There is no programme called “" + typed + "”."
                    + (near == null ? "" : " Did you mean “" + near + "”?"));
        }
        return found;
    }

    private Optional<LocalDate> start(PlannedRow row) {
        String typed = row.text(PeopleColumn.START);
        Optional<LocalDate> found = TypedDate.read(typed);
        if (typed.isEmpty() && row.enrolled == null) {
            row.refuse("Enter the start date of this social worker.");
        } else if (!typed.isEmpty() && found.isEmpty()) {
            row.refuse("“" + typed + "” is not a date. Write it like 14/03/2027 or 2027-03-14.");
        }
        return found;
    }

    /** A year that has begun is changed where its papers can be seen, and not by a table. */
    private static void refuseOther(PlannedRow row, Enrolling.Enrolled enrolled) {
        if (row.programme != null && !row.programme.equals(enrolled.programme())) {
            row.refuse("This social worker is in the programme " + enrolled.programme() + " already.");
        }
        if (row.start != null && !row.start.equals(enrolled.start())) {
            row.refuse("The year of this social worker begins on " + TypedDate.inWords(enrolled.start())
                    + ". Change it on the page of the portfolio.");
        }
    }

    private void part(PlannedRow row, PortfolioRole role, PeopleColumn column) {
        String email = EmailAddress.folded(row.text(column));
        if (email.isEmpty()) {
            return;
        } else if (email.equals(row.folded())) {
            row.refuse("Nobody can be their own " + role.label() + ".");
            return;
        }
        Optional<Person> person = PersonStore.findByEmail(tx, email);
        if (person.isEmpty() && !byEmail.containsKey(email)) {
            row.refuse("Nobody has the e-mail address " + row.text(column) + " of the " + role.label()
                    + ". Add a row for them.");
        } else if (person.filter(found -> !found.isActive(today)).isPresent()) {
            row.refuse("The access of the " + role.label() + " has ended.");
        } else {
            person.ifPresent(found -> row.facts.add(found.id()));
            planPart(row, role, column, email, person);
        }
    }

    private void planPart(
            PlannedRow row, PortfolioRole role, PeopleColumn column, String email, Optional<Person> person) {
        Optional<Assignment> held = held(row, role);
        String now = held.flatMap(assignment -> PersonStore.find(tx, assignment.person()))
                .map(Person::email)
                .orElse("");
        boolean same = held.isPresent()
                && person.map(Person::id).filter(held.get().person()::equals).isPresent();
        if (!same) {
            row.parts.add(new PlannedRow.Part(role, email));
            row.change(column, now, person.map(Person::email).orElse(email) + since(row));
        }
    }

    private Optional<Assignment> held(PlannedRow row, PortfolioRole role) {
        if (row.enrolled == null) {
            return Optional.empty();
        }
        LocalDate day = from(row);
        return AssignmentStore.ofPortfolio(tx, row.enrolled.portfolio()).stream()
                .filter(assignment -> assignment.role() == role
                        && !assignment.isDeputy()
                        && assignment.span().holds(day))
                .findFirst();
    }

    private String since(PlannedRow row) {
        return row.enrolled == null ? "" : " from " + TypedDate.inWords(from(row));
    }

    /** Nobody is handed over to from a day that has passed, or before the year begins. */
    private LocalDate from(PlannedRow row) {
        return from(row, today);
    }

    static LocalDate from(PlannedRow row, LocalDate today) {
        if (row.enrolled == null) {
            return row.start == null ? today : row.start;
        }
        return row.enrolled.start().isAfter(today) ? row.enrolled.start() : today;
    }
}
