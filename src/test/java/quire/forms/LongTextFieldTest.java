package quire.forms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import quire.merge.Shape;
import quire.merge.Value;

class LongTextFieldTest {

    private final Asked plan = Asked.field(
            "type: longtext, label: What do you plan to do and why?, required: true, words: {guide: 2, max: 3}");

    @Test
    void countsWordsAsTheBrowserDoes() {
        assertThat(plan.complete("\"one two\\u00a0three\"")).isEmpty();
        assertThat(plan.complete("\"one – two, three\""))
                .containsExactly("Your answer to “What do you plan to do and why?” must be 3 words or fewer");
        assertThat(plan.codes("\"one two three four\"")).containsExactly("answer-words it");
    }

    @Test
    void neverRefusesADraftForBeingTooLong() {
        assertThat(plan.draft("\"" + "word ".repeat(9_999) + "\"")).isEmpty();
    }

    @Test
    void refusesMoreThanTheHardLimit() {
        String tooLong = "\"" + "x".repeat(50_001) + "\"";
        assertThat(plan.draft(tooLong))
                .containsExactly("The answer has 50001 characters. No answer may have more than 50000.");
        assertThat(plan.schemaTakes(tooLong)).isFalse();
        assertThat(plan.schemaTakes("\"" + "x".repeat(50_000) + "\"")).isTrue();
    }

    @Test
    void keepsParagraphsAndLists() {
        assertThat(plan.value("\"First.\\r\\n\\r\\n- one\\r- two\""))
                .isEqualTo(new Value.Prose("First.\n\n- one\n- two"));
        assertThat(plan.value("null").truthy()).isFalse();
        assertThat(plan.field().shape().kind()).isEqualTo(Shape.Kind.PROSE);
    }

    @Test
    void asksForAMissingAnswer() {
        assertThat(plan.complete("\"\\n \\n\""))
                .containsExactly("Enter an answer to “What do you plan to do and why?”");
    }

    @Test
    void wantsAGuideBelowItsMost() {
        assertThat(Asked.faults("{id: plan, type: longtext, label: Plan, words: {guide: 9, max: 5}}"))
                .containsExactly(
                        "The field “plan” suggests 9 words but takes at most 5. Make “guide” the smaller one.");
    }
}
