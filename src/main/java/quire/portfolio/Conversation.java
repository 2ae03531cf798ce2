package quire.portfolio;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A comment and what was answered.
 *
 * @param first what began it; whether it is open is whether this one is
 * @param answers the first one first
 */
public record Conversation(Comment first, List<Comment> answers) {

    public Conversation {
        answers = List.copyOf(answers);
    }

    /** Whether somebody still has to do something about it. */
    public boolean isOpen() {
        return first.isOpen();
    }

    /** Puts answers below what they answer. */
    static List<Conversation> of(List<Comment> comments) {
        Map<String, List<Comment>> answers = new LinkedHashMap<>();
        List<Comment> firsts = new ArrayList<>();
        for (Comment comment : comments) {
            if (comment.answers() == null) {
                firsts.add(comment);
            } else {
                answers.computeIfAbsent(comment.answers(), first -> new ArrayList<>())
                        .add(comment);
            }
        }
        return firsts.stream()
                .map(first -> new Conversation(first, answers.getOrDefault(first.id(), List.of())))
                .toList();
    }
}
