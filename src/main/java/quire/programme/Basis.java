package quire.programme;

import java.util.List;
import java.util.Map;
import quire.core.Ordered;

/**
 * What a programme stands on.
 *
 * @param record the record block at the head of the papers of its people
 * @param route the item of the block's choice {@code route} that the programme is
 * @param standards the standards that people are assessed against
 * @param roles what the roles are called, by id
 * @param sources where the rules come from, by code
 */
public record Basis(
        String record, String route, List<String> standards, Map<String, String> roles, Map<String, String> sources) {

    public Basis {
        standards = List.copyOf(standards);
        roles = Ordered.copyOf(roles);
        sources = Ordered.copyOf(sources);
    }
}
