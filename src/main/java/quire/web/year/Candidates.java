package quire.web.year;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import quire.people.Directory;
import quire.people.Organisation;
import quire.people.PortfolioRole;
import quire.people.Role;
import quire.web.frame.Boxes;
import quire.web.frame.Boxes.Option;
import quire.web.frame.Rooms;
import quire.web.frame.View;
import quire.web.frame.Wording;

/** Those who can have a part in a portfolio: everybody with access in some organisations, by name. */
record Candidates(List<Directory.Entry> people) {

    /** The parts that are given to somebody, in the order in which people read them. */
    static final List<PortfolioRole> PARTS =
            List.of(PortfolioRole.ASSESSOR, PortfolioRole.MANAGER, PortfolioRole.COORDINATOR);

    static Candidates of(Rooms rooms, Collection<Organisation> organisations, LocalDate today) {
        return new Candidates(active(rooms, organisations, today));
    }

    /** Everybody with access. */
    static List<Directory.Entry> active(Rooms rooms, Collection<Organisation> organisations, LocalDate today) {
        return rooms.people().directory().of(organisations, today).stream()
                .filter(entry -> entry.state() != Directory.State.ENDED)
                .toList();
    }

    /** Those of the employer of a portfolio and of the organisation that hosts its programme. */
    static Candidates around(Rooms rooms, String organisation, LocalDate today) {
        Organisation employer = rooms.people().organisations().get(organisation);
        List<Organisation> near = new ArrayList<>(List.of(employer));
        if (!employer.home().equals(employer.id())) {
            near.add(rooms.people().organisations().get(employer.home()));
        }
        return of(rooms, near, today);
    }

    boolean has(String person) {
        return people.stream().anyMatch(entry -> entry.person().id().equals(person));
    }

    /**
     * A list that opens, those who have such a part somewhere first.
     *
     * @param name of the box
     * @param except the id of somebody who cannot have it
     */
    View pick(Boxes boxes, String name, PortfolioRole role, String except) {
        List<Directory.Entry> others = people.stream()
                .filter(entry -> !entry.person().id().equals(except))
                .toList();
        List<Option> usual = options(others, entry -> has(entry, role));
        List<Option> rest = options(others, entry -> !has(entry, role));
        View view = boxes.pick(name, Wording.capital(role.label()), "", List.of());
        view.text("nobody", "Nobody yet").text("usualLabel", Wording.capital(role.label()) + "s");
        return view.list("usual", boxes.options(name, usual)).list("rest", boxes.options(name, rest));
    }

    private static List<Option> options(List<Directory.Entry> people, Predicate<Directory.Entry> which) {
        return people.stream()
                .filter(which)
                .map(entry -> new Option(
                        entry.person().id(),
                        entry.person().name() + ", " + entry.organisation().name()))
                .toList();
    }

    private static boolean has(Directory.Entry entry, PortfolioRole role) {
        return entry.parts().contains(role)
                || (role == PortfolioRole.COORDINATOR
                        && entry.roles().stream().anyMatch(held -> held.role() == Role.COORDINATOR));
    }
}
