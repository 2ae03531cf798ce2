package quire.portfolio;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import quire.core.Json;

/**
 * Two people's answers brought together, question by question. Three states meet: what both started from, what is saved
 * now, and what one of them sends.
 */
final class AnswerMerge {

    private final Map<String, @Nullable Object> base;
    private final Map<String, @Nullable Object> saved;

    AnswerMerge(Map<String, @Nullable Object> base, Map<String, @Nullable Object> saved) {
        this.base = base;
        this.saved = saved;
    }

    /** What the sender changed: a question sent with the answer it had before is not a change. */
    Map<String, @Nullable Object> changedBySender(Map<String, @Nullable Object> sent) {
        Map<String, @Nullable Object> changed = new TreeMap<>();
        sent.forEach((question, answer) -> {
            if (!same(answer, base.get(question))) {
                changed.put(question, present(answer));
            }
        });
        return changed;
    }

    /** Those of the sender's changes that somebody else has meanwhile answered differently, with the saved answer. */
    Map<String, @Nullable Object> conflicts(Map<String, @Nullable Object> changedBySender) {
        Map<String, @Nullable Object> conflicts = new LinkedHashMap<>();
        changedBySender.forEach((question, answer) -> {
            Object now = saved.get(question);
            if (!same(now, base.get(question)) && !same(now, answer)) {
                conflicts.put(question, now);
            }
        });
        return conflicts;
    }

    /** Those of the sender's changes that are not saved already. */
    Map<String, @Nullable Object> news(Map<String, @Nullable Object> changedBySender) {
        Map<String, @Nullable Object> news = new LinkedHashMap<>();
        changedBySender.forEach((question, answer) -> {
            if (!same(answer, saved.get(question))) {
                news.put(question, answer);
            }
        });
        return news;
    }

    /** The answers after some changes; a change to null takes the answer away. */
    static Map<String, @Nullable Object> applied(
            Map<String, @Nullable Object> answers, Map<String, @Nullable Object> changes) {
        Map<String, @Nullable Object> after = new TreeMap<>(answers);
        changes.forEach((question, answer) -> {
            if (answer == null) {
                after.remove(question);
            } else {
                after.put(question, answer);
            }
        });
        return after;
    }

    /** An empty text is no answer. */
    private static @Nullable Object present(@Nullable Object answer) {
        return "".equals(answer) ? null : answer;
    }

    static boolean same(@Nullable Object one, @Nullable Object other) {
        Object mine = present(one);
        Object theirs = present(other);
        boolean texts = mine instanceof String && theirs instanceof String;
        // Only numbers have several spellings, so most need not be written out.
        return Objects.equals(mine, theirs) || (!texts && canonical(mine).equals(canonical(theirs)));
    }

    private static String canonical(@Nullable Object answer) {
        return answer == null ? "" : Json.canonical(Collections.singletonList(answer));
    }
}
