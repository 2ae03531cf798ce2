package quire.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import quire.core.Problem;

class SpanTest {

    private static final LocalDate DAY = LocalDate.parse("2026-02-25");
    private static final int DAYS = 12;

    @Test
    void bothEndsAreIncluded() {
        Span span = Span.of(DAY, DAY.plusDays(1));
        assertThat(span.holds(DAY.minusDays(1))).isFalse();
        assertThat(span.holds(DAY)).isTrue();
        assertThat(span.holds(DAY.plusDays(1))).isTrue();
        assertThat(span.holds(DAY.plusDays(2))).isFalse();
        assertThat(Span.from(DAY).holds(DAY.plusYears(50))).isTrue();
        assertThatThrownBy(() -> Span.of(DAY, DAY.minusDays(1))).isInstanceOf(Problem.class);
    }

    /** What it means, day by day. */
    @Property
    void meetsAndCoversWhatItsDaysDo(@ForAll("spans") Span one, @ForAll("spans") Span other) {
        boolean shared = days().anyMatch(day -> one.holds(DAY.plusDays(day)) && other.holds(DAY.plusDays(day)));
        assertThat(one.meets(other)).isEqualTo(shared);
        assertThat(other.meets(one)).isEqualTo(shared);
        if (!other.isEmpty()) {
            boolean all = days().allMatch(day -> one.holds(DAY.plusDays(day)) || !other.holds(DAY.plusDays(day)));
            assertThat(one.covers(other)).isEqualTo(all);
        }
    }

    @Property
    void holdsNothingAfterItsEnd(@ForAll("spans") Span span, @ForAll @IntRange(min = -3, max = DAYS) int last) {
        LocalDate end = DAY.plusDays(last);
        Span ended = span.endingOn(end);
        days().filter(day -> day > last)
                .forEach(day -> assertThat(ended.holds(DAY.plusDays(day))).isFalse());
        assertThat(ended.isEmpty()).isEqualTo(end.isBefore(span.from()));
    }

    @Provide
    Arbitrary<Span> spans() {
        Arbitrary<Integer> from = Arbitraries.integers().between(0, DAYS);
        Arbitrary<@Nullable Integer> length =
                Arbitraries.integers().between(-1, DAYS).injectNull(0.3);
        return Combinators.combine(from, length)
                .as((first, days) -> new Span(DAY.plusDays(first), days == null ? null : DAY.plusDays(first + days)));
    }

    /** Long enough that spans without an end are told from others. */
    private static IntStream days() {
        return IntStream.rangeClosed(-1, 3 * DAYS);
    }
}
