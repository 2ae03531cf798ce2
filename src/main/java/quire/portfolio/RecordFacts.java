package quire.portfolio;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import quire.forms.Field;
import quire.forms.Form;
import quire.forms.Forms;
import quire.forms.RecordBlock;
import quire.people.Assignment;
import quire.people.Assignments;
import quire.people.Organisation;
import quire.people.Organisations;
import quire.people.Person;
import quire.people.Persons;
import quire.people.PortfolioRole;
import quire.programme.Programme;
import quire.programme.Row;
import quire.programme.Stage;
import quire.store.Database;

/**
 * What the record knows of the person whose paper it is: the block at its head, which nobody types. May be shared between
 * threads.
 */
public final class RecordFacts {

    private final Persons persons;
    private final Organisations organisations;
    private final Assignments assignments;
    private final Function<String, String> standards;

    /** @param forms where the titles of standards stand */
    public RecordFacts(Database database, Forms forms) {
        this(database, (String id) -> title(forms, id));
    }

    RecordFacts(Database database, Function<String, String> standards) {
        this.persons = new Persons(database);
        this.organisations = new Organisations(database);
        this.assignments = new Assignments(database);
        this.standards = standards;
    }

    /**
     * The block of one paper, by field id: what its form has a place for and the record knows.
     *
     * @param row the paper of the programme that it is
     * @param day the day as of which it is true; a role that nobody has on that day is shown with who had it last
     */
    public Map<String, @Nullable Object> of(Portfolio portfolio, Row row, Form form, LocalDate day) {
        RecordBlock block = form.record();
        if (block == null) {
            return Map.of();
        }
        Map<String, @Nullable Object> facts = programme(portfolio, row);
        people(facts, portfolio, day);
        List<String> wanted = block.fields().stream().map(Field::id).toList();
        facts.keySet().retainAll(wanted);
        facts.values().removeIf(fact -> fact == null || fact.equals(""));
        return facts;
    }

    private Map<String, @Nullable Object> programme(Portfolio portfolio, Row row) {
        Programme programme = portfolio.programme();
        LocalDate start = portfolio.dates().start();
        LocalDate end = portfolio.timetable().dateOf("end");
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("programme_title", programme.title());
        facts.put(
                "year",
                start.getYear() == end.getYear() ? "" + end.getYear() : start.getYear() + " to " + end.getYear());
        facts.put("period", period(programme, row));
        facts.put("team", portfolio.team());
        facts.put("setting", portfolio.setting());
        facts.put("route", programme.basis().route());
        facts.put(
                "standards",
                programme.basis().standards().stream().map(standards).collect(Collectors.joining("; ")));
        facts.put("start_date", start.toString());
        facts.put("end_date", end.toString());
        facts.put("portfolio_code", portfolio.code());
        return facts;
    }

    private void people(Map<String, @Nullable Object> facts, Portfolio portfolio, LocalDate day) {
        Optional<Person> nqsw = persons.find(portfolio.nqsw());
        facts.put("nqsw_name", nqsw.map(Person::name).orElse(null));
        facts.put(
                "swe_number",
                nqsw.map(person -> person.details().registration()).orElse(null));
        Optional<Organisation> employer = organisations.find(portfolio.organisation());
        facts.put("employer", employer.map(Organisation::name).orElse(null));
        facts.put(
                "employer_address",
                employer.map(found -> found.details().address()).orElse(null));
        List<Assignment> history = assignments.history(portfolio.id());
        for (PortfolioRole role : PortfolioRole.values()) {
            if (role != PortfolioRole.NQSW) {
                facts.put(
                        role.word() + "_name",
                        holder(history, role, day).map(Person::name).orElse(null));
            }
        }
    }

    /** Who has a part on a day, or had it last before; empty if nobody ever had it. */
    Optional<Person> holder(Portfolio portfolio, String role, LocalDate day) {
        return Stream.of(PortfolioRole.values())
                .filter(one -> one.word().equals(role))
                .findFirst()
                .flatMap(one -> one == PortfolioRole.NQSW
                        ? persons.find(portfolio.nqsw())
                        : holder(assignments.history(portfolio.id()), one, day));
    }

    /** Deputies do not stand at the head of papers. */
    private Optional<Person> holder(List<Assignment> history, PortfolioRole role, LocalDate day) {
        return history.stream()
                .filter(one ->
                        one.role() == role && !one.isDeputy() && !one.span().isEmpty())
                .filter(one -> !one.span().from().isAfter(day))
                .reduce((earlier, later) -> later)
                .flatMap(last -> persons.find(last.person()));
    }

    private static String period(Programme programme, Row row) {
        return row.stage() == null
                ? "The whole year"
                : programme.timeline().stage(row.stage()).map(Stage::title).orElse("");
    }

    private static String title(Forms forms, String id) {
        return Objects.requireNonNull(forms.standards().get(id), id).title();
    }
}
