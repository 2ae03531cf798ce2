package quire.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpanTest {

    private static final WorkingDays WORKING_DAYS =
            new WorkingDays(Set.of(LocalDate.parse("2026-12-25"), LocalDate.parse("2026-12-28")));

    @ParameterizedTest
    @CsvSource(textBlock = """
                    # span           , from       , day
                      4 weeks        , 2025-10-06 , 2025-11-03
                      3 days         , 2026-02-27 , 2026-03-02
                    # the day of the month stays …
                      3 months       , 2025-10-06 , 2026-01-06
                      12 months      , 2025-10-06 , 2026-10-06
                    # … or becomes the last of a shorter month
                      3 months       , 2025-11-30 , 2026-02-28
                      3 months       , 2027-11-30 , 2028-02-29
                      1 month        , 2026-01-31 , 2026-02-28
                      1 month        , 2026-03-31 , 2026-04-30
                      6 months       , 2025-08-31 , 2026-02-28
                    # a year that begins on a leap day ends on the last of February
                      12 months      , 2028-02-29 , 2029-02-28
                      12 months      , 2027-02-28 , 2028-02-28
                    # over a weekend
                      1 working day  , 2026-11-20 , 2026-11-23
                      5 working days , 2026-10-06 , 2026-10-13
                    # from a weekend
                      1 working day  , 2026-11-21 , 2026-11-23
                    # over Christmas, whose holiday is on the Monday too
                      1 working day  , 2026-12-24 , 2026-12-29
                      5 working days , 2026-12-23 , 2027-01-01
                    """)
    void countsForwards(String span, LocalDate from, LocalDate day) {
        assertThat(parse(span).from(from, WORKING_DAYS)).isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    # span           , from       , day
                      1 week         , 2026-01-06 , 2025-12-30
                      4 weeks        , 2026-11-19 , 2026-10-22
                      1 month        , 2026-03-31 , 2026-02-28
                      1 month        , 2028-03-30 , 2028-02-29
                      1 working day  , 2026-11-23 , 2026-11-20
                      2 working days , 2026-12-29 , 2026-12-23
                      1 working day  , 2026-11-22 , 2026-11-20
                    """)
    void countsBackwards(String span, LocalDate from, LocalDate day) {
        assertThat(parse(span).negated().from(from, WORKING_DAYS)).isEqualTo(day);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 day", "2 days", "1 working day", "5 working days", "1 week", "4 weeks", "12 months"})
    void writesWhatItReads(String text) {
        assertThat(parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "week", "0 weeks", "1.5 weeks", "-1 week", "1000 days", "4 weaks", "4  weeks", "2 years"})
    void refusesWhatIsNoSpan(String text) {
        assertThat(Span.parse(text)).isEmpty();
    }

    @Test
    void aDayIsItselfAfterNoTime() {
        LocalDate saturday = LocalDate.parse("2026-11-21");
        assertThat(Span.NONE.from(saturday, WORKING_DAYS)).isEqualTo(saturday);
    }

    private static Span parse(String text) {
        return Span.parse(text).orElseThrow();
    }
}
