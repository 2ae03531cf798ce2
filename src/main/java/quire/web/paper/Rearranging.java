package quire.web.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quire.forms.Field;
import quire.forms.RepeatField;
import quire.forms.Section;
import quire.portfolio.Document;
import quire.portfolio.Documents;
import quire.web.frame.Action;
import quire.web.frame.Typed;

/** What the small buttons of a section's page do to its answers: entries and files come, go and move. */
final class Rearranging {

    private final Documents documents;
    private final Document document;
    private final Section section;

    Rearranging(Documents documents, Document document, Section section) {
        this.documents = documents;
        this.document = document;
        this.section = section;
    }

    /** Changes the answers and tells where on the page to go on; empty where nothing is rearranged. */
    String act(Action action, Map<String, @Nullable Object> answers) {
        if (!answers.containsKey(action.field())) {
            return "";
        }
        return switch (action.verb()) {
            case "add", "remove", "up", "down", "restore" -> rearrange(action, answers);
            case "clear" -> {
                answers.put(action.field(), null);
                yield "#question-" + action.field();
            }
            case "upload" -> "#question-" + action.field();
            default -> "";
        };
    }

    /**
     * Gives entries that a browser has added names of ours.
     *
     * @param before the answers that the page was made of, so that the same page sent twice gives the same names
     */
    void name(Map<String, @Nullable Object> answers, Map<String, @Nullable Object> before) {
        for (Field field : section.fields()) {
            if (field instanceof RepeatField repeat
                    && !repeat.hasGivenEntries()
                    && answers.get(field.id()) instanceof List<?> list
                    && !list.isEmpty()) {
                Entries old = Entries.of(before.get(field.id()));
                answers.put(
                        field.id(),
                        Entries.of(answers.get(field.id())).named(old).answer());
            }
        }
    }

    private String rearrange(Action action, Map<String, @Nullable Object> answers) {
        Field field = section.fields().stream()
                .filter(one -> one.id().equals(action.field()))
                .findFirst()
                .orElseThrow();
        if (!(field instanceof RepeatField repeat)) {
            answers.put(action.field(), withoutFile(answers.get(action.field()), action.entry()));
            return "#question-" + action.field();
        } else if (repeat.hasGivenEntries()) {
            return "";
        }
        Entries entries = Entries.of(answers.get(action.field()));
        String focus = action.entry();
        String query = "";
        switch (action.verb()) {
            case "add" -> focus = entries.add();
            case "up" -> entries.move(focus, -1);
            case "down" -> entries.move(focus, 1);
            case "remove" -> {
                entries.remove(focus);
                query = "?removed=" + new Removed(action.field(), focus, document.revision());
            }
            default -> entries.restore(focus, Entries.of(before(action)));
        }
        answers.put(action.field(), entries.answer());
        return query.isEmpty() ? "#" + Typed.id(action.field()) + "-" + focus : query;
    }

    private @Nullable Object before(Action action) {
        return Removed.in(action.rest())
                .filter(removed -> removed.revision() <= document.revision())
                .map(removed ->
                        documents.answersAt(document.id(), removed.revision()).get(action.field()))
                .orElse(null);
    }

    private static @Nullable Object withoutFile(@Nullable Object answer, String digest) {
        List<Object> files = new ArrayList<>();
        for (Object file : answer instanceof List<?> list ? list : List.of()) {
            if (!(file instanceof Map<?, ?> map && digest.equals(map.get("sha256")))) {
                files.add(file);
            }
        }
        return files.isEmpty() ? null : files;
    }
}
