package quire.portfolio;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import quire.core.Finding;
import quire.core.Json;
import quire.core.Place;
import quire.core.Problem;
import quire.forms.AnswerCheck;
import quire.forms.Answers;
import quire.forms.Field;
import quire.forms.Filling;
import quire.forms.Form;
import quire.forms.Section;
import quire.store.Transaction;

/**
 * One save on its way in.
 *
 * @param section where the answers belong
 * @param answers as they were sent
 * @param base the revision that the sender had in front of them
 * @param now when it arrived
 * @param today the same as a day
 */
record Save(String section, Map<String, @Nullable Object> answers, int base, Instant now, LocalDate today) {

    /**
     * How it ended.
     *
     * @param saved what was saved; null if it was refused
     * @param conflict why it was refused, once what was sent has been set aside; null if it was saved
     */
    record Outcome(@Nullable Saved saved, @Nullable Problem conflict) {

        Saved orThrow() {
            if (saved == null) {
                throw conflict == null ? new IllegalStateException("Neither saved nor refused") : conflict;
            }
            return saved;
        }
    }

    Outcome run(Transaction tx, Document document) {
        Form form = document.form();
        Answers sent = checked(form);
        if (base < 1 || base > document.revision()) {
            throw Problem.badInput(Finding.error(
                    "revision-unknown", "There is no revision " + base + " of this document.", Place.UNKNOWN));
        }
        Map<String, @Nullable Object> then = base == document.revision()
                ? document.answers()
                : History.answers(RevisionStore.upTo(tx, document.id(), base));
        refuseFilled(form, sent, then, document.answers());
        // What the record has filled in since then is nobody's change, so all sides are seen with it.
        List<Field> filled = form.fields()
                .filter(field -> Filling.in(field) && sent.values().containsKey(field.id()))
                .toList();
        AnswerMerge merge = new AnswerMerge(withFilled(filled, then, document), document.answers());
        Map<String, @Nullable Object> mine = merge.changedBySender(withFilled(filled, sent.values(), document));
        Map<String, @Nullable Object> conflicts = merge.conflicts(mine);
        for (Field field : filled) {
            String id = field.id();
            if (Filling.loses(
                    field, sent.get(id), then.get(id), document.answers().get(id))) {
                mine.put(id, sent.get(id));
                conflicts.put(id, document.answers().get(id));
            }
        }
        if (!conflicts.isEmpty()) {
            RevisionStore.setAside(tx, document.id(), section, base, mine, now);
            return new Outcome(null, conflict(form, mine, conflicts));
        }
        return new Outcome(keep(tx, document, merge.news(mine), sent.findings()), null);
    }

    private Answers checked(Form form) {
        Section target = form.section(section);
        Set<String> own = target.fields().stream().map(Field::id).collect(Collectors.toSet());
        List<Finding> findings = new ArrayList<>();
        for (String field : answers.keySet()) {
            if (!own.contains(field)) {
                findings.add(Finding.error(
                        "answer-elsewhere",
                        "“" + field + "” is not a question of the section “" + target.title() + "”.",
                        Place.atPath(field)));
            }
        }
        Answers sent = Answers.of(form, answers);
        if (findings.isEmpty()) {
            findings.addAll(AnswerCheck.of(form, sent, today).draft());
        }
        if (Finding.anyError(findings)) {
            throw Problem.badInput("Some answers cannot be saved.", findings);
        }
        return sent;
    }

    private static void refuseFilled(
            Form form, Answers sent, Map<String, @Nullable Object> then, Map<String, @Nullable Object> saved) {
        List<Finding> findings = new ArrayList<>();
        sent.values().forEach((id, answer) -> {
            Field field = form.field(id).orElseThrow();
            if (!Filling.leavesAlone(field, answer, then.get(id))
                    && !Filling.leavesAlone(field, answer, saved.get(id))) {
                findings.add(Finding.error(
                        "answer-filled",
                        "“" + field.label() + "” is filled in from the record and cannot be changed here.",
                        Place.atPath(id)));
            }
        });
        if (!findings.isEmpty()) {
            throw Problem.badInput("Some answers cannot be saved.", findings);
        }
    }

    private static Map<String, @Nullable Object> withFilled(
            List<Field> fields, Map<String, @Nullable Object> answers, Document document) {
        Map<String, @Nullable Object> with = new LinkedHashMap<>(answers);
        for (Field field : fields) {
            String id = field.id();
            with.put(
                    id,
                    Filling.joined(field, answers.get(id), document.answers().get(id)));
        }
        return with;
    }

    private Saved keep(Transaction tx, Document document, Map<String, @Nullable Object> news, List<Finding> findings) {
        if (news.isEmpty()) {
            return new Saved(document.revision(), List.of(), document.changed(), findings);
        }
        int number = document.revision() + 1;
        Map<String, @Nullable Object> after = AnswerMerge.applied(document.answers(), news);
        RevisionStore.insert(tx, document.id(), new Revision(number, base, section, news, History.digest(after), now));
        DocumentStore.update(tx, document.id(), number, Json.canonical(after), now);
        if (document.state(section) == SectionState.NOT_STARTED) {
            DocumentStore.setState(tx, document.id(), section, SectionState.IN_PROGRESS, now);
        }
        return new Saved(number, List.copyOf(news.keySet()), now, findings);
    }

    private static Problem conflict(
            Form form, Map<String, @Nullable Object> mine, Map<String, @Nullable Object> conflicts) {
        List<Finding> findings = new ArrayList<>();
        conflicts.forEach((id, saved) -> {
            Field field = form.field(id).orElseThrow();
            String message = "“" + field.label() + "” was changed by somebody else while you wrote. Saved now: "
                    + words(field, saved) + ". Yours: " + words(field, mine.get(id)) + ".";
            findings.add(Finding.error("answer-conflict", message, Place.atPath(id)));
        });
        return Problem.of(
                        Problem.Kind.CONFLICT,
                        "Somebody else has changed the same answers. Nothing of yours was saved over theirs, and yours"
                                + " are kept with the document.")
                .withFindings(findings);
    }

    private static String words(Field field, @Nullable Object answer) {
        if (answer == null) {
            return "no answer";
        }
        String text = answer instanceof String words ? words : field.text(answer);
        return "“" + (text.isEmpty() ? Json.write(answer) : text) + "”";
    }
}
