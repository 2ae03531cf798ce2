package quire.portfolio;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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
import quire.forms.Section;
import quire.store.Transaction;

/**
 * One save on its way in.
 *
 * @param sent what was sent
 * @param act who saves and when
 * @param today the same as a day
 */
record Save(Sent sent, Act act, LocalDate today) {

    /** @param form the version of its form that the sender had in front of them */
    Outcome run(Transaction tx, Document document, Form form) {
        Answers checked = checked(form);
        refuseSigned(document);
        Map<String, @Nullable Object> then = then(tx, document);
        if (!form.equals(document.form())) {
            return new LateSave(this, document, form).run(tx, checked, then);
        }
        refuseFilled(form, checked, then, document.answers());
        // What the record has filled in since then is nobody's change, so all sides are seen with it.
        List<Field> filled = form.fields()
                .filter(field -> Filling.in(field) && checked.values().containsKey(field.id()))
                .toList();
        AnswerMerge merge = new AnswerMerge(withFilled(filled, then, document), document.answers());
        Map<String, @Nullable Object> mine = merge.changedBySender(withFilled(filled, checked.values(), document));
        Set<String> clashes = new TreeSet<>(merge.conflicts(mine).keySet());
        for (Field field : filled) {
            String id = field.id();
            Object sentNow = checked.values().get(id);
            if (Filling.loses(field, sentNow, then.get(id), document.answers().get(id))) {
                mine.put(id, sentNow);
                clashes.add(id);
            }
        }
        return clashes.isEmpty()
                ? Outcome.of(keep(tx, document, merge.news(mine), checked.findings()))
                : Outcome.of(setAside(tx, document, mine, clashes));
    }

    /** The warnings about what was sent, which are the same whenever it is sent. */
    List<Finding> warnings(Form form) {
        return Answers.of(form, sent.answers()).findings();
    }

    private Map<String, @Nullable Object> then(Transaction tx, Document document) {
        if (sent.base() < 1 || sent.base() > document.revision()) {
            throw Problem.badInput(Finding.error(
                    "revision-unknown", "There is no revision " + sent.base() + " of this document.", Place.UNKNOWN));
        }
        return sent.base() == document.revision()
                ? document.answers()
                : History.answers(RevisionStore.upTo(tx, document.id(), sent.base()));
    }

    private Answers checked(Form form) {
        Section target = form.section(sent.section());
        Set<String> own = target.fields().stream().map(Field::id).collect(Collectors.toSet());
        List<Finding> findings = new ArrayList<>();
        for (String field : sent.answers().keySet()) {
            if (!own.contains(field)) {
                findings.add(Finding.error(
                        "answer-elsewhere",
                        "“" + field + "” is not a question of the section “" + target.title() + "”.",
                        Place.atPath(field)));
            }
        }
        Answers answers = Answers.of(form, sent.answers());
        if (findings.isEmpty()) {
            findings.addAll(AnswerCheck.of(form, answers, today).draft());
        }
        if (Finding.anyError(findings)) {
            throw Problem.badInput("Some answers cannot be saved.", findings);
        }
        return answers;
    }

    private void refuseSigned(Document document) {
        if (document.state(sent.section()).isSigned()) {
            throw Problem.of(
                    Problem.Kind.CONFLICT,
                    "“" + document.form().section(sent.section()).title()
                            + "” is signed, so it cannot be changed. Nothing"
                            + " of this was saved. To change it, ask for it to be given back to you.");
        }
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
        Document saved =
                act.revise(tx, document, act.did("document.saved", document), sent.section(), sent.base(), news);
        if (document.state(sent.section()) == SectionState.NOT_STARTED) {
            DocumentStore.setState(tx, document.id(), sent.section(), SectionState.IN_PROGRESS, act.now());
            saved = saved.turned(sent.section(), SectionState.IN_PROGRESS);
        }
        DocumentStore.keepProgress(tx, saved, act.now());
        return new Saved(document.revision() + 1, List.copyOf(news.keySet()), act.now(), findings);
    }

    Conflict setAside(Transaction tx, Document document, Map<String, @Nullable Object> mine, Set<String> clashes) {
        SetAside aside = RevisionStore.setAside(
                tx,
                document.id(),
                number -> new SetAside(
                        number,
                        sent.section(),
                        sent.base(),
                        mine,
                        clashes,
                        act.now(),
                        act.actor().person(),
                        act.actor().deputyOf(),
                        null));
        act.note(
                tx,
                act.did("document.set_aside", document)
                        .with("section", sent.section())
                        .with("number", aside.number())
                        .with("fields", mine.size())
                        .with("digest", History.digest(mine).hex()));
        return Conflict.of(document, RevisionStore.upTo(tx, document.id(), document.revision()), aside);
    }
}
