package quire.portfolio;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import quire.core.Digest;
import quire.forms.Answers;
import quire.forms.Field;
import quire.forms.Filling;
import quire.forms.Form;
import quire.forms.MovedAnswers;
import quire.store.Transaction;

/**
 * A save from a page that was made before its document went to another version of its form. Nothing of it is saved over
 * anything: what is still asked is set aside for its sender to choose, and what is not is kept under “Earlier answers”.
 *
 * @param save what was sent
 * @param document as it is now
 * @param form the version that the page was made of
 */
record LateSave(Save save, Document document, Form form) {

    /**
     * Sets aside what the sender has changed.
     *
     * @param sent what was sent, checked against the form of the page
     * @param then the answers that the page was made of
     */
    Outcome run(Transaction tx, Answers sent, Map<String, @Nullable Object> then) {
        Map<String, @Nullable Object> mine = new AnswerMerge(then, then).changedBySender(sent.values());
        mine.keySet()
                .removeIf(id -> form.field(id).filter(Field::filledByRecord).isPresent());
        if (mine.isEmpty()) {
            return Outcome.of(new Saved(document.revision(), List.of(), document.changed(), sent.findings()));
        }
        MovedAnswers moved = MovedAnswers.of(form, document.form(), mine, save.today());
        Digest asked = form.digest();
        moved.left()
                .forEach(left -> MoveStore.keep(
                        tx,
                        document,
                        document.revision(),
                        asked,
                        left,
                        save.act().actor().person(),
                        save.act()));
        Map<String, @Nullable Object> known = known(moved.answers());
        Conflict conflict = save.setAside(tx, document, known, Set.copyOf(known.keySet()));
        if (known.isEmpty()) {
            RevisionStore.settle(
                    tx, document.id(), conflict.setAside(), save.act().now());
        }
        return Outcome.of(conflict);
    }

    /** What the document still asks, with what the record fills in as it is now. */
    private Map<String, @Nullable Object> known(Map<String, @Nullable Object> answers) {
        Map<String, @Nullable Object> known = new LinkedHashMap<>();
        answers.forEach((id, answer) -> document.form().field(id).ifPresent(field -> {
            boolean cleared = answer == null;
            known.put(
                    id,
                    cleared
                            ? null
                            : Filling.joined(field, answer, document.answers().get(id)));
        }));
        return known;
    }
}
