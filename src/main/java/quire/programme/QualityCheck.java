package quire.programme;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A look at the portfolio as a whole.
 *
 * @param id unique in the programme
 * @param title what it is called; {@link Programme#checks(Choices)} completes it
 * @param looks what is looked at
 * @param by the roles that look
 * @param stages the stages that must be complete
 * @param due when
 * @param feedbackWithin how soon feedback comes back; null where nobody has promised
 * @param paper the paper it is written down in; null for none
 * @param when under which settings it takes place
 * @param source where it comes from
 */
public record QualityCheck(
        String id,
        String title,
        String looks,
        List<String> by,
        List<String> stages,
        DueRule due,
        @Nullable Span feedbackWithin,
        @Nullable String paper,
        When when,
        String source) {

    public QualityCheck {
        by = List.copyOf(by);
        stages = List.copyOf(stages);
    }

    QualityCheck under(Choices choices) {
        return new QualityCheck(id, choices.fill(title), looks, by, stages, due, feedbackWithin, paper, when, source);
    }
}
