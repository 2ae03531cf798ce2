package quire.portfolio;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quire.core.Finding;
import quire.core.Problem;
import quire.forms.AnswerCheck;
import quire.forms.Answers;
import quire.forms.Filling;
import quire.forms.Form;
import quire.programme.Row;

/**
 * What a portfolio and its programme put into a paper before anybody types.
 *
 * @param portfolio where the paper belongs
 * @param row which of its papers it is
 * @param day the day as of which it is true
 */
record RecordFill(Portfolio portfolio, Row row, LocalDate day) {

    /**
     * The answers of a form that it gives: the block at its head, and what the programme knows of the paper.
     *
     * @throws Problem if the record holds something that the form has no room for
     */
    Map<String, @Nullable Object> answers(Form form, RecordFacts facts) {
        Map<String, @Nullable Object> given = new LinkedHashMap<>();
        Map<String, @Nullable Object> head = facts.of(portfolio, row, form, day);
        if (!head.isEmpty()) {
            given.put(Answers.RECORD, head);
        }
        row.fills().forEach((id, answer) -> {
            if (form.field(id).filter(Filling::in).isPresent()) {
                given.put(id, answer);
            }
        });
        Answers answers = Answers.of(form, given);
        AnswerCheck check = AnswerCheck.of(form, answers, day);
        if (Finding.anyError(check.draft())) {
            throw Problem.badInput("What the record knows does not fit into this form.", check.draft());
        }
        return answers.values();
    }
}
