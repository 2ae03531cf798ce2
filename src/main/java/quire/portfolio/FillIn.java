package quire.portfolio;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import quire.core.Finding;
import quire.core.Place;
import quire.core.Problem;
import quire.forms.AnswerCheck;
import quire.forms.Answers;
import quire.forms.Field;
import quire.forms.Filling;
import quire.forms.Form;
import quire.forms.RepeatField;
import quire.store.Transaction;

/**
 * What the record fills in, on its way into a document.
 *
 * @param answers by field id; what people type inside them is left out
 * @param act who fills it in and when
 * @param today the same as a day
 */
record FillIn(Map<String, @Nullable Object> answers, Act act, LocalDate today) {

    private static final String ENTRY_ID = "[A-Za-z0-9_-]{1,40}";

    Saved run(Transaction tx, Document document) {
        Answers given = checked(document.form());
        Map<String, @Nullable Object> joined = new LinkedHashMap<>();
        Set<String> signed = signed(document);
        given.values().forEach((id, filled) -> {
            if (signed.contains(id)) {
                return;
            }
            Field field = document.form().field(id).orElseThrow();
            joined.put(id, Filling.joined(field, document.answers().get(id), filled));
        });
        Map<String, @Nullable Object> news = new AnswerMerge(document.answers(), document.answers()).news(joined);
        if (news.isEmpty()) {
            return new Saved(document.revision(), List.of(), document.changed(), given.findings());
        }
        Document filled =
                act.revise(tx, document, act.did("document.filled_in", document), null, document.revision(), news);
        DocumentStore.keepProgress(tx, filled, act.now());
        return new Saved(document.revision() + 1, List.copyOf(news.keySet()), act.now(), given.findings());
    }

    /** What somebody has signed for stays as they saw it. */
    private static Set<String> signed(Document document) {
        return document.form().sections().stream()
                .filter(section -> document.state(section.id()).isSigned())
                .flatMap(section -> section.fields().stream())
                .map(Field::id)
                .collect(Collectors.toSet());
    }

    private Answers checked(Form form) {
        List<Finding> findings = new ArrayList<>();
        answers.forEach((id, answer) -> {
            Field field = form.field(id).orElse(null);
            if (field == null || !Filling.in(field)) {
                findings.add(Finding.error(
                        "answer-typed", "“" + id + "” is not filled in from the record.", Place.atPath(id)));
            } else if (field instanceof RepeatField repeat && repeat.filledByRecord() && !allNamed(answer)) {
                findings.add(Finding.error(
                        "answer-kind",
                        "Each entry of “" + id + "” needs an “id”, so that what people type there stays with it.",
                        Place.atPath(id)));
            }
        });
        Answers given = Answers.of(form, answers);
        if (findings.isEmpty()) {
            findings.addAll(AnswerCheck.of(form, given, today).draft());
        }
        if (Finding.anyError(findings)) {
            throw Problem.badInput("This cannot be filled in.", findings);
        }
        return given;
    }

    private static boolean allNamed(@Nullable Object entries) {
        return !(entries instanceof List<?> list)
                || list.stream()
                        .allMatch(entry -> entry instanceof Map<?, ?> map
                                && map.get("id") instanceof String id
                                && id.matches(ENTRY_ID));
    }
}
