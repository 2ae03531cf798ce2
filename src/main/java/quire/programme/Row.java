package quire.programme;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quire.core.Ordered;

/**
 * A paper that the programme foresees: a row of the checklist, or a further paper that the year may need.
 *
 * @param id unique in the programme
 * @param code the printed reference, for example {@code 2: DO}
 * @param form the form that it is
 * @param orForm another form that the same paper may be written on
 * @param number which one of a series; 0 where there is only one
 * @param stage the stage it belongs to; null for a further paper of no stage
 * @param title what it is called; {@link Choices#fill} completes it
 * @param occasion when a further paper is needed, in words; null for a row of the checklist
 * @param responsible the roles that see to it that it is written
 * @param signatories who signs, in order; the same role twice counts once
 * @param draft when the others can read it; null for no rule
 * @param due when it is complete and signed; null for a further paper that has no day
 * @param pack what of it travels to a panel
 * @param more whether further papers of the kind may be added
 * @param optional whether it may be left out
 * @param fills what the record fills in, by field
 * @param when under which settings there is such a paper
 * @param source where the row comes from
 */
public record Row(
        String id,
        @Nullable String code,
        FormPin form,
        @Nullable FormPin orForm,
        int number,
        @Nullable String stage,
        String title,
        @Nullable String occasion,
        List<String> responsible,
        List<Signatory> signatories,
        @Nullable DueRule draft,
        @Nullable DueRule due,
        Pack pack,
        boolean more,
        boolean optional,
        Map<String, Fill> fills,
        When when,
        String source) {

    /** What of a paper travels to a panel. */
    public enum Pack {
        WHOLE,
        /** Only that it was written, and when. */
        CONFIRMATION,
        NONE
    }

    public Row {
        responsible = List.copyOf(responsible);
        signatories = List.copyOf(signatories);
        fills = Ordered.copyOf(fills);
    }

    /** The forms that it may be written on: the first is the usual one. */
    public List<FormPin> forms() {
        return orForm == null ? List.of(form) : List.of(form, orForm);
    }

    /** The same row under what was decided: with its title complete. */
    Row under(Choices choices) {
        return new Row(
                id,
                code,
                form,
                orForm,
                number,
                stage,
                choices.fill(title),
                occasion,
                responsible,
                signatories,
                draft,
                due,
                pack,
                more,
                optional,
                fills,
                when,
                source);
    }
}
