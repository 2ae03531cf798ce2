package quire.programme;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A date of the year: a day that is given, a meeting that is booked, or a limit that follows from others.
 *
 * @param id unique in the programme
 * @param title what people call it
 * @param hint help under the title
 * @param target when it should be until a date is booked; null for {@link #START} only
 * @param attend who comes; empty for what is no meeting
 * @param source where it comes from
 */
public record Milestone(
        String id,
        String title,
        @Nullable String hint,
        @Nullable Target target,
        List<Attendee> attend,
        String source) {

    /** The milestone that everything is counted from. */
    public static final String START = "start";
    /** The milestone at which the year is over. */
    public static final String END = "end";

    public Milestone {
        attend = List.copyOf(attend);
    }

    /**
     * Somebody who comes to a meeting.
     *
     * @param role the role of the programme
     * @param when under which settings
     */
    public record Attendee(String role, When when) {}

    /** The roles that come, under what was decided. */
    public List<String> attending(Choices choices) {
        return attend.stream()
                .filter(attendee -> attendee.when().holds(choices))
                .map(Attendee::role)
                .toList();
    }
}
