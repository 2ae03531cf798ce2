package quire.people;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a program of somebody's shows to be let in.
 *
 * @param id the SHA-256 of the token; safe to show to the person themselves
 * @param person on whose word
 * @param name what they call the program
 * @param used when it was shown last, to about a minute; null for never
 */
public record ProgramToken(
        String id,
        String person,
        String name,
        Instant created,
        @Nullable Instant used) {}
