package quire.web.frame;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import quire.people.Assignment;
import quire.people.Deed;
import quire.people.HeldRole;
import quire.people.People;
import quire.people.Permits;
import quire.people.PortfolioRole;
import quire.people.Role;
import quire.people.Standing;

/** What a visitor finds at the top of every page: the parts of the house that they have anything to do with. */
public final class Menu {

    private Menu() {}

    /** In the order of the menu; the first one is where they come in. */
    public static List<Frame.At> of(Rooms rooms, Visit visit) {
        People people = rooms.people();
        String person = visit.who().id();
        Set<PortfolioRole> parts = EnumSet.noneOf(PortfolioRole.class);
        for (Assignment assignment : people.assignments().ofPerson(person, visit.today())) {
            parts.add(assignment.role());
        }
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (HeldRole held : people.roles().ofPerson(person, visit.today())) {
            roles.add(held.role());
        }
        List<Frame.At> menu = ofParts(parts);
        if (!people.invitations().waitingFor(person, visit.today()).isEmpty()) {
            menu.add(Frame.At.ASKED);
        }
        for (Frame.At place : List.of(Frame.At.COHORT, Frame.At.PEOPLE, Frame.At.INSTALLATION)) {
            if (place.isFor(standing(person, roles))) {
                menu.add(place);
            }
        }
        if (roles.stream().anyMatch(Role::judges) || rooms.bundles().releases().isReader(person)) {
            menu.add(Frame.At.BUNDLES);
        }
        if (!menu.equals(List.of(Frame.At.BUNDLES))) {
            menu.add(Frame.At.FORMS);
            menu.add(Frame.At.CATALOGUE);
        }
        return menu;
    }

    private static List<Frame.At> ofParts(Set<PortfolioRole> parts) {
        List<Frame.At> menu = new ArrayList<>();
        if (parts.contains(PortfolioRole.NQSW)) {
            menu.add(Frame.At.YEAR);
        }
        if (parts.contains(PortfolioRole.ASSESSOR)) {
            menu.add(Frame.At.NQSWS);
        }
        if (parts.contains(PortfolioRole.MANAGER)) {
            menu.add(Frame.At.TEAM);
        }
        return menu;
    }

    /** Somewhere at least; each page asks again what for. */
    private static Standing standing(String person, Set<Role> roles) {
        return new Standing(person, true, roles, roles, List.of(), false, false);
    }

    static boolean allows(Standing standing, Deed deed) {
        return Permits.of(standing, deed).allowed();
    }
}
