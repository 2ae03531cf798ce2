package quire.forms;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quire.core.Json;

/**
 * Answers that were given in one version of a form, as another version holds them.
 *
 * @param answers what it holds
 * @param left what it has no place for, whole and as it was
 */
public record MovedAnswers(Map<String, @Nullable Object> answers, List<Left> left) {

    public MovedAnswers {
        answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
        left = List.copyOf(left);
    }

    /**
     * An answer for which a version has no place.
     *
     * @param section the id of the section where it was asked; empty for the block at the head
     * @param question the id of the question, be it in a repeat or not
     * @param label what the question was called, and in a repeat its entry as well
     * @param answer plain JSON data
     */
    public record Left(String section, String question, String label, Object answer) {}

    /**
     * Moves answers, all of a paper or some.
     *
     * @param from the version in which they were given
     * @param to the version that is to hold them
     * @param today the day for limits such as “today or in the past”
     */
    public static MovedAnswers of(
            Form from, Form to, Map<String, ? extends @Nullable Object> answers, LocalDate today) {
        AnswerMover mover = new AnswerMover(to, today);
        Map<String, @Nullable Object> moved = new LinkedHashMap<>(answers);
        for (Section section : from.sections()) {
            for (Field field : section.fields()) {
                Object answer = moved.get(field.id());
                if (answer != null) {
                    put(moved, field.id(), mover.moved(section.id(), field, answer));
                }
            }
        }
        if (moved.get(Answers.RECORD) instanceof Map<?, ?> record) {
            put(moved, Answers.RECORD, mover.record(from, Json.asObject(record)));
        }
        return new MovedAnswers(moved, mover.left());
    }

    private static void put(Map<String, @Nullable Object> answers, String key, @Nullable Object answer) {
        if (answer == null) {
            answers.remove(key);
        } else {
            answers.put(key, answer);
        }
    }
}
