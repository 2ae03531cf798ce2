package quire.preflight;

import java.util.List;
import quire.bundle.Contents;

/**
 * Rules that somebody holds bundles to.
 *
 * @param id the name of its file, for ever
 * @param title what it is called
 * @param about whose rules they are, and for what
 * @param bundles which bundles it is about
 * @param rules in the order of their source
 */
public record RuleSet(String id, String title, String about, Bundles bundles, List<Rule> rules) {

    public RuleSet {
        rules = List.copyOf(rules);
    }

    /** Which bundles a set is about. */
    public enum Bundles {
        /** All, and files that are no bundles of ours. */
        ANY,
        /** Those that name people. */
        NAMED,
        /** Those in which people stand under a code. */
        CODED
    }

    /** Whether it is about such a file. */
    boolean covers(Subject subject) {
        Contents contents = subject.contents();
        return switch (bundles) {
            case ANY -> true;
            case NAMED -> contents != null && !contents.coded();
            case CODED -> contents != null && contents.coded();
        };
    }
}
