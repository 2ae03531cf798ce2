package quire.portfolio;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import quire.core.Problem;
import quire.forms.Field;
import quire.forms.Filling;
import quire.forms.MovedAnswers;
import quire.forms.Section;
import quire.people.Actor;
import quire.people.Standing;
import quire.store.Database;
import quire.store.Transaction;
import quire.trail.Trail;

/**
 * What was written before: every earlier answer, what lost in a conflict, what was written in other papers of the same
 * portfolio. None of it is ever gone. May be shared between threads.
 */
public final class EarlierWords {

    private final Database database;
    private final Documents documents;
    private final KeptDocuments kept;
    private final Trail trail;

    EarlierWords(Database database, Documents documents, KeptDocuments kept) {
        this.database = database;
        this.trail = new Trail(database);
        this.documents = documents;
        this.kept = kept;
    }

    /**
     * Who answered a question how and when, the latest first.
     *
     * @param field a question that stands directly in a section
     */
    public List<FieldVersion> of(String document, String field) {
        return database.read(tx -> versions(kept.get(tx, document), field, null));
    }

    /**
     * The same of one entry of a repeat.
     *
     * @param entry its id, or its row
     */
    public List<FieldVersion> of(String document, String field, String entry) {
        return database.read(tx -> versions(kept.get(tx, document), field, entry));
    }

    /**
     * Saves an answer as it was after an earlier revision, as a new revision.
     *
     * @param entry the id or row of the entry that is wanted; null for the whole answer
     * @param revision after which it was as it is wanted
     * @param base the revision that whoever restores has in front of them
     * @return a refusal if somebody else has meanwhile changed it, as with any save
     * @throws Problem if there is no such question, entry or revision, or the answer cannot be saved any more
     */
    public Outcome restore(
            String document,
            String field,
            @Nullable String entry,
            int revision,
            int base,
            Actor actor,
            Instant now,
            LocalDate today) {
        return database.write(tx -> {
            Document current = kept.get(tx, document);
            Field question = field(current, field);
            Object wanted = wanted(tx, current, field, revision, today);
            Object seen = documents.answersAt(document, base).get(field);
            Object whole = entry == null ? wanted : Entries.of(question).with(seen, entry, wanted);
            Map<String, @Nullable Object> answers = new HashMap<>();
            // What the record has filled in stays as it is now.
            answers.put(field, Filling.joined(question, whole, current.answers().get(field)));
            Sent sent = Sent.of(section(current, question).id(), answers, base);
            return documents.save(document, sent, actor, now, today);
        });
    }

    /** An earlier answer, as far as the form that the document has now has a place for it. */
    private @Nullable Object wanted(Transaction tx, Document current, String field, int revision, LocalDate today) {
        Map<String, @Nullable Object> then = new HashMap<>(documents.answersAt(current.id(), revision));
        then.keySet().retainAll(Set.of(field));
        return MovedAnswers.of(kept.formAt(tx, current, revision), current.form(), then, today)
                .answers()
                .get(field);
    }

    /** What was refused in conflicts and is not dealt with yet, the oldest first. */
    public List<SetAside> setAside(String document) {
        return documents.setAside(document).stream()
                .filter(aside -> aside.settledAt() == null)
                .toList();
    }

    /**
     * What was set aside beside what the document holds now.
     *
     * @throws Problem if nothing was set aside under that number
     */
    public Conflict conflict(String document, int number) {
        return database.read(tx -> {
            Document current = kept.get(tx, document);
            List<Revision> revisions = RevisionStore.upTo(tx, document, current.revision());
            return Conflict.of(current, revisions, aside(document, number));
        });
    }

    /** What was set aside in a document and has still to be decided between, the oldest first. */
    public List<Conflict> conflicts(String document) {
        return database.read(tx -> Deciding.open(tx, kept.get(tx, document), null));
    }

