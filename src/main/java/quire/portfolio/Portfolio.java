package quire.portfolio;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quire.core.Ordered;
import quire.programme.Choices;
import quire.programme.DocumentPlan;
import quire.programme.KnownDates;
import quire.programme.Programme;
import quire.programme.Timetable;

/**
 * One person's year on a programme.
 *
 * @param id unguessable, for ever
 * @param code what people call it; unique
 * @param nqsw the person whose year it is
 * @param organisation their employer
 * @param programme as it was when they began, whatever has been published since
 * @param team the team and its address
 * @param setting whom the team works with
 * @param decided what was decided for this portfolio, by setting of the programme
 * @param dates when it began, what is booked, working hours, pauses
 * @param pauseReasons why the year stood still, in the order of the pauses
 * @param enrolled when it was opened
 * @param closed the day on which it was closed; null while it is open
 */
public record Portfolio(
        String id,
        String code,
        String nqsw,
        String organisation,
        Programme programme,
        String team,
        String setting,
        Map<String, String> decided,
        KnownDates dates,
        List<String> pauseReasons,
        Instant enrolled,
        @Nullable LocalDate closed) {

    public Portfolio {
        decided = Ordered.copyOf(decided);
        pauseReasons = List.copyOf(pauseReasons);
    }

    /** What holds after what was decided for this portfolio. */
    public Choices choices() {
        return programme.choices(decided);
    }

    /** The papers of this year. */
    public DocumentPlan plan() {
        return programme.plan(choices());
    }

    /** The dates of this year. */
    public Timetable timetable() {
        return programme.timetable(choices(), dates);
    }
}
