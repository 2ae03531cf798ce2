package quire.demo;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person of the cohort who has an account.
 *
 * @param id what the other files call them
 * @param post what they are employed as
 * @param registration with Social Work England
 * @param organisation the id of their employer
 * @param roles those they have for the whole programme; what they are to single people stands in the portfolios
 */
public record Member(
        String id,
        String name,
        String post,
        @Nullable String registration,
        String organisation,
        String email,
        List<String> roles) {

    public Member {
        roles = List.copyOf(roles);
    }
}
