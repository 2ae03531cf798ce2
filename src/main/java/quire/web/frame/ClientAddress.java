package quire.web.frame;

import io.javalin.http.Context;
import java.util.List;
import java.util.Set;

/** Where a request comes from. What a header says of it is believed only from proxies that the operator has named. */
public final class ClientAddress {

    private final Set<String> proxies;

    public ClientAddress(Set<String> proxies) {
        this.proxies = proxies;
    }

    /** The nearest address that is none of our own proxies: anything before it anybody could have written. */
    public String of(Context request) {
        String nearest = request.req().getRemoteAddr();
        String said = request.header("X-Forwarded-For");
        if (said == null || !proxies.contains(nearest)) {
            return nearest;
        }
        List<String> way = List.of(said.split(",", -1));
        for (int i = way.size() - 1; i >= 0 && proxies.contains(nearest); i--) {
            nearest = way.get(i).strip();
        }
        return nearest;
    }
}
