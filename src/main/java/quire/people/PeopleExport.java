package quire.people;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import quire.core.Digest;
import quire.store.Database;
import quire.store.Transaction;
import quire.trail.Trail;

/**
 * Writes people into a table that {@link PeopleImport} reads and a spreadsheet opens; what looks like a formula is written
 * so that it stays a text. May be shared between threads.
 */
public final class PeopleExport {

    private final Database database;
    private final Trail trail;

    public PeopleExport(Database database) {
        this.database = database;
        this.trail = new Trail(database);
    }

    /** A table without people, for those who begin one. */
    public static String template() {
        return "\uFEFF" + String.join(",", PeopleColumn.titles()) + "\r\n";
    }

    /** As {@link #csv}, and writes down who has taken the table with them. */
    public String export(List<String> organisations, Enrolling enrolling, Actor actor, Instant now, LocalDate today) {
        String table = csv(organisations, enrolling, today);
        database.run(tx -> trail.add(
                tx,
                actor.did("people.exported", "table", Digest.of(table).hex())
                        .with("organisations", organisations.size()),
                now));
        return table;
    }

    /**
     * Everybody with access in some organisations, with commas, in UTF-8 with a mark that spreadsheets know it by.
     *
     * @param organisations their ids, in the order of the table
     * @param enrolling which portfolios people have
     */
    public String csv(List<String> organisations, Enrolling enrolling, LocalDate today) {
        return Spreadsheet.csv(PeopleColumn.titles(), database.read(tx -> rows(tx, organisations, enrolling, today)));
    }

    private static List<List<String>> rows(
            Transaction tx, List<String> organisations, Enrolling enrolling, LocalDate today) {
        List<List<String>> rows = new ArrayList<>();
        for (String id : organisations) {
            Optional<Organisation> organisation = OrganisationStore.find(tx, id);
            for (Person person : PersonStore.ofOrganisation(tx, id)) {
                if (person.isActive(today) && organisation.isPresent()) {
                    rows.add(
                            row(tx, person, organisation.get(), enrolling.find().apply(person.id()), today));
                }
            }
        }
        return rows;
    }

    private static List<String> row(
            Transaction tx,
            Person person,
            Organisation organisation,
            Optional<Enrolling.Enrolled> enrolled,
            LocalDate today) {
        String registration = person.details().registration();
        return List.of(
                person.name(),
                person.email(),
                organisation.name(),
                person.details().post(),
                registration == null ? "" : registration,
                roles(tx, person, enrolled.isPresent(), today),
                holder(tx, enrolled, PortfolioRole.ASSESSOR, today),
                holder(tx, enrolled, PortfolioRole.MANAGER, today),
                enrolled.map(year -> year.start().toString()).orElse(""),
                enrolled.map(Enrolling.Enrolled::programme).orElse(""));
    }

    private static String roles(Transaction tx, Person person, boolean nqsw, LocalDate today) {
        Set<String> words = new LinkedHashSet<>();
        if (nqsw) {
            words.add(PortfolioRole.NQSW.word());
        }
        for (HeldRole held : RoleStore.ofPerson(tx, person.id())) {
            boolean here = held.organisation().equals(person.organisation())
                    && held.span().holds(today);
            if (here && held.role() != Role.OPERATOR) {
                words.add(held.role().word());
            }
        }
        return String.join(", ", words);
    }

    private static String holder(
            Transaction tx, Optional<Enrolling.Enrolled> enrolled, PortfolioRole role, LocalDate today) {
        return enrolled.stream()
                .flatMap(year -> AssignmentStore.ofPortfolio(tx, year.portfolio()).stream())
                .filter(assignment -> assignment.role() == role
                        && !assignment.isDeputy()
                        && assignment.span().holds(today))
                .flatMap(assignment -> PersonStore.find(tx, assignment.person()).stream())
                .map(Person::email)
                .findFirst()
                .orElse("");
    }
}
