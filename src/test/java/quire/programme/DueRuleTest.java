package quire.programme;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DueRuleTest {

    @Test
    void readsAMilestoneWithHyphensBeforeTheSign() {
        assertThat(DueRule.parse("review-3 - 1 week")).contains(new DueRule("review-3", new Span(-1, Span.Unit.WEEK)));
    }

    @Test
    void readsAMilestoneAlone() {
        assertThat(DueRule.parse("final-review")).contains(new DueRule("final-review", Span.NONE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "start + 4 weeks",
                "review-9 + 2 weeks",
                "end + 5 working days",
                "panel",
                "initial - 1 working day"
            })
    void writesWhatItReads(String text) {
        assertThat(DueRule.parse(text).orElseThrow()).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Start",
                "start +4 weeks",
                "start + weeks",
                "start + 4",
                "start+4 weeks",
                "start + 4 weeks - 1 day"
            })
    void refusesWhatIsNoRule(String text) {
        assertThat(DueRule.parse(text)).isEmpty();
    }
}
