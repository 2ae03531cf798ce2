package quire.people;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One part of a paper that is written down for somebody who does not write it themselves. It is never their signature.
 *
 * @param document the id of the paper
 * @param role the part, in the word of the form
 * @param saidBy whose words they are, in general words and never by name
 * @param by the id of the person who writes them down
 * @param deputyOf the id of the person they stand in for; null if they act for themselves
 * @param name as the one who writes was called then: what is printed
 * @param at since when
 * @param confirmed the day on which the one who spoke said that these are their words; null until then
 */
public record Recording(
        String document,
        String role,
        String saidBy,
        String by,
        @Nullable String deputyOf,
        String name,
        Instant at,
        @Nullable LocalDate confirmed) {}
