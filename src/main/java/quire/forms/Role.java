package quire.forms;

import org.jspecify.annotations.Nullable;

/**
 * A part that somebody plays in a paper.
 *
 * @param id unique in the form
 * @param label what the paper calls it
 * @param source where the person comes from
 * @param accountOptional whether the person may do without an account
 * @param expiresDays how many days an invitation holds; null for the installation's rule
 */
public record Role(
        String id,
        String label,
        Source source,
        boolean accountOptional,
        @Nullable Integer expiresDays) {

    /** Where the person who plays a role comes from. */
    public enum Source {
        /** One of the people of the portfolio. */
        PORTFOLIO,
        /** Somebody invited for this paper alone. */
        INVITE,
        /** A member of the panel that reads the portfolio. */
        PANEL
    }
}
