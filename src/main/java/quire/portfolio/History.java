package quire.portfolio;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quire.core.Digest;
import quire.core.Json;

/** Old answers, put together again from the changes that made them. */
final class History {

    private History() {}

    /**
     * The answers after the last of these revisions.
     *
     * @param revisions from the first on, without gaps
     */
    static Map<String, @Nullable Object> answers(List<Revision> revisions) {
        Map<String, @Nullable Object> answers = Map.of();
        for (Revision revision : revisions) {
            answers = AnswerMerge.applied(answers, revision.changes());
        }
        Digest promised = revisions.get(revisions.size() - 1).answersDigest();
        if (!digest(answers).equals(promised)) {
            throw new IllegalStateException("The revisions do not add up to " + promised.brief());
        }
        return answers;
    }

    static Digest digest(Map<String, @Nullable Object> answers) {
        return Digest.of(Json.canonical(answers));
    }
}
