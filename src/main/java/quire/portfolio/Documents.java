package quire.portfolio;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import quire.core.Finding;
import quire.core.Problem;
import quire.forms.AnswerCheck;
import quire.forms.Answers;
import quire.forms.Form;
import quire.store.Database;
import quire.store.Transaction;

/**
 * The documents that people complete, and every save of each. When a method has returned, what it did is on the disk.
 * May be shared between threads.
 */
public final class Documents {

    private final Database database;
    private final PinnedForms forms = new PinnedForms();

    public Documents(Database database) {
        this(database, List.of());
    }

    /**
     * The documents of a database.
     *
     * @param published forms that are at hand; documents that were started with one of these need not read it again
     */
    public Documents(Database database, List<Form> published) {
        this.database = database;
        published.forEach(forms::know);
    }

    /**
     * Starts a document. It keeps this version of the form for ever.
     *
     * @param record the values of the header block, by field id; empty where there are none
     * @param now when it is started
     * @param today the same as a day
     * @throws Problem if the record's values are not what the form's header block holds
     */
    public Document start(Form form, Map<String, @Nullable Object> record, Instant now, LocalDate today) {
        return start(null, form, record, now, today);
    }

    /**
     * As {@link #start(Form, Map, Instant, LocalDate)}, in a portfolio.
     *
     * @param place where it belongs; null for a document by itself
     */
    public Document start(
            @Nullable Placement place, Form form, Map<String, @Nullable Object> record, Instant now, LocalDate today) {
        Map<String, @Nullable Object> given = record.isEmpty() ? Map.of() : Map.of(Answers.RECORD, record);
        Answers answers = Answers.of(form, given);
        refuse(
                "The document cannot be started.",
                AnswerCheck.of(form, answers, today).draft());
        String id = UUID.randomUUID().toString();
        forms.know(form);
        return database.write(tx -> {
            DocumentStore.keepForm(tx, form, now);
            int number = form.series() == null ? 1 : nextNumber(tx, place, form);
            DocumentStore.Kept kept =
                    new DocumentStore.Kept(id, place, form.digest(), number, now, now, 1, answers.values());
            DocumentStore.insert(tx, kept, form.id());
            Revision first = new Revision(1, 0, null, answers.values(), History.digest(answers.values()), now);
            RevisionStore.insert(tx, id, first);
            return get(id);
        });
    }

    public Optional<Document> find(String id) {
        return database.read(tx -> DocumentStore.find(tx, id).map(kept -> document(tx, kept)));
    }

    /**
     * The document of that id.
     *
     * @throws Problem if there is no such document
     */
    public Document get(String id) {
        return find(id).orElseThrow(() -> Problem.notFound("There is no such document."));
    }

    /** All documents; those last changed come first. */
    public List<Summary> list() {
        return database.read(tx -> DocumentStore.list(tx, digest -> forms.get(tx, digest)));
    }

    /** What was started in a portfolio, the first one first. */
    public List<Summary> ofPortfolio(String portfolio) {
        return database.read(tx -> DocumentStore.ofPortfolio(tx, portfolio, digest -> forms.get(tx, digest)));
    }

    /** The papers of a portfolio as they stand on a day. */
    public Checklist checklist(Portfolio portfolio, LocalDate today) {
        return Checklist.of(portfolio, ofPortfolio(portfolio.id()), today);
    }

    /**
     * Saves some answers of one section.
     *
     * @param answers plain JSON data by field id; null or an empty text clears an answer, what is not named stays
     * @param base the revision that the sender had in front of them
     * @throws Problem of the kind CONFLICT if somebody else has meanwhile answered one of these questions differently: a
     *     finding for each such question holds both answers, nothing is saved, and what was sent is set aside; of the
     *     kind BAD_INPUT if an answer does not belong to the section, is not something that the field can hold, or would
     *     change what is filled in from the record
     */
    public Saved save(
            String id, String section, Map<String, @Nullable Object> answers, int base, Instant now, LocalDate today) {
        Save save = new Save(section, answers, base, now, today);
        // Thrown only outside the transaction, so that what was set aside stays.
        return database.write(tx -> {
                    Save.Outcome outcome = save.run(tx, held(tx, id));
                    noteProgress(tx, id);
                    return outcome;
                })
                .orThrow();
    }

    /**
     * Fills in what nobody types. What people have typed stays, but for what they typed in entries that the record does
     * not give any more.
     *
     * @param answers plain JSON data by the id of a field that is filled in from the record or has such parts; of a
     *     repeat, everything that the record knows
     * @throws Problem if an answer is for people to type, or is not something that the field can hold
     */
    public Saved fillIn(String id, Map<String, @Nullable Object> answers, Instant now, LocalDate today) {
        FillIn fillIn = new FillIn(answers, now, today);
        return database.write(tx -> {
            Saved saved = fillIn.run(tx, held(tx, id));
            noteProgress(tx, id);
            return saved;
        });
    }

    /**
     * Marks a section as completed, on its owner's word.
     *
     * @throws Problem with a finding for every answer that is missing or wrong
     */
    public void complete(String id, String section, Instant now, LocalDate today) {
        database.run(tx -> {
            Document document = held(tx, id);
            Form form = document.form();
            AnswerCheck check = AnswerCheck.of(form, Answers.of(form, document.answers()), today);
            refuse("The section is not complete.", check.complete(form.section(section)));
            DocumentStore.setState(tx, id, section, SectionState.COMPLETED, now);
            noteProgress(tx, id);
        });
    }

    /** Opens a completed section again; one that is open stays as it is. */
    public void reopen(String id, String section, Instant now) {
        database.run(tx -> {
            Document document = held(tx, id);
            document.form().section(section);
            if (document.state(section) == SectionState.COMPLETED) {
                DocumentStore.setState(tx, id, section, SectionState.IN_PROGRESS, now);
                noteProgress(tx, id);
            }
        });
    }

    /** Every accepted save, the first one first. */
    public List<Revision> history(String id) {
        return database.read(tx -> RevisionStore.upTo(tx, id, get(id).revision()));
    }

    /**
     * All answers as they were after a revision.
     *
     * @throws Problem if there is no such revision
     */
    public Map<String, @Nullable Object> answersAt(String id, int revision) {
        return database.read(tx -> {
            if (revision < 1 || revision > get(id).revision()) {
                throw Problem.notFound("There is no revision " + revision + " of this document.");
            }
            return History.answers(RevisionStore.upTo(tx, id, revision));
        });
    }

    /** What was refused in conflicts and kept all the same, the oldest first. */
    public List<SetAside> setAside(String id) {
        return database.read(tx -> RevisionStore.setAside(tx, get(id).id()));
    }

    /** The document as nobody else can change it until the work ends. */
    private Document held(Transaction tx, String id) {
        DocumentStore.hold(tx, id);
        return get(id);
    }

    private static int nextNumber(Transaction tx, @Nullable Placement place, Form form) {
        DocumentStore.holdSeries(tx, form);
        return DocumentStore.nextNumber(tx, place, form);
    }

    private void noteProgress(Transaction tx, String id) {
        DocumentStore.setProgress(tx, id, Progress.of(get(id)));
    }

    private Document document(Transaction tx, DocumentStore.Kept kept) {
        return new Document(
                kept.id(),
                kept.place(),
                forms.get(tx, kept.form()),
                kept.number(),
                kept.created(),
                kept.changed(),
                kept.revision(),
                kept.answers(),
                DocumentStore.states(tx, kept.id()));
    }

    private static void refuse(String message, List<Finding> findings) {
        if (Finding.anyError(findings)) {
            throw Problem.badInput(message, findings);
        }
    }
}
