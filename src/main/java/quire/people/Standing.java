package quire.people;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody is today, in general and to the thing that is asked about: plain facts, so that {@link Permits} needs no
 * database.
 *
 * @param person their id
 * @param active whether they have access at all
 * @param roles what they are today, wherever
 * @param here those of the roles that count for the organisation in question
 * @param ties what they are today to the portfolio in question
 * @param onPanel whether the portfolio was given to them for a panel that is open now
 * @param brokeGlass whether they have broken the glass of this portfolio a short while ago
 * @param asked the parts that they were asked to play in the paper in question, in the words of its form
 * @param records the parts in it for which they write down what somebody says who is not there
 */
public record Standing(
        String person,
        boolean active,
        Set<Role> roles,
        Set<Role> here,
        List<Tie> ties,
        boolean onPanel,
        boolean brokeGlass,
        Set<String> asked,
        Set<String> records) {

    /**
     * What somebody is to a portfolio.
     *
     * @param role the part they have in it
     * @param deputyFor the id of the person they stand in for; null if the part is their own
     */
    public record Tie(PortfolioRole role, @Nullable String deputyFor) {}

    public Standing {
        roles = Set.copyOf(roles);
        here = Set.copyOf(here);
        ties = List.copyOf(ties);
        asked = Set.copyOf(asked);
        records = Set.copyOf(records);
    }

    /** Somebody who was asked for no part in a paper. */
    public Standing(
            String person,
            boolean active,
            Set<Role> roles,
            Set<Role> here,
            List<Tie> ties,
            boolean onPanel,
            boolean brokeGlass) {
        this(person, active, roles, here, ties, onPanel, brokeGlass, Set.of(), Set.of());
    }

    /** Somebody who is nothing to anything; they may still use their account. */
    public static Standing plain(String person) {
        return new Standing(person, true, Set.of(), Set.of(), List.of(), false, false);
    }

    /** The same, with access or without. */
    Standing active(boolean yes) {
        return new Standing(person, yes, roles, here, ties, onPanel, brokeGlass, asked, records);
    }

    /** The same, on a panel that the portfolio was given to, or not. */
    public Standing onPanel(boolean yes) {
        return new Standing(person, active, roles, here, ties, yes, brokeGlass, asked, records);
    }

    /** The same, having broken the glass, or not. */
    public Standing brokeGlass(boolean yes) {
        return new Standing(person, active, roles, here, ties, onPanel, yes, asked, records);
    }

    /** The same, with parts in a paper that they were asked to play, and others that they write down for somebody. */
    public Standing inPaper(Set<String> theirs, Set<String> ofOthers) {
        return new Standing(person, active, roles, here, ties, onPanel, brokeGlass, theirs, ofOthers);
    }
}
