package quire.people;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import quire.store.Database;
import quire.store.Transaction;

/** Puts together what somebody is on a day, for {@link Permits} to judge. May be shared between threads. */
public final class Standings {

    private final Database database;
    private final Roles roles;
    private final BreakGlass glass;

    public Standings(Database database) {
        this.database = database;
        this.roles = new Roles(database);
        this.glass = new BreakGlass(database);
    }

    /** In general: what somebody is wherever. */
    public Standing anywhere(String person, LocalDate today) {
        return database.read(tx -> standing(tx, person, Set.of(), List.of(), today));
    }

    /** To an organisation and the people in it. */
    public Standing toOrganisation(String person, String organisation, LocalDate today) {
        return database.read(tx -> standing(tx, person, roles.reaching(person, organisation, today), List.of(), today));
    }

    /**
     * To a portfolio.
     *
     * @param organisation the id of the organisation that it belongs to
     */
    public Standing toPortfolio(String person, String portfolio, String organisation, Instant now, LocalDate today) {
        return database.read(tx -> {
            Set<Role> here = roles.reaching(person, organisation, today);
            List<Standing.Tie> ties = ties(AssignmentStore.ofPortfolio(tx, portfolio), person, today);
            boolean broken = here.contains(Role.ADMINISTRATOR) && glass.isOpen(person, portfolio, now);
            return standing(tx, person, here, ties, today).brokeGlass(broken);
        });
    }

    /**
     * To a paper of a portfolio: also to somebody who was asked to play a part in it, with an account or without.
     *
     * @param organisation the id of the organisation that the portfolio belongs to
     */
    public Standing toPaper(
            String person, String document, String portfolio, String organisation, Instant now, LocalDate today) {
        return database.read(tx -> {
            Standing standing = toPortfolio(person, portfolio, organisation, now, today);
            Set<String> asked = InvitationStore.roles(tx, person, document, today);
            Standing here = Invitations.isGuest(person) && !asked.isEmpty() ? standing.active(true) : standing;
            return here.inPaper(asked, RecordingStore.roles(tx, person, document));
        });
    }

    private Standing standing(Transaction tx, String person, Set<Role> here, List<Standing.Tie> ties, LocalDate today) {
        boolean active = PersonStore.find(tx, person)
                .filter(found -> found.isActive(today))
                .isPresent();
        Set<Role> held = new TreeSet<>();
        roles.ofPerson(person, today).forEach(role -> held.add(role.role()));
        return new Standing(person, active, held, here, ties, false, false);
    }

    /** A deputy is one for as long as there is somebody to stand in for. */
    private static List<Standing.Tie> ties(List<Assignment> all, String person, LocalDate today) {
        List<Assignment> now = all.stream()
                .filter(assignment -> assignment.span().holds(today))
                .toList();
        List<Standing.Tie> ties = new ArrayList<>();
        for (Assignment mine : now) {
            boolean counts =
                    !mine.isDeputy() || now.stream().anyMatch(other -> AssignmentRules.isPrincipal(other, mine));
            if (mine.person().equals(person) && counts) {
                ties.add(new Standing.Tie(mine.role(), mine.deputyFor()));
            }
        }
        return ties;
    }
}
