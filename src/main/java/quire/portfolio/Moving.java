package quire.portfolio;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import quire.core.Digest;
import quire.core.Finding;
import quire.core.Problem;
import quire.forms.AnswerCheck;
import quire.forms.Answers;
import quire.forms.Field;
import quire.forms.Form;
import quire.forms.FormChange;
import quire.forms.FormChanges;
import quire.forms.Forms;
import quire.forms.InUse;
import quire.forms.MovedAnswers;
import quire.forms.Section;
import quire.people.Actor;
import quire.store.Database;
import quire.store.Transaction;
import quire.trail.Trail;

/**
 * Takes drafts to a newer version of their form, only ever because somebody says so. What the version has no place for is
 * kept beside the draft. A paper in which anything was ever signed keeps its version. May be shared between threads.
 */
public final class Moving {

    /** A draft is compared as if others had begun as well, so what is refused there is refused here. */
    private static final InUse BEGUN = new InUse() {
        @Override
        public boolean isStarted() {
            return true;
        }

        @Override
        public boolean holds(String question, String item) {
            return false; // an answer that names what is gone is kept apart
        }
    };

    private final Database database;
    private final KeptDocuments kept;
    private final Forms published;
    private final Trail trail;

    Moving(Database database, KeptDocuments kept, Forms published) {
        this.database = database;
        this.kept = kept;
        this.published = published;
        this.trail = new Trail(database);
    }

    /** The newest version that a document could go to; nothing if it has that, or keeps what it has. */
    public Optional<Form> offered(Document document) {
        return offered(document.form())
                .filter(to ->
                        database.read(tx -> SignatureStore.of(tx, document.id()).isEmpty()));
    }

    /**
     * What it would mean for a document to go to a version.
     *
     * @throws Problem of the kind CONFLICT if it keeps the version it has; of the kind NOT_FOUND if there is no such version
     */
    public Move preview(String id, int version, LocalDate today) {
        return database.read(tx -> {
            Document document = kept.get(tx, id);
            return move(document, allowed(tx, document, version), today);
        });
    }

    /**
     * Takes a document to a newer version; one that has it already stays as it is.
     *
     * @return the document as it is then
     * @throws Problem of the kind CONFLICT if it keeps the version it has, or its portfolio is closed
     */
    public Document move(String id, int version, Actor actor, Instant now, LocalDate today) {
        return database.write(tx -> {
            Document document = kept.held(tx, id, actor);
            if (document.form().version() == version) {
                return document;
            }
            Move move = move(document, allowed(tx, document, version), today);
            return run(tx, move, new Act(trail, actor, now), today);
        });
    }

    /**
     * The documents in some portfolios that could go to a newer version of a form, the first one first.
     *
     * @param portfolios ids
     */
    public List<Document> drafts(String form, Set<String> portfolios) {
        return database.read(tx -> MoveStore.unsigned(tx, form)).stream()
                .filter(one -> portfolios.contains(one.portfolio()))
                .flatMap(one -> database.read(tx -> kept.find(tx, one.document())).stream())
                .filter(document -> offered(document.form()).isPresent())
                .toList();
    }

    /** What was written to questions that a document does not ask any more, the first one first. */
    public List<EarlierAnswer> earlier(String id) {
        return database.read(tx -> MoveStore.earlier(tx, id).stream()
                .map(one -> one.answer().of(asked(kept.form(tx, one.form()), one.answer())))
                .toList());
    }

    /** The forms that a document had before the one that it has now, the first one first. */
    public List<Form> formsBefore(String id) {
        return database.read(tx -> MoveStore.formsBefore(tx, id).stream()
                .map(digest -> kept.form(tx, digest))
                .toList());
    }

    private Optional<Form> offered(Form form) {
        List<Form> newer = published.versions(form.id()).stream()
                .filter(one -> one.version() > form.version())
                .filter(one -> FormChanges.between(form, one, BEGUN).stream().noneMatch(FormChange::isRefused))
                .toList();
        return newer.isEmpty() ? Optional.empty() : Optional.of(newer.get(newer.size() - 1));
    }

