package quire.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quire.core.Problem;

class TimetableTest {

    private static final Timeline YEAR = new Timeline(
            List.of(
                    milestone("start", null),
                    milestone("review-3", "start + 3 months"),
                    milestone("review-6", "start + 6 months"),
                    milestone("review-9", "start + 9 months"),
                    milestone("final-review", "start + 12 months"),
                    milestone("end", "start + 12 months"),
                    new Milestone(
                            "portfolio",
                            "Portfolio",
                            null,
                            new Target(
                                    "handing-in",
                                    Map.of(
                                            "before", rule("final-review - 1 week"),
                                            "after", rule("end + 5 working days"))),
                            List.of(),
                            "I"),
                    milestone("panel", "end + 6 weeks")),
            List.of(),
            new WorkingDays(Set.of(LocalDate.parse("2026-12-25"), LocalDate.parse("2026-12-28"))));

    private static final KnownDates OCTOBER = KnownDates.from(LocalDate.parse("2025-10-06"));

    @ParameterizedTest
    @CsvSource(textBlock = """
                    # rule                 , start      , due
                      start + 4 weeks      , 2025-10-06 , 2025-11-03
                      review-3 - 1 week    , 2025-10-06 , 2025-12-30
                      review-3             , 2025-10-06 , 2026-01-06
                      review-6 - 1 week    , 2025-10-06 , 2026-03-30
                      review-9 + 2 weeks   , 2025-10-06 , 2026-07-20
                      portfolio            , 2025-10-06 , 2026-09-29
                      end + 2 weeks        , 2025-10-06 , 2026-10-20
                      end + 5 working days , 2025-10-06 , 2026-10-13
                      panel - 4 weeks      , 2025-10-06 , 2026-10-20
                    # each target is counted from the start, so the end of a month is not lost on the way
                      review-3             , 2025-08-31 , 2025-11-30
                      review-6             , 2025-08-31 , 2026-02-28
                      review-9             , 2025-08-31 , 2026-05-31
                      end                  , 2025-08-31 , 2026-08-31
                    # a year from a leap day
                      end                  , 2024-02-29 , 2025-02-28
                      end + 2 weeks        , 2024-02-29 , 2025-03-14
                      review-6             , 2027-08-29 , 2028-02-29
                    """)
    void countsFromTheStart(String rule, LocalDate start, LocalDate due) {
        assertThat(timetable(KnownDates.from(start)).on(rule(rule))).isEqualTo(due);
    }

    @Test
    void takesABookedDateForWhatFollowsFromIt() {
        Timetable booked = timetable(OCTOBER.booked("review-3", LocalDate.parse("2026-01-15")));
        assertThat(booked.dateOf("review-3")).isEqualTo("2026-01-15");
        assertThat(booked.isBooked("review-3")).isTrue();
        assertThat(booked.on(rule("review-3 - 1 week"))).isEqualTo("2026-01-08");
        assertThat(booked.dateOf("review-6"))
                .as("the next counts from the start")
                .isEqualTo("2026-04-06");
        assertThat(booked.isBooked("review-6")).isFalse();
    }

