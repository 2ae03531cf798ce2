package quire.programme;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import quire.core.Problem;

/**
 * The dates of one person's year. A booked date counts as booked; everything else follows from it and from the targets
 * of the programme. Fewer working hours stretch the months between milestones; a pause moves all that comes after it.
 */
public final class Timetable {

    /** Days of a month where a stretched year needs a part of one. */
    private static final double DAYS_OF_A_MONTH = 365.25 / 12;

    private final Timeline timeline;
    private final Choices choices;
    private final KnownDates known;

    Timetable(Timeline timeline, Choices choices, KnownDates known) {
        this.timeline = timeline;
        this.choices = choices;
        this.known = known;
    }

    /**
     * The day of a milestone: as booked, else as it should be.
     *
     * @throws Problem if the programme has no such milestone
     */
    public LocalDate dateOf(String milestone) {
        LocalDate booked = booked(milestone);
        return booked == null ? Pause.with(known.pauses(), unpaused(milestone)) : booked;
    }

    /** Whether the day of a milestone is known, and not only as it should be. */
    public boolean isBooked(String milestone) {
        return booked(milestone) != null;
    }

    /** The day that a rule means. */
    public LocalDate on(DueRule rule) {
        if (rule.offset().amount() == 0) {
            return dateOf(rule.milestone());
        }
        if (rule.offset().unit() == Span.Unit.WORKING_DAY) {
            return onWorkingDay(rule);
        }
        return Pause.with(known.pauses(), plus(unpaused(rule.milestone()), rule.offset()));
    }

    /** When a paper is due; empty if the programme sets no day. */
    public Optional<LocalDate> dueOn(Row row) {
        return Optional.ofNullable(row.due()).map(this::on);
    }

    /** When the others can read a paper; empty if the programme sets no day. */
    public Optional<LocalDate> draftOn(Row row) {
        return Optional.ofNullable(row.draft()).map(this::on);
    }

    private @Nullable LocalDate booked(String milestone) {
        return milestone.equals(Milestone.START)
                ? known.start()
                : known.booked().get(milestone);
    }

    /** The day of a milestone as if there were no pauses. */
    private LocalDate unpaused(String milestone) {
        LocalDate booked = booked(milestone);
        if (booked != null) {
            return Pause.without(known.pauses(), booked);
        }
        Target target = timeline.milestone(milestone)
                .map(Milestone::target)
                .orElseThrow(() -> Problem.notFound("The programme has no milestone “" + milestone + "”."));
        DueRule rule = target.under(choices);
        return switch (rule.offset().unit()) {
            case WORKING_DAY -> Pause.without(known.pauses(), onWorkingDay(rule));
            case MONTH -> stretched(unpaused(rule.milestone()), rule.offset().amount());
            default -> plus(unpaused(rule.milestone()), rule.offset());
        };
    }

    /** Counted on the calendar, because a pause moves days to other days of the week. */
    private LocalDate onWorkingDay(DueRule rule) {
        return plus(dateOf(rule.milestone()), rule.offset());
    }

    private LocalDate plus(LocalDate day, Span offset) {
        return offset.from(day, timeline.workingDays());
    }

    /** So many months later, or as many more as somebody needs who works fewer hours. */
    private LocalDate stretched(LocalDate from, int months) {
        int hundredths = months * KnownDates.FULL_TIME;
        long days = Math.round(hundredths % known.hours() * DAYS_OF_A_MONTH / known.hours());
        return from.plusMonths(hundredths / known.hours()).plusDays(days);
    }
}
