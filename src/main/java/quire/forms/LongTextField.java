package quire.forms;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import quire.merge.Shape;
import quire.merge.Value;
import quire.yaml.Part;

/**
 * Plain text with paragraphs and simple lists, whose lines start with {@code - } or {@code 1. }.
 *
 * @param guideWords about how many words are expected; null for no guide
 * @param maxWords the most words; null for the hard limit only
 */
public record LongTextField(
        Question question,
        @Nullable Integer guideWords,
        @Nullable Integer maxWords) implements Field {

    static Field read(Question question, FieldSource source) {
        Part words = source.at("words");
        Integer guide = words.member("guide").whole();
        Integer max = words.member("max").whole();
        if (guide != null && max != null && guide > max) {
            words.member("guide")
                    .fault(
                            "bounds",
                            "The field " + source.name() + " suggests " + guide + " words but takes at most " + max
                                    + ". Make “guide” the smaller one.");
        }
        return new LongTextField(question, guide, max);
    }

    @Override
    public FieldType type() {
        return FieldType.LONGTEXT;
    }

    @Override
    public String emptyMessage() {
        return question.wording().enter();
    }

    @Override
    public void check(Object answer, Review review) {
        Texts.check(answer, review, text -> {
            if (maxWords != null && Words.count(text) > maxWords) {
                review.breaks("words", question.wording().must("be " + maxWords + " words or fewer"));
            }
        });
    }

    @Override
    public Map<String, @Nullable Object> schema() {
        return Texts.schema(this);
    }

    @Override
    public Shape shape() {
        return Shape.plain(Shape.Kind.PROSE).required(required());
    }

    @Override
    public Value value(Object answer) {
        return answer instanceof String text ? new Value.Prose(text) : blank();
    }

    @Override
    public Value blank() {
        return new Value.Prose("");
    }
}
