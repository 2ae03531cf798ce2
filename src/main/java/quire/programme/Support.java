package quire.programme;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What everybody on a programme is given.
 *
 * @param supervision how often there is supervision, part by part of the year
 * @param groupEvery how often there is a reflective group; null for no rule
 * @param caseload work in per cent of an experienced colleague's; null for no rule
 * @param protectedDays time for learning, in days a week; null for no rule
 * @param training the sessions that people attend
 */
public record Support(
        List<Supervision> supervision,
        @Nullable Span groupEvery,
        @Nullable Integer caseload,
        @Nullable BigDecimal protectedDays,
        List<Session> training) {

    static final Support NONE = new Support(List.of(), null, null, null, List.of());

    public Support {
        supervision = List.copyOf(supervision);
        training = List.copyOf(training);
    }

    /**
     * How often there is supervision in a part of the year.
     *
     * @param from the day it begins
     * @param until the day it is over
     * @param every how often
     */
    public record Supervision(DueRule from, DueRule until, Span every) {}

    /**
     * A training session.
     *
     * @param id unique in the programme
     * @param title what it is called
     * @param length how long it takes
     * @param when under which settings it belongs to the programme
     */
    public record Session(String id, String title, Length length, When when) {

        /** How long a session takes. */
        public enum Length {
            HOUR,
            HALF_DAY,
            FULL_DAY
        }
    }

    /** The sessions under what was decided. */
    public List<Session> training(Choices choices) {
        return training.stream()
                .filter(session -> session.when().holds(choices))
                .toList();
    }
}
