package quire.portfolio;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An answer as it once was.
 *
 * @param revision the save that made it so
 * @param answer plain JSON data; null where it was cleared
 * @param by the id of the person who saved it
 * @param deputyOf the id of the person for whom they did; null if for themselves
 * @param at when it was saved
 */
public record FieldVersion(
        int revision,
        @Nullable Object answer,
        String by,
        @Nullable String deputyOf,
        Instant at) {}
