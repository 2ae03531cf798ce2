package quire.portfolio;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import quire.people.Assignment;
import quire.people.Assignments;
import quire.people.Person;
import quire.people.Persons;
import quire.store.Database;

/** Whom to write to about a portfolio: whoever has a part in it today, and still has access. */
final class Addressees {

    private final Assignments assignments;
    private final Persons persons;

    Addressees(Database database) {
        this.assignments = new Assignments(database);
        this.persons = new Persons(database);
    }

    /** Those who have one of these parts, deputies among them; roles that are no part of a portfolio have nobody. */
    List<Person> of(String portfolio, Collection<String> roles, LocalDate today) {
        List<Person> found = new ArrayList<>();
        for (Assignment assignment : assignments.of(portfolio, today)) {
            if (roles.contains(assignment.role().word())) {
                persons.find(assignment.person())
                        .filter(person -> person.isActive(today) && !found.contains(person))
                        .ifPresent(found::add);
            }
        }
        return found;
    }
}
