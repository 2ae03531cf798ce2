package quire.portfolio;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quire.core.Json;
import quire.forms.Answers;
import quire.forms.Form;
import quire.forms.Section;
import quire.forms.ShownAnswers;

/**
 * The answers that signatures stand for, put together again.
 *
 * @param record the block at the head
 * @param sections the answers by section
 */
record FrozenAnswers(Map<String, @Nullable Object> record, Map<String, Map<String, @Nullable Object>> sections) {

    /** What signatures stand for that stand at the same time, and so agree where they cover the same. */
    static FrozenAnswers of(List<Snapshot> snapshots) {
        Map<String, @Nullable Object> record = new LinkedHashMap<>();
        Map<String, Map<String, @Nullable Object>> sections = new LinkedHashMap<>();
        for (Snapshot snapshot : snapshots) {
            Map<String, @Nullable Object> content = snapshot.content();
            record.putAll(object(content.get("record")));
            object(content.get("sections")).forEach((id, answers) -> sections.put(id, object(answers)));
        }
        return new FrozenAnswers(record, sections);
    }

    /** With sections that nobody signs for. */
    FrozenAnswers with(Map<String, @Nullable Object> unsigned) {
        Map<String, Map<String, @Nullable Object>> more = new LinkedHashMap<>(sections);
        unsigned.forEach((id, answers) -> more.put(id, object(answers)));
        return new FrozenAnswers(record, more);
    }

    boolean has(Section section) {
        return sections.containsKey(section.id());
    }

    /** As a document keeps them. */
    Map<String, @Nullable Object> answers() {
        Map<String, @Nullable Object> answers = new LinkedHashMap<>();
        if (!record.isEmpty()) {
            answers.put(Answers.RECORD, record);
        }
        sections.values().forEach(answers::putAll);
        return answers;
    }

    /** Whether these alone show all that was signed. */
    boolean showsTheSame(Form form) {
        Answers alone = Answers.of(form, answers());
        return form.sections().stream()
                .filter(this::has)
                .allMatch(section -> Json.canonical(ShownAnswers.of(form, alone, section))
                        .equals(Json.canonical(sections.getOrDefault(section.id(), Map.of()))));
    }

    private static Map<String, @Nullable Object> object(@Nullable Object json) {
        return json instanceof Map<?, ?> map ? Json.asObject(map) : Map.of();
    }
}
