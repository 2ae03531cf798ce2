package quire.portfolio;

import java.time.Instant;

/**
 * A portfolio came here from another installation.
 *
 * @param organisation the employer that it came from
 * @param exported when it was taken out there
 * @param arrived when it was taken in
 * @param complete whether nothing was left out
 */
public record Arrival(String organisation, Instant exported, Instant arrived, boolean complete) {}
