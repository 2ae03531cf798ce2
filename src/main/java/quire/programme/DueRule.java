package quire.programme;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A day counted from a milestone, such as {@code review-3 - 1 week}; {@link Timetable#on} finds it.
 *
 * @param milestone the id of the milestone
 * @param offset how long after it, or before it
 */
public record DueRule(String milestone, Span offset) {

    private static final Pattern FORMAT = Pattern.compile("([a-z][a-z0-9-]{0,39})(?: ([+-]) (.+))?");

    /** Reads what {@link #toString()} writes; empty if it is something else. */
    public static Optional<DueRule> parse(String text) {
        Matcher matcher = FORMAT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String milestone = matcher.group(1);
        if (matcher.group(2) == null) {
            return Optional.of(new DueRule(milestone, Span.NONE));
        }
        boolean before = matcher.group(2).equals("-");
        return Span.parse(matcher.group(3)).map(span -> new DueRule(milestone, before ? span.negated() : span));
    }

    @Override
    public String toString() {
        return offset.amount() == 0 ? milestone : milestone + (offset.amount() < 0 ? " - " : " + ") + offset;
    }
}
