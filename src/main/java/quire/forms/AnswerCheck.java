package quire.forms;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quire.core.Finding;
import quire.core.Json;

/**
 * Checks answers. The place of each finding is the path of the answer: {@code plan}, or
 * {@code capabilities[2].judgement}.
 */
public final class AnswerCheck {

    private final Form form;
    private final Answers answers;
    private final LocalDate today;
    private final Visibility visibility;

    private AnswerCheck(Form form, Answers answers, LocalDate today) {
        this.form = form;
        this.answers = answers;
        this.today = today;
        this.visibility = Visibility.of(form, answers);
    }

    /**
     * A check of the answers to one document.
     *
     * @param today the day for limits such as “today or in the past”
     */
    public static AnswerCheck of(Form form, Answers answers, LocalDate today) {
        return new AnswerCheck(form, answers, today);
    }

    /**
     * What a draft is refused for: answers of a wrong kind, beyond the hard limits, or of unknown names. A draft is
     * never refused for being incomplete or too long for the form. What was changed on the way in is a warning.
     */
    public List<Finding> draft() {
        List<Finding> findings = new ArrayList<>(answers.findings());
        review(false, findings);
        return List.copyOf(findings);
    }

    /** What is missing for the whole document to be complete, besides everything a draft is refused for. */
    public List<Finding> complete() {
        List<Finding> findings = new ArrayList<>(answers.findings());
        review(true, findings);
        return List.copyOf(findings);
    }

    /** What is missing for one section to be complete. */
    public List<Finding> complete(Section section) {
        List<Finding> findings = new ArrayList<>();
        Review review = Review.of(visibility, today, true, findings);
        section.fields().forEach(field -> review.examine(field, answers.get(field.id())));
        return List.copyOf(findings);
    }

    private void review(boolean complete, List<Finding> findings) {
        Review review = Review.of(visibility, today, complete, findings);
        checkKeys(review);
        if (form.record() != null) {
            checkRecord(form.record(), review.inside(Answers.RECORD, Visibility.ALONE));
        }
        Signatures.check(form, answers, review);
        form.fields().forEach(field -> review.examine(field, answers.get(field.id())));
    }

    private void checkKeys(Review review) {
        List<String> known = new ArrayList<>(form.fields().map(Field::id).toList());
        known.add(Answers.SIGNATURES);
        if (form.record() != null) {
            known.add(Answers.RECORD);
        }
        Members.checkKeys(answers.values(), known, review);
    }

    private void checkRecord(RecordBlock block, Review review) {
        Object given = answers.get(Answers.RECORD);
        if (given != null && !(given instanceof Map<?, ?>)) {
            review.wrongKind("an object with the fields of the record");
            return;
        }
        Map<String, @Nullable Object> record = given instanceof Map<?, ?> map ? Json.asObject(map) : Map.of();
        Members.checkKeys(record, block.fields().stream().map(Field::id).toList(), review);
        block.fields().forEach(field -> review.examine(field, record.get(field.id())));
    }
}