    private Form allowed(Transaction tx, Document document, int version) {
        Form to = published.get(document.form().id(), version);
        if (!SignatureStore.of(tx, document.id()).isEmpty()) {
            throw stays(document, "Somebody has signed in it");
        } else if (to.version() <= document.form().version()) {
            throw stays(document, "It has a newer version of the form already");
        } else if (FormChanges.between(document.form(), to, BEGUN).stream().anyMatch(FormChange::isRefused)) {
            throw stays(document, "Version " + version + " would change what its answers mean, or who can read them");
        }
        return to;
    }

    private static Problem stays(Document document, String reason) {
        return Problem.of(
                Problem.Kind.CONFLICT,
                reason + ", so “" + document.title() + "” keeps version "
                        + document.form().version() + " of its form. Nothing was changed.");
    }

    private static Move move(Document document, Form to, LocalDate today) {
        List<FormChange> changes = FormChanges.between(document.form(), to, BEGUN);
        MovedAnswers moved = MovedAnswers.of(document.form(), to, document.answers(), today);
        AnswerCheck check = AnswerCheck.of(to, Answers.of(to, moved.answers()), today);
        List<Section> reopened = to.sections().stream()
                .filter(section -> document.state(section.id()) == SectionState.COMPLETED)
                .filter(section -> Finding.anyError(check.complete(section))
                        || changes.stream()
                                .anyMatch(change -> change.kind() == FormChange.Kind.NEEDS_WORK
                                        && section.id().equals(change.section())))
                .toList();
        return new Move(document, to, changes, moved.left(), reopened);
    }

    private Document run(Transaction tx, Move move, Act act, LocalDate today) {
        Document document = move.document();
        Digest from = kept.know(document.form());
        Digest to = kept.know(move.to());
        int revision = document.revision() + 1;
        DocumentStore.keepForm(tx, move.to(), to, act.now());
        MoveStore.insert(tx, document.id(), revision, from, to);
        for (MovedAnswers.Left left : move.left()) {
            MoveStore.keep(tx, document, revision, from, left, act.actor().person(), act);
        }
        refitAsides(tx, move, from, act, today);
        Map<String, @Nullable Object> moved = MovedAnswers.of(document.form(), move.to(), document.answers(), today)
                .answers();
        Document after = act.revise(
                tx,
                document.on(move.to()),
                act.did("document.moved", document)
                        .with("from", document.form().version())
                        .with("to", move.to().version())
                        .with("earlier", move.left().size())
                        .with(
                                "reopened",
                                move.reopened().stream().map(Section::id).collect(Collectors.joining(" "))),
                null,
                document.revision(),
                news(document.answers(), moved));
        for (Section section : move.reopened()) {
            DocumentStore.setState(tx, document.id(), section.id(), SectionState.IN_PROGRESS, act.now());
            after = after.turned(section.id(), SectionState.IN_PROGRESS);
        }
        DocumentStore.keepProgress(tx, after, act.now());
        return after;
    }

    /** What waits to be decided about goes along; what of it has no place any more is kept with the rest. */
    private static void refitAsides(Transaction tx, Move move, Digest from, Act act, LocalDate today) {
        Document document = move.document();
        for (SetAside aside : RevisionStore.setAside(tx, document.id())) {
            if (aside.settledAt() == null) {
                MovedAnswers moved = MovedAnswers.of(document.form(), move.to(), aside.answers(), today);
                moved.left()
                        .forEach(left ->
                                MoveStore.keep(tx, document, document.revision() + 1, from, left, aside.by(), act));
                Map<String, @Nullable Object> known = new LinkedHashMap<>(moved.answers());
                known.keySet().removeIf(id -> move.to().field(id).isEmpty());
                RevisionStore.refit(tx, document.id(), aside.number(), known);
            }
        }
    }

    /** What changes between two states of the answers; what is gone is null. */
    private static Map<String, @Nullable Object> news(
            Map<String, @Nullable Object> before, Map<String, @Nullable Object> after) {
        Map<String, @Nullable Object> whole = new LinkedHashMap<>(after);
        before.keySet().forEach(id -> whole.putIfAbsent(id, null));
        return new AnswerMerge(before, before).news(whole);
    }

    private static @Nullable Field asked(Form form, EarlierAnswer answer) {
        List<Field> head = new ArrayList<>(
                form.record() == null || !answer.section().isEmpty()
                        ? List.of()
                        : form.record().fields());
        return Stream.concat(head.stream(), form.everyField())
                .filter(field -> field.id().equals(answer.question()))
                .findFirst()
                .orElse(null);
    }
}
