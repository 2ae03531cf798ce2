package quire.forms;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import quire.core.Ordered;

/**
 * What all fields have in common.
 *
 * @param id unique in the whole form, for ever
 * @param label what is asked
 * @param hint one line of help
 * @param guidance longer help
 * @param required whether the section is incomplete without an answer
 * @param showIf when it is asked; null for always
 * @param recordedFor whether somebody else may write down what a person said
 * @param filledByRecord whether nobody types it, because it is filled in from the record
 * @param messages the form's own error messages by rule: empty, max, min, not_after, not_before, words, format, choice
 */
public record Question(
        String id,
        String label,
        @Nullable String hint,
        @Nullable String guidance,
        boolean required,
        @Nullable Condition showIf,
        boolean recordedFor,
        boolean filledByRecord,
        Map<String, String> messages) {

    public Question {
        messages = Ordered.copyOf(messages);
    }

    /** How generated messages speak of this question. */
    Wording wording() {
        return new Wording(label.isEmpty() ? id : label);
    }
}
