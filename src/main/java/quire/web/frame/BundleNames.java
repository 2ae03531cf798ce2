package quire.web.frame;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import quire.bundle.Bundle;
import quire.people.Permits;

/** What pages call bundles, those too that know nothing else of them. */
public final class BundleNames {

    private BundleNames() {}

    /** A version of a bundle: {@code Final, version 2}, {@code Supplement 1 to version 2}. */
    public static String version(Bundle bundle) {
        Bundle.Final base = bundle.base();
        return base != null
                ? "Supplement " + bundle.number() + " to version " + base.version()
                : bundle.edition().title() + ", version " + bundle.number();
    }

    /**
     * Some bundles of one portfolio, the oldest first; with their addresses for whoever may open them.
     *
     * @param ids of bundles that are there
     * @param visit to the portfolio, or to something in it
     */
    public static List<View> list(Rooms rooms, Collection<String> ids, Visit visit) {
        boolean opens = Permits.opensPack(visit.stands(), false).allowed();
        return ids.stream()
                .map(rooms.bundles()::get)
                .sorted(Comparator.comparing(Bundle::made).thenComparing(Bundle::id))
                .map(bundle -> new View()
                        .text("title", bundle.title())
                        .text("version", version(bundle))
                        .text("made", Times.words(bundle.made(), rooms.clock()))
                        .text("href", opens ? "/bundles/" + bundle.id() : ""))
                .toList();
    }
}
