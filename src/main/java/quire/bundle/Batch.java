package quire.bundle;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Bundles of many portfolios that somebody has asked for at once.
 *
 * @param id a random id
 * @param recipe the id of the recipe
 * @param title what such a bundle is called
 * @param edition what they are for
 * @param by the id of the person
 * @param deputyOf the id of the person they stood in for; null if they acted for themselves
 * @param at when
 */
public record Batch(
        String id,
        String recipe,
        String title,
        Edition edition,
        String by,
        @Nullable String deputyOf,
        Instant at) {}