    @Test
    void theSettingDecidesWhichRuleHolds() {
        Timetable after = new Timetable(YEAR, choices("after"), OCTOBER);
        assertThat(after.dateOf("portfolio")).isEqualTo("2026-10-13");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    # hours , review-3   , end
                      100   , 2026-01-06 , 2026-10-06
                      80    , 2026-01-29 , 2027-01-06
                      60    , 2026-03-06 , 2027-06-06
                      50    , 2026-04-06 , 2027-10-06
                    # three months become 4.48: four, and a half month in days
                      67    , 2026-02-21 , 2027-04-03
                    """)
    void fewerHoursMakeTheYearLongerInProportion(int hours, LocalDate review, LocalDate end) {
        Timetable partTime = timetable(OCTOBER.hours(hours));
        assertThat(partTime.dateOf("review-3")).isEqualTo(review);
        assertThat(partTime.dateOf("end")).isEqualTo(end);
        assertThat(partTime.on(rule("start + 4 weeks"))).as("weeks stay weeks").isEqualTo("2025-11-03");
    }

    @Test
    void aPauseMovesAllThatComesAfterIt() {
        Timetable paused = timetable(OCTOBER.paused(LocalDate.parse("2026-02-02"), LocalDate.parse("2026-08-03")));
        assertThat(paused.dateOf("review-3")).as("before it").isEqualTo("2026-01-06");
        assertThat(paused.dateOf("review-6")).as("182 days later").isEqualTo("2026-10-05");
        assertThat(paused.dateOf("end")).isEqualTo("2027-04-06");
        assertThat(paused.on(rule("end + 2 weeks"))).isEqualTo("2027-04-20");
    }

    @Test
    void aPauseMovesTheDayOfAPaperThatItFallsUpon() {
        Timetable ill = timetable(OCTOBER.paused(LocalDate.parse("2025-10-20"), LocalDate.parse("2025-11-10")));
        assertThat(ill.on(rule("start + 4 weeks"))).isEqualTo("2025-11-24");
    }

    @Test
    void twoPausesAddUp() {
        Timetable twice = timetable(OCTOBER.paused(LocalDate.parse("2026-05-04"), LocalDate.parse("2026-05-18"))
                .paused(LocalDate.parse("2026-02-02"), LocalDate.parse("2026-02-16")));
        assertThat(twice.dateOf("review-6")).isEqualTo("2026-04-20");
        assertThat(twice.dateOf("end")).isEqualTo("2026-11-03");
    }

    @Test
    void whatIsBookedAfterAPauseStaysWhereItIs() {
        Timetable paused = timetable(OCTOBER.paused(LocalDate.parse("2026-02-02"), LocalDate.parse("2026-08-03"))
                .booked("review-6", LocalDate.parse("2026-10-20")));
        assertThat(paused.dateOf("review-6")).isEqualTo("2026-10-20");
        assertThat(paused.on(rule("review-6 - 1 week"))).isEqualTo("2026-10-13");
    }

    @Test
    void workingDaysAreCountedOnTheCalendarAfterAPauseOfOddLength() {
        Timetable paused = new Timetable(
                YEAR, choices("after"), OCTOBER.paused(LocalDate.parse("2026-03-02"), LocalDate.parse("2026-05-21")));
        assertThat(paused.dateOf("end")).isEqualTo("2026-12-25");
        assertThat(paused.dateOf("portfolio")).as("Monday is a holiday too").isEqualTo("2027-01-04");
        assertThat(paused.on(rule("end + 5 working days"))).isEqualTo("2027-01-04");
    }

    @Test
    void anEndThatWasAgreedByHandHolds() {
        Timetable agreed = timetable(OCTOBER.hours(80).booked("end", LocalDate.parse("2026-12-18")));
        assertThat(agreed.dateOf("end")).isEqualTo("2026-12-18");
        assertThat(agreed.dateOf("panel")).isEqualTo("2027-01-29");
    }

    @Test
    void refusesAMilestoneThatIsNotThere() {
        assertThatThrownBy(() -> timetable(OCTOBER).dateOf("review-7"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("review-7");
    }

    @Test
    void refusesPausesThatOverlapAndHoursThatNobodyWorks() {
        KnownDates paused = OCTOBER.paused(LocalDate.parse("2026-02-02"), LocalDate.parse("2026-03-02"));
        assertThatThrownBy(() -> paused.paused(LocalDate.parse("2026-03-01"), LocalDate.parse("2026-04-01")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> OCTOBER.paused(LocalDate.parse("2026-03-01"), LocalDate.parse("2026-03-01")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> OCTOBER.hours(0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Timetable timetable(KnownDates known) {
        return new Timetable(YEAR, choices("before"), known);
    }

    private static Choices choices(String handingIn) {
        Setting setting = new Setting(
                "handing-in",
                "When?",
                Setting.DecidedBy.PROGRAMME,
                handingIn,
                List.of(new Setting.Value("before", "Before"), new Setting.Value("after", "After")),
                "I");
        return Choices.of(List.of(setting), Map.of());
    }

    private static Milestone milestone(String id, @Nullable String target) {
        return new Milestone(id, id, null, target == null ? null : Target.always(rule(target)), List.of(), "I");
    }

    private static DueRule rule(String text) {
        return DueRule.parse(text).orElseThrow();
    }
}
