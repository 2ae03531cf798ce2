package quire.people;

import org.jspecify.annotations.Nullable;

/**
 * What somebody is, was or is going to be to a portfolio.
 *
 * @param id a random id
 * @param portfolio the id of the portfolio
 * @param role the part they have in it
 * @param person who has it
 * @param deputyFor the id of the person they stand in for; null if the part is their own
 * @param span on which days
 */
public record Assignment(
        String id,
        String portfolio,
        PortfolioRole role,
        String person,
        @Nullable String deputyFor,
        Span span) {

    /** Whether they only stand in for somebody. */
    public boolean isDeputy() {
        return deputyFor != null;
    }

    Assignment during(Span newSpan) {
        return new Assignment(id, portfolio, role, person, deputyFor, newSpan);
    }
}
