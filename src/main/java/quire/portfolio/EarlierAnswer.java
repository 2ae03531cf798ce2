package quire.portfolio;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import quire.forms.Field;

/**
 * What somebody wrote to a question that their paper does not ask any more, since it went to a newer version of its form. It
 * never changes, and is printed nowhere.
 *
 * @param number from 1, in the order in which they were kept
 * @param revision the one since which there is no place for it
 * @param section the section where it was asked; empty for the block at the head
 * @param question the id of the question
 * @param label what the question was called
 * @param field the question as it was; null if the record does not know it any more
 * @param answer plain JSON data
 * @param at when it was kept
 * @param by the id of the person who wrote it, or who moved the paper
 */
public record EarlierAnswer(
        int number,
        int revision,
        String section,
        String question,
        String label,
        @Nullable Field field,
        Object answer,
        Instant at,
        String by) {

    /** The same with the question as it was. */
    EarlierAnswer of(@Nullable Field asked) {
        return new EarlierAnswer(number, revision, section, question, label, asked, answer, at, by);
    }
}
