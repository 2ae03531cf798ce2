package quire.forms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import quire.merge.Shape;
import quire.merge.Value;

class DateFieldTest {

    private final Asked past =
            Asked.field("type: date, label: Date of the observation, required: true, not_after: today");

    @Test
    void refusesTheDayAfterToday() {
        assertThat(past.complete("\"2026-11-21\"")).isEmpty();
        assertThat(past.complete("\"2026-11-22\""))
                .containsExactly("Date of the observation must be today or in the past");
        assertThat(past.codes("\"2026-11-22\"")).containsExactly("answer-not-after it");
        assertThat(past.draft("\"2026-11-22\"")).isEmpty();
    }

    @Test
    void refusesTheDayBefore() {
        Asked meeting = Asked.field("type: date, label: When is the meeting?, not_before: 2026-09-01");
        assertThat(meeting.complete("\"2026-09-01\"")).isEmpty();
        assertThat(meeting.complete("\"2026-08-31\""))
                .containsExactly("Your answer to “When is the meeting?” must be the same as or after 1 September 2026");
        Asked next = Asked.field("type: date, label: Date of the next review, not_before: today");
        assertThat(next.complete("\"2026-11-20\""))
                .containsExactly("Date of the next review must be today or in the future");
    }

    @Test
    void looksAtAnotherDate() {
        Form form = Asked.form(
                "{id: start, type: date, label: Start}",
                "{id: finish, type: date, label: Finish, not_before: {field: start}}");
        Answers wrong = Asked.answers(form, "{\"start\": \"2026-03-14\", \"finish\": \"2026-03-13\"}");
        assertThat(AnswerCheck.of(form, wrong, Asked.TODAY).complete())
                .extracting(finding -> finding.message())
                .containsExactly("Finish must be the same as or after 14 March 2026");
        Answers alone = Asked.answers(form, "{\"finish\": \"2026-03-13\"}");
        assertThat(AnswerCheck.of(form, alone, Asked.TODAY).complete()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"2026-02-29\"",
                "\"14 March 2026\"",
                "\"2026-3-14\"",
                "20260314",
                "\"2026-03-14T00:00\"",
                "true"
            })
    void refusesWhatIsNoDay(String answer) {
        assertThat(past.draft(answer)).containsExactly("Date of the observation must be a real date");
        assertThat(past.schemaTakes(answer)).isFalse();
        assertThat(past.value(answer).text()).isEmpty();
    }

    @Test
    void asksForAMissingDate() {
        assertThat(past.complete("null")).containsExactly("Enter the date of the observation");
        assertThat(Asked.field("type: date, label: Final review, required: true")
                        .complete("null"))
                .containsExactly("Enter a date for “Final review”");
    }

    @ParameterizedTest
    @CsvSource({
        "iso,   2026-03-04",
        "short, 04/03/2026",
        "year,  2026",
        "month, 03",
        "day,   04",
    })
    void hasOtherFaces(String member, String text) {
        assertThat(past.text("\"2026-03-04\"", member)).isEqualTo(text);
        assertThat(past.text("null", member)).isEmpty();
        assertThat(past.field().shape().members()).containsKey(member);
    }

    @Test
    void printsTheDayInWords() {
        assertThat(past.value("\"2026-03-04\"").text()).isEqualTo("4 March 2026");
        assertThat(past.value("null")).isInstanceOf(Value.Gap.class);
        assertThat(past.field().shape().kind()).isEqualTo(Shape.Kind.DATE);
    }

    @Test
    void wantsLimitsThatLeaveADay() {
        assertThat(Asked.faults("{id: d, type: date, label: D, not_before: 2026-05-01, not_after: 2026-04-01}"))
                .containsExactly(
                        "The field “d” may not be before 1 May 2026 and not after 1 April 2026, so no date fits.");
        assertThat(Asked.faults("{id: d, type: date, label: D, not_before: 2026-02-30}"))
                .containsExactly("“2026-02-30” is not a day of the calendar.");
    }
}
