package quire.web.frame;

import io.javalin.http.Context;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import quire.bundle.Bundle;
import quire.bundle.Edition;
import quire.bundle.Order;
import quire.core.Problem;

/**
 * The bundle that an address names, or the order of one.
 *
 * @param id of the bundle; null for an order
 * @param portfolio the id of its portfolio
 * @param edition what it is for
 */
record NamedBundle(@Nullable String id, String portfolio, Edition edition) {

    /**
     * What the address names; null if it names neither.
     *
     * @throws Problem if there is no such bundle or order
     */
    static @Nullable NamedBundle find(Rooms rooms, Context request) {
        Set<String> names = request.pathParamMap().keySet();
        if (names.contains("order")) {
            Order order = rooms.bundles().getOrder(request.pathParam("order"));
            return new NamedBundle(null, order.portfolio(), order.edition());
        } else if (names.contains("bundle")) {
            Bundle bundle = rooms.bundles().get(request.pathParam("bundle"));
            return new NamedBundle(bundle.id(), bundle.portfolio(), bundle.edition());
        }
        return null;
    }

    boolean isDraft() {
        return edition == Edition.DRAFT;
    }
}
