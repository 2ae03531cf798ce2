package quire.web.bundle;

import java.util.List;
import quire.bundle.Bundle;
import quire.bundle.Contents;
import quire.bundle.Releases;
import quire.core.Finding;
import quire.core.Place;
import quire.core.Problem;
import quire.people.Deed;
import quire.people.Directory;
import quire.people.Organisation;
import quire.people.Person;
import quire.portfolio.Portfolio;
import quire.web.frame.Rooms;
import quire.web.frame.Visit;

/** Those whom an administrator can choose to read a bundle: people they see who sit on panels and may judge this year. */
final class Candidates {

    private final Rooms rooms;

    Candidates(Rooms rooms) {
        this.rooms = rooms;
    }

    List<Directory.Entry> of(Bundle bundle, Visit visit) {
        List<Organisation> seen = rooms.people().organisationsWhere(visit.who().id(), Deed.SEE_PEOPLE, visit.today());
        boolean coded = Contents.of(bundle).coded();
        return rooms.people().directory().of(seen, visit.today()).stream()
                .filter(entry ->
                        entry.roles().stream().anyMatch(held -> held.role().judges()))
                .filter(entry -> entry.person().isActive(visit.today()))
                .filter(entry -> mayRead(entry.person(), coded, visit))
                .toList();
    }

    /**
     * The one of that id.
     *
     * @throws Problem if it is none of them
     */
    Person get(Bundle bundle, Visit visit, String id) {
        return of(bundle, visit).stream()
                .map(Directory.Entry::person)
                .filter(person -> person.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.badInput(
                        Finding.error("reader", "Choose one of those who are in the list.", Place.atPath("reader"))));
    }

    private boolean mayRead(Person person, boolean coded, Visit visit) {
        Portfolio portfolio = visit.inPortfolio();
        Releases releases = rooms.bundles().releases();
        return !releases.isInvolved(person.id(), portfolio)
                && (coded || !releases.isOutside(person, portfolio, visit.today()));
    }
}
