package quire.demo;

import org.jspecify.annotations.Nullable;

/**
 * An employer of the cohort.
 *
 * @param id what the other files call it
 * @param address its lines
 * @param memberOf the organisation whose programme it takes part in; null for one with a programme of its own
 * @param logo a picture in the folder {@code pictures} of the samples
 */
public record Employer(
        String id,
        String name,
        String address,
        @Nullable String memberOf,
        @Nullable String logo) {}