    /**
     * Decides between all texts that clash in a section: saves what changes by it as one new revision. What is not wanted is
     * kept all the same.
     *
     * @param base the revision that whoever decides has in front of them
     * @throws Problem of the kind BAD_INPUT with a finding for each question that has no decision, at
     *     {@code NUMBER.FIELD}; of the kind CONFLICT if somebody has meanwhile changed one of these answers once more.
     *     Nothing is saved or settled then
     */
    public void decide(
            String document,
            String section,
            List<Decision> decisions,
            int base,
            Actor actor,
            Instant now,
            LocalDate today) {
        database.run(tx -> {
            Document held = kept.held(tx, document, actor);
            Map<String, @Nullable Object> seen = documents.answersAt(document, base);
            Deciding deciding = new Deciding(held, seen, Deciding.open(tx, held, section), decisions);
            Deciding.run(tx, documents, deciding, section, new Act(trail, actor, now), today);
        });
    }

    /**
     * Saves what was set aside, as a new revision, and so deals with it.
     *
     * @param fields those of its questions that are wanted
     * @param base the revision that whoever restores has in front of them
     * @return a refusal if somebody else has meanwhile changed one of them again; then there is one more set aside
     */
    public Outcome restore(
            String document,
            int number,
            Collection<String> fields,
            int base,
            Actor actor,
            Instant now,
            LocalDate today) {
        return database.write(tx -> {
            SetAside aside = aside(document, number);
            Document current = kept.get(tx, document);
            Map<String, @Nullable Object> answers = new LinkedHashMap<>(aside.answers());
            answers.keySet().retainAll(fields);
            answers.replaceAll((id, answer) ->
                    Filling.joined(field(current, id), answer, current.answers().get(id)));
            Outcome outcome = documents.save(document, Sent.of(aside.section(), answers, base), actor, now, today);
            if (outcome.saved() != null) {
                settle(tx, current, aside, new Act(trail, actor, now));
            }
            return outcome;
        });
    }

    /** Says that what was set aside is not wanted any more; it is kept all the same. */
    public void settle(String document, int number, Actor actor, Instant now) {
        database.run(tx -> {
            Document held = kept.held(tx, document, actor);
            settle(tx, held, aside(document, number), new Act(trail, actor, now));
        });
    }

    static void settle(Transaction tx, Document document, SetAside aside, Act act) {
        if (aside.settledAt() == null) {
            RevisionStore.settle(tx, document.id(), aside.number(), act.now());
            act.note(
                    tx,
                    act.did("document.settled", document)
                            .with("section", aside.section())
                            .with("number", aside.number()));
        }
    }

    /**
     * The longer texts that the social worker of a portfolio has written in their own sections, as far as somebody may read
     * them now; those of the document that changed last come first.
     *
     * @param reader what the one who wants to insert something is to the portfolio
     */
    public List<Passage> passages(String portfolio, Standing reader) {
        return Passages.of(database.read(tx -> kept.ofPortfolio(tx, portfolio)), reader);
    }

    private List<FieldVersion> versions(Document document, String id, @Nullable String entry) {
        Field field = field(document, id);
        List<FieldVersion> versions = new ArrayList<>();
        Object before = null;
        for (Revision revision : documents.history(document.id())) {
            if (revision.changes().containsKey(id)) {
                Object whole = revision.changes().get(id);
                Object answer = entry == null ? whole : Entries.of(field).find(whole, entry);
                if (!AnswerMerge.same(answer, before)) {
                    versions.add(0, version(revision, answer));
                }
                before = answer;
            }
        }
        return versions;
    }

    private static FieldVersion version(Revision revision, @Nullable Object answer) {
        return new FieldVersion(revision.number(), answer, revision.by(), revision.deputyOf(), revision.savedAt());
    }

    private SetAside aside(String document, int number) {
        return documents.setAside(document).stream()
                .filter(aside -> aside.number() == number)
                .findFirst()
                .orElseThrow(() -> Problem.notFound("Nothing of this document was set aside under that number."));
    }

    private static Field field(Document document, String id) {
        return document.form()
                .field(id)
                .orElseThrow(() -> Problem.notFound("“" + document.title() + "” has no question “" + id + "”."));
    }

    private static Section section(Document document, Field field) {
        return document.form().sections().stream()
                .filter(section -> section.fields().stream().anyMatch(own -> Objects.equals(own.id(), field.id())))
                .findFirst()
                .orElseThrow();
    }
}
