package quire.portfolio;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quire.core.Digest;
import quire.core.Json;
import quire.people.Actor;
import quire.store.Transaction;
import quire.trail.Entry;
import quire.trail.Trail;

/**
 * Somebody does something.
 *
 * @param trail where it is written down
 * @param actor who
 * @param now when
 */
record Act(Trail trail, Actor actor, Instant now) {

    /** An entry of the trail about a document, in its portfolio if it has one. */
    Entry did(String action, Document document) {
        return actor.did(action, "document", document.id()).in(document.portfolio());
    }

    /** Writes an entry down. */
    void note(Transaction tx, Entry entry) {
        trail.add(tx, entry, now);
    }

    /**
     * Keeps the next revision of a document that is held, and writes it down. Signatures that stood for what it changes stand
     * no more.
     *
     * @param entry what to write down, without the facts of the revision
     * @param section the section that was saved; null for what the record fills in
     * @param base the revision that whoever saves had in front of them
     * @param news the answers that change
     * @return the document as it is then
     */
    Document revise(
            Transaction tx,
            Document document,
            Entry entry,
            @Nullable String section,
            int base,
            Map<String, @Nullable Object> news) {
        int number = document.revision() + 1;
        Map<String, @Nullable Object> after = AnswerMerge.applied(document.answers(), news);
        String canonical = Json.canonical(after);
        Revision revision =
                new Revision(number, base, section, news, Digest.of(canonical), now, actor.person(), actor.deputyOf());
        RevisionStore.insert(tx, document.id(), revision);
        // Whoever only looks at a paper has not worked on it, though the record may have changed since.
        Instant changed = section == null && document.revision() > 0 ? document.changed() : now;
        DocumentStore.update(tx, document.id(), number, canonical, changed);
        note(
                tx,
                entry.with("revision", number)
                        .with("section", section)
                        .with("fields", news.size())
                        .with("digest", revision.answersDigest().hex()));
        return new Superseding(tx, this).after(document.revised(number, after, changed));
    }
}
