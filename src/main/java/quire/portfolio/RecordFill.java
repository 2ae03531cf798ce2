package quire.portfolio;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import quire.core.Finding;
import quire.core.Problem;
import quire.forms.AnswerCheck;
import quire.forms.Answers;
import quire.forms.Filling;
import quire.forms.Form;
import quire.programme.Fill;
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
     * The answers of a form that stay: the block at its head, and what the programme itself says of the paper.
     *
     * @throws Problem if the record holds something that the form has no room for
     */
    Map<String, @Nullable Object> answers(Form form, RecordFacts facts) {
        Map<String, @Nullable Object> given = new LinkedHashMap<>();
        Map<String, @Nullable Object> head = facts.of(portfolio, row, form, day);
        if (!head.isEmpty()) {
            given.put(Answers.RECORD, head);
        }
        row.fills().forEach((id, fill) -> {
            if (fill instanceof Fill.Given constant
                    && form.field(id).filter(Filling::in).isPresent()) {
                given.put(id, constant.answer());
            }
        });
        return checked(form, given, day);
    }

    /**
     * What the record gives, as answers of a form; what it takes away stays null.
     *
     * @throws Problem if the form has no room for it
     */
    static Map<String, @Nullable Object> checked(Form form, Map<String, @Nullable Object> given, LocalDate day) {
        Map<String, @Nullable Object> known = new LinkedHashMap<>(given);
        known.values().removeIf(Objects::isNull);
        Answers answers = Answers.of(form, known);
        AnswerCheck check = AnswerCheck.of(form, answers, day);
        if (Finding.anyError(check.draft())) {
            throw Problem.badInput("What the record knows does not fit into this form.", check.draft());
        }
        Map<String, @Nullable Object> checked = new LinkedHashMap<>(answers.values());
        given.keySet().stream().filter(id -> given.get(id) == null).forEach(id -> checked.put(id, null));
        return checked;
    }
}
