package quire.forms;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import quire.merge.Shape;
import quire.merge.Value;

/**
 * One thing that a form asks or says. Each type is one record that reads itself from a form file, checks an answer, and
 * says what its answer looks like in JSON and on paper.
 */
public sealed interface Field
        permits TextField,
                LongTextField,
                NumberField,
                DateField,
                YesNoField,
                ChoiceField,
                ChoicesField,
                PersonField,
                FilesField,
                RepeatField,
                StatementField,
                PrefillField,
                PictureField {

    Question question();

    FieldType type();

    /** What to do when a required answer is missing, as an error message; the form's own words come before this. */
    String emptyMessage();

    /**
     * Finds what is wrong with an answer that is there. Kinds and hard limits are always checked; the form's own
     * limits only where the review asks for a complete answer.
     */
    void check(Object answer, Review review);

    /** The JSON Schema (2020-12) of an answer that a draft may hold. */
    Map<String, @Nullable Object> schema();

    /** What a template will find under this field's id. */
    Shape shape();

    /** A given answer as a template sees it; {@link #blank()} if the answer is not of this type's kind. */
    Value value(Object answer);

    /** A given answer as one line of text, for messages; empty for a kind of answer that has no text. */
    default String text(Object answer) {
        return value(answer).text();
    }

    /** What a template sees where nothing is answered: prints nothing and still knows its members. */
    Value blank();

    /** What a template sees where a required answer is missing. */
    default Value gap() {
        return new Value.Gap(label(), blank() instanceof Value.Shown shown ? shown.members() : Map.of());
    }

    /** Why a condition cannot test this type of field in this way; null if it can. */
    default @Nullable String objection(Condition.Test test) {
        return test.operator() == Condition.Operator.ANSWERED
                ? null
                : "of a field of the type " + type().word() + " a condition can only ask whether it is “answered”";
    }

    /** Whether something was answered; an empty text is no answer. */
    default boolean isAnswered(@Nullable Object answer) {
        return answer != null && !(answer instanceof String text && Words.isBlank(text));
    }

    /** What stands where this answer was given: usually the answer itself; some types stand there without one. */
    default @Nullable Object standing(@Nullable Object answer) {
        return answer;
    }

    /** The answer as it is kept: the same content with the accidents of typing removed. */
    default Object tidy(Object answer) {
        return answer;
    }

    default String id() {
        return question().id();
    }

    default String label() {
        return question().label();
    }

    default @Nullable String hint() {
        return question().hint();
    }

    default @Nullable String guidance() {
        return question().guidance();
    }

    default boolean required() {
        return question().required();
    }

    /** Whether nobody types it, because it is filled in from the record. */
    default boolean filledByRecord() {
        return question().filledByRecord();
    }

    /** Whether there is something in it for people to type. */
    default boolean asksPeople() {
        return !filledByRecord();
    }

    default @Nullable Condition showIf() {
        return question().showIf();
    }
}
