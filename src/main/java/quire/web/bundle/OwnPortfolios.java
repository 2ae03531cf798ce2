package quire.web.bundle;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import quire.bundle.Batch;
import quire.bundle.Order;
import quire.core.Problem;
import quire.people.Deed;
import quire.people.Organisation;
import quire.people.Permits;
import quire.portfolio.Portfolio;
import quire.web.frame.Rooms;
import quire.web.frame.Visit;

/** The portfolios that a visitor may have bundles made of, where the address names none. */
final class OwnPortfolios {

    private final Rooms rooms;

    OwnPortfolios(Rooms rooms) {
        this.rooms = rooms;
    }

    /** All of them, by code. */
    List<Portfolio> list(Visit visit) {
        Set<String> organisations =
                rooms.people().organisationsWhere(visit.who().id(), Deed.BUILD_PACKS, visit.today()).stream()
                        .map(Organisation::id)
                        .collect(Collectors.toSet());
        return organisations.isEmpty() ? List.of() : rooms.portfolios().ofOrganisations(organisations);
    }

    /**
     * Those of some ids, by code.
     *
     * @throws Problem if one of them is not theirs
     */
    List<Portfolio> get(Set<String> ids, Visit visit) {
        List<Portfolio> found = list(visit).stream()
                .filter(portfolio -> ids.contains(portfolio.id()))
                .filter(portfolio -> isTheirs(portfolio, visit))
                .toList();
        if (found.size() < ids.size()) {
            throw Problem.notFound("There is no such portfolio, or it is not yours.");
        }
        return found;
    }

    /** The ids of all of them. */
    Set<String> ids(Visit visit) {
        return list(visit).stream().map(Portfolio::id).collect(Collectors.toSet());
    }

    /**
     * What was asked for in a batch, as far as it is of portfolios that are theirs.
     *
     * @param own the ids of those
     */
    List<Order> orders(Batch batch, Set<String> own) {
        return rooms.bundles().batches().orders(batch).stream()
                .filter(order -> own.contains(order.portfolio()))
                .toList();
    }

    private boolean isTheirs(Portfolio portfolio, Visit visit) {
        return Permits.of(
                        rooms.people()
                                .standings()
                                .toPortfolio(
                                        visit.who().id(),
                                        portfolio.id(),
                                        portfolio.organisation(),
                                        visit.now(),
                                        visit.today()),
                        Deed.BUILD_PACK)
                .allowed();
    }
}
