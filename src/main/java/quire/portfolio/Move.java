package quire.portfolio;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import quire.forms.Field;
import quire.forms.Form;
import quire.forms.FormChange;
import quire.forms.MovedAnswers;
import quire.forms.Section;
import quire.forms.Words;

/**
 * What it would mean for a draft to go to a newer version of its form.
 *
 * @param document the draft as it is
 * @param to the version
 * @param changes what is different there
 * @param left what is written and has no place there; it is kept under “Earlier answers”
 * @param reopened completed sections that would be in progress again
 */
public record Move(
        Document document, Form to, List<FormChange> changes, List<MovedAnswers.Left> left, List<Section> reopened) {

    public Move {
        changes = List.copyOf(changes);
        left = List.copyOf(left);
        reopened = List.copyOf(reopened);
    }

    /** The whole in a few words: {@code 2 new questions, 1 question removed (your 214 words are kept …)}. */
    public String summary() {
        List<String> parts = new ArrayList<>();
        int fresh = gone(to, document.form());
        int removed = gone(document.form(), to);
        if (fresh > 0) {
            parts.add(fresh == 1 ? "1 new question" : fresh + " new questions");
        }
        if (removed > 0) {
            parts.add(removed == 1 ? "1 question removed" : removed + " questions removed");
        }
        long other = changes.stream()
                .filter(change -> !change.path().endsWith(".id"))
                .count();
        if (other > 0) {
            parts.add(other == 1 ? "1 other change" : other + " other changes");
        }
        String summary = parts.isEmpty() ? "Nothing that you would notice" : String.join(", ", parts);
        return left.isEmpty() ? summary : summary + " (" + kept() + ")";
    }

    private String kept() {
        int words = words();
        return (words == 0 ? "what was answered there is" : words == 1 ? "1 word is" : words + " words are")
                + " kept under “Earlier answers”";
    }

    /** How many words are written that have no place in the version. */
    public int words() {
        return left.stream()
                .map(MovedAnswers.Left::answer)
                .mapToInt(Move::words)
                .sum();
    }

    private static int words(Object answer) {
        if (answer instanceof List<?> list) {
            return list.stream().mapToInt(one -> one == null ? 0 : words(one)).sum();
        } else if (answer instanceof Map<?, ?> map) {
            return map.values().stream()
                    .mapToInt(one -> one == null ? 0 : words(one))
                    .sum();
        }
        return answer instanceof String text ? Words.count(text) : 0;
    }

    /** The changes of one kind. */
    public List<FormChange> changes(FormChange.Kind kind) {
        return changes.stream().filter(change -> change.kind() == kind).toList();
    }

    /** How many questions for people one form has and another does not. */
    private static int gone(Form form, Form other) {
        Set<String> known = other.everyField().map(Field::id).collect(Collectors.toSet());
        Predicate<Field> isGone = field -> field.asksPeople() && !known.contains(field.id());
        return (int) form.everyField().filter(isGone).count();
    }
}
