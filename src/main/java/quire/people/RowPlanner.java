package quire.people;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import quire.core.Finding;
import quire.core.Nearest;
import quire.store.Transaction;

/** Finds the fate of the rows of a table, against the record as one transaction sees it. Changes nothing. */
final class RowPlanner {

    private final Transaction tx;
    private final Set<String> organisations;
    private final Enrolling enrolling;
    private final LocalDate today;
    private final Map<String, PlannedRow> byEmail;

    /**
     * A planner.
     *
     * @param organisations the ids of those whose people the table may hold
     * @param byEmail all rows by folded e-mail address; of two with the same one, the first
     */
    RowPlanner(
            Transaction tx,
            Set<String> organisations,
            Enrolling enrolling,
            LocalDate today,
            Map<String, PlannedRow> byEmail) {
        this.tx = tx;
        this.organisations = organisations;
        this.enrolling = enrolling;
        this.today = today;
        this.byEmail = byEmail;
    }

    void plan(PlannedRow row) {
        PlannedRow first = byEmail.get(row.folded());
        if (first != null && first != row) {
            row.refuse("This e-mail address stands in line " + first.row.line() + " already.");
        }
        row.known = PersonStore.findByEmail(tx, row.folded()).orElse(null);
        Optional<Organisation> organisation = organisation(row);
        organisation.ifPresent(found -> planPerson(row, found));
        planRoles(row, organisation);
        if (row.nqsw) {
            new EnrolmentPlanner(tx, enrolling, today, byEmail).plan(row);
        } else {
            refuseOrphans(row);
        }
    }

    private Optional<Organisation> organisation(PlannedRow row) {
        String name = row.text(PeopleColumn.ORGANISATION);
        Optional<Organisation> found = OrganisationStore.findByName(tx, Organisations.folded(name))
                .filter(organisation -> organisations.contains(organisation.id()));
        if (found.isEmpty()) {
            row.refuse(
                    name.isEmpty()
                            ? "Enter the organisation."
                            : "You do not look after an organisation called “" + name + "”.");
        }
        return found;
    }

    private void planPerson(PlannedRow row, Organisation organisation) {
        Person known = row.known;
        Person.Details typed = new Person.Details(
                row.text(PeopleColumn.NAME),
                // Another spelling of the address that we have is no news.
                known == null ? row.text(PeopleColumn.EMAIL) : known.email(),
                row.text(PeopleColumn.POST),
                row.text(PeopleColumn.REGISTRATION),
                organisation.id());
        Typed found = new Typed();
        Person.Details details = Persons.check(tx, known == null ? null : known.id(), typed, found);
        found.findings().stream().map(Finding::message).forEach(row::refuse);
        row.details = details;
        row.facts.add(organisation.id());
        if (known != null) {
            row.facts.add(known.id());
            refuseForeign(row, known);
        }
        Person.Details before = known == null ? null : known.details();
        row.change(PeopleColumn.NAME, before == null ? null : before.name(), details.name());
        row.change(PeopleColumn.EMAIL, before == null ? null : before.email(), details.email());
        row.change(PeopleColumn.ORGANISATION, before == null ? null : name(before.organisation()), organisation.name());
        row.change(PeopleColumn.POST, before == null ? null : before.post(), details.post());
        row.change(
                PeopleColumn.REGISTRATION,
                before == null ? null : before.registration(),
                details.registration() == null ? "" : details.registration());
    }

    private void refuseForeign(PlannedRow row, Person known) {
        if (!organisations.contains(known.organisation())) {
            row.refuse("Somebody already has this e-mail address.");
        } else if (!known.isActive(today)) {
            row.refuse("This person's access has ended. Give them access again before you import the table.");
        }
    }

    private void planRoles(PlannedRow row, Optional<Organisation> organisation) {
        for (String word : words(row.text(PeopleColumn.ROLE))) {
            String plain =
                    word.toLowerCase(Locale.ROOT).replaceAll("[ -]+", "_").replace("co_ordinator", "coordinator");
            Optional<Role> role = Role.find(plain);
            Optional<PortfolioRole> part = PortfolioRole.find(plain.replace("line_manager", "manager"));
            if (role.filter(Role.OPERATOR::equals).isPresent()) {
                row.refuse("An operator is not made by a table.");
            } else if (part.filter(PortfolioRole.NQSW::equals).isPresent()) {
                row.nqsw = true;
            } else if (role.isPresent()) {
                organisation.ifPresent(found -> planRole(row, role.get(), found));
            } else if (part.isEmpty()) {
                refuseRole(row, word);
            }
            // Assessors and line managers are such to single portfolios, and stand in the rows of those.
        }
    }

    private void planRole(PlannedRow row, Role role, Organisation organisation) {
        boolean held = row.known != null
                && RoleStore.ofPerson(tx, row.known.id()).stream()
                        .anyMatch(other -> other.role() == role
                                && other.organisation().equals(organisation.id())
                                && other.span().meets(Span.from(today)));
        if (!held) {
            row.roles.add(role);
            row.change(PeopleColumn.ROLE, "", role.label());
        }
    }

    private static void refuseRole(PlannedRow row, String word) {
        Set<String> known = new TreeSet<>();
        Arrays.stream(Role.values()).filter(role -> role != Role.OPERATOR).forEach(role -> known.add(role.word()));
        Arrays.stream(PortfolioRole.values()).forEach(role -> known.add(role.word()));
        String near = Nearest.to(word, known);
        row.refuse("There is no role called “" + word + "”." + (near == null ? "" : " Did you mean “" + near + "”?"));
    }

    /** What only a portfolio has would be lost without a word. */
    private static void refuseOrphans(PlannedRow row) {
        List<PeopleColumn> filled =
                List.of(PeopleColumn.ASSESSOR, PeopleColumn.MANAGER, PeopleColumn.START, PeopleColumn.PROGRAMME)
                        .stream()
                        .filter(column -> !row.text(column).isEmpty())
                        .toList();
        if (!filled.isEmpty()) {
            row.refuse("The column “" + filled.get(0).title() + "” is only for people with the role nqsw.");
        }
    }

    private String name(String organisation) {
        return OrganisationStore.find(tx, organisation).map(Organisation::name).orElse("");
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split("[,;/]", -1))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
