package quire.portfolio;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import quire.core.Digest;
import quire.core.Finding;
import quire.core.Place;
import quire.core.Problem;
import quire.forms.AnswerCheck;
import quire.forms.Answers;
import quire.forms.Form;
import quire.programme.Row;
import quire.store.Transaction;
import quire.trail.Entry;

/**
 * A document at its beginning.
 *
 * @param kept the documents that there are
 * @param place where it belongs; null for a document by itself
 * @param form what it is written on
 * @param act who starts it and when
 */
record Starting(KeptDocuments kept, @Nullable Placement place, Form form, Act act) {

    /** With a head that somebody has given. */
    Document with(Transaction tx, Map<String, @Nullable Object> record, LocalDate today) {
        Map<String, @Nullable Object> given = record.isEmpty() ? Map.of() : Map.of(Answers.RECORD, record);
        Answers answers = Answers.of(form, given);
        AnswerCheck check = AnswerCheck.of(form, answers, today);
        if (Finding.anyError(check.draft())) {
            throw Problem.badInput("The document cannot be started.", check.draft());
        }
        hold(tx);
        return run(tx, answers.values(), Carrying.NONE);
    }

    /** With all that the record knows, and with what the last paper of this kind hands on; or the last of more than seen. */
    Document with(Transaction tx, RecordFill fill, RecordFacts facts, int seen) {
        refuseOtherForms(fill.row());
        hold(tx);
        List<Document> there = kept.ofPortfolio(tx, fill.portfolio().id()).stream()
                .filter(document -> Objects.equals(document.place(), place))
                .toList();
        if (there.size() > seen) {
            return there.get(there.size() - 1);
        }
        Map<String, @Nullable Object> answers = new LinkedHashMap<>(fill.answers(form, facts));
        Carrying carrying =
                Carrying.into(form, kept.ofPortfolio(tx, fill.portfolio().id(), form.id()));
        answers.putAll(carrying.answers());
        return run(tx, answers, carrying);
    }

    private void refuseOtherForms(Row row) {
        boolean foreseen =
                row.forms().stream().anyMatch(pin -> pin.form().equals(form.id()) && pin.version() == form.version());
        if (!foreseen) {
            throw Problem.badInput(Finding.error(
                    "form", "“" + row.title() + "” is not written on “" + form.title() + "”.", Place.atPath("form")));
        }
    }

    private void hold(Transaction tx) {
        if (place != null) {
            PortfolioStore.holdOpen(tx, place.portfolio());
        }
    }

    private Document run(Transaction tx, Map<String, @Nullable Object> answers, Carrying carrying) {
        Digest digest = kept.know(form);
        String id = UUID.randomUUID().toString();
        DocumentStore.keepForm(tx, form, digest, act.now());
        int number = form.series() == null ? 1 : nextNumber(tx);
        DocumentStore.Kept fresh = new DocumentStore.Kept(
                id, place, digest, number, act.now(), act.actor().person(), act.now(), 0, Map.of());
        DocumentStore.insert(tx, fresh, form.id());
        carrying.entries().forEach(entry -> CarriedStore.insert(tx, id, entry));
        act.revise(tx, kept.get(tx, id), entry(id, number), null, 0, answers);
        return kept.get(tx, id);
    }

    private Entry entry(String id, int number) {
        return act.actor()
                .did("document.started", "document", id)
                .in(place == null ? null : place.portfolio())
                .with("form", form.id())
                .with("number", number)
                .with("paper", place == null ? null : place.paper());
    }

    private int nextNumber(Transaction tx) {
        DocumentStore.holdSeries(tx, form);
        return DocumentStore.nextNumber(tx, place, form);
    }
}
