package quire.portfolio;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import quire.core.Digest;
import quire.core.Finding;
import quire.core.Json;
import quire.core.Place;
import quire.core.Problem;
import quire.forms.Answers;
import quire.forms.Form;
import quire.store.Transaction;

/** A save that may arrive more than once, because whoever sent it did not hear that it had arrived. */
record OnceOnly(Save save) {

    /**
     * Saves, or says again how it ended the first time.
     *
     * @param document held, so that the second of two that arrive together waits for the first
     * @param form the version of its form that the sender had in front of them
     * @throws Problem of the kind CONFLICT if something else was sent under the same key
     */
    Outcome run(Transaction tx, Document document, Form form) {
        String key = save.sent().key();
        if (key == null) {
            return save.run(tx, document, form);
        }
        if (key.isEmpty() || key.length() > Sent.LONGEST_KEY) {
            throw Problem.badInput(Finding.error(
                    "key", "The key of a save must have 1 to " + Sent.LONGEST_KEY + " characters.", Place.UNKNOWN));
        }
        SentStore.Ended before = SentStore.find(tx, document.id(), key).orElse(null);
        if (before != null) {
            return again(tx, document, form, before);
        }
        Outcome outcome = save.run(tx, document, form);
        SentStore.insert(tx, document.id(), key, content(form), outcome, save.act());
        return outcome;
    }

    private Outcome again(Transaction tx, Document document, Form form, SentStore.Ended before) {
        if (!before.content().equals(content(form))) {
            throw Problem.of(
                    Problem.Kind.CONFLICT,
                    "Something else was sent under this key before. Send each save under a key of its own.");
        }
        if (before.setAside() == 0) {
            List<Finding> warnings = save.warnings(form);
            return Outcome.of(new Saved(before.revision(), before.changed(), before.at(), warnings));
        }
        List<Revision> revisions = RevisionStore.upTo(tx, document.id(), document.revision());
        return RevisionStore.setAside(tx, document.id()).stream()
                .filter(one -> one.number() == before.setAside())
                .map(one -> Outcome.of(Conflict.of(document, revisions, one)))
                .findFirst()
                .orElseThrow();
    }

    private Digest content(Form form) {
        Map<String, @Nullable Object> content = new TreeMap<>();
        content.put("section", save.sent().section());
        content.put("answers", Answers.of(form, save.sent().answers()).values());
        content.put("base", Integer.toString(save.sent().base()));
        content.put("by", save.act().actor().person());
        content.put("deputy_of", save.act().actor().deputyOf());
        return Digest.of(Json.canonical(content));
    }
}
