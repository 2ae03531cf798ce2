package quire.portfolio;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import quire.core.Digest;
import quire.core.Finding;
import quire.core.Place;
import quire.core.Problem;
import quire.forms.Words;
import quire.people.Actor;
import quire.store.Database;
import quire.store.Transaction;
import quire.trail.Entry;
import quire.trail.Trail;

/**
 * What people write beside the sections of documents. Ask {@link quire.people.Permits#comments} first whether they may;
 * whoever may not read a section may not read what stands beside it either. May be shared between threads.
 */
public final class Comments {

    /** The most characters of one comment, counted as {@link Words#characters} does. */
    public static final int LONGEST = 5_000;

    private final Database database;
    private final Documents documents;
    private final Trail trail;

    public Comments(Database database, Documents documents) {
        this.database = database;
        this.documents = documents;
        this.trail = new Trail(database);
    }

    /**
     * Begins a conversation beside a section. Who sends the same twice has written it once.
     *
     * @throws Problem if the text is empty or too long, the document is in no portfolio or has no such section, or the
     *     portfolio is closed
     */
    public Comment add(String document, String section, String text, Actor actor, Instant now) {
        String typed = checked(text);
        return database.write(tx -> {
            Document beside = documents.get(document);
            Placement place = beside.place();
            if (place == null) {
                throw Problem.badInput(Finding.error(
                        "no-portfolio", "Only the papers of a portfolio can be commented on.", Place.UNKNOWN));
            }
            beside.form().section(section);
            PortfolioStore.holdOpen(tx, place.portfolio());
            Comment comment = comment(place.portfolio(), document, section, null, typed, beside.revision(), actor, now);
            return keep(tx, comment, "comment.added", actor);
        });
    }

    /**
     * Answers a comment; an answer to an answer belongs to the same conversation. Who sends the same twice has written it
     * once.
     *
     * @throws Problem if the text is empty or too long, there is no such comment, it was taken back, or the portfolio is
     *     closed
     */
    public Comment answer(String id, String text, Actor actor, Instant now) {
        String typed = checked(text);
        return database.write(tx -> {
            Comment to = held(tx, id);
            refuseTakenBack(to);
            String first = to.answers() == null ? id : to.answers();
            int revision = documents.get(to.document()).revision();
            Comment answer = comment(to.portfolio(), to.document(), to.section(), first, typed, revision, actor, now);
            return keep(tx, answer, "comment.answered", actor);
        });
    }

    /**
     * Marks a conversation as dealt with; one that is, stays as it is.
     *
     * @param id of its first comment or of one of the answers
     */
    public void dealWith(String id, Actor actor, Instant now) {
        database.run(tx -> {
            Comment first = first(tx, id);
            if (first.dealtWith() == null) {
                CommentStore.dealWith(tx, first.id(), actor.person(), now);
                note(tx, first, "comment.dealt_with", actor, now);
            }
        });
    }

    /** Opens a conversation that was dealt with again; one that is open stays as it is. */
    public void reopen(String id, Actor actor, Instant now) {
        database.run(tx -> {
            Comment first = first(tx, id);
            if (first.dealtWith() != null) {
                CommentStore.reopen(tx, first.id());
                note(tx, first, "comment.reopened", actor, now);
            }
        });
    }

    /**
     * Takes back what somebody wrote themselves: it stays in its place without its text, and answers to it stay too. The
     * text stays in the record.
     *
     * @throws Problem if somebody else wrote it
     */
    public void takeBack(String id, Actor actor, Instant now) {
        database.run(tx -> {
            Comment comment = held(tx, id);
            if (!comment.isBy(actor)) {
                throw Problem.of(Problem.Kind.CONFLICT, "Only the person who wrote a comment can take it back.");
            }
            if (!comment.isTakenBack()) {
                CommentStore.takeBack(tx, id, now);
                note(tx, comment, "comment.taken_back", actor, now);
            }
        });
    }

    /**
     * The comment of that id; what was taken back comes without its text.
     *
     * @throws Problem if there is no such comment
     */
    public Comment get(String id) {
        return database.read(tx -> stored(tx, id)).shown();
    }

    /** The conversations beside all sections of a document, those begun first come first. */
    public List<Conversation> ofDocument(String document) {
        return Conversation.of(database.read(tx -> CommentStore.ofDocument(tx, document)).stream()
                .map(Comment::shown)
                .toList());
    }

    /** The conversations beside one section, those begun first come first. */
    public List<Conversation> ofSection(String document, String section) {
        return ofDocument(document).stream()
                .filter(conversation -> conversation.first().section().equals(section))
                .toList();
    }

    /** Everything that somebody wrote, the first one first, and with the text of what they took back. */
    List<Comment> by(String person) {
        return database.read(tx -> CommentStore.by(tx, person));
    }

    /** How many conversations are open, by portfolio: one statement for all of them, and 0 where there are none. */
    public Map<String, Integer> open(Collection<String> portfolios) {
        return database.read(tx -> CommentStore.open(tx, portfolios));
    }

    /** How many conversations are open in one portfolio, by document; documents without any are left out. */
    public Map<String, Integer> openByDocument(String portfolio) {
        return database.read(tx -> CommentStore.openByDocument(tx, portfolio));
    }

    private Comment keep(Transaction tx, Comment comment, String action, Actor actor) {
        return CommentStore.same(tx, comment).orElseGet(() -> {
            CommentStore.insert(tx, comment);
            note(tx, comment, action, actor, comment.written());
            return comment;
        });
    }

    private void note(Transaction tx, Comment comment, String action, Actor actor, Instant now) {
        Entry entry = actor.did(action, "comment", comment.id())
                .in(comment.portfolio())
                .with("document", comment.document())
                .with("section", comment.section())
                .with("text", Digest.of(comment.text()).hex());
        trail.add(tx, entry, now);
    }

    /** The comment with which a conversation began. */
    private static Comment first(Transaction tx, String id) {
        Comment comment = held(tx, id);
        Comment first = comment.answers() == null ? comment : stored(tx, comment.answers());
        refuseTakenBack(first);
        return first;
    }

    /** The comment as nobody else can change it until the work ends. */
    private static Comment held(Transaction tx, String id) {
        PortfolioStore.holdOpen(tx, stored(tx, id).portfolio());
        return stored(tx, id);
    }

    private static Comment stored(Transaction tx, String id) {
        return CommentStore.find(tx, id).orElseThrow(() -> Problem.notFound("There is no such comment."));
    }

    private static void refuseTakenBack(Comment comment) {
        if (comment.isTakenBack()) {
            throw Problem.of(Problem.Kind.CONFLICT, "This comment was taken back.");
        }
    }

    private static Comment comment(
            String portfolio,
            String document,
            String section,
            @Nullable String answers,
            String text,
            int revision,
            Actor actor,
            Instant now) {
        String id = UUID.randomUUID().toString();
        return new Comment(
                id,
                portfolio,
                document,
                section,
                answers,
                text,
                revision,
                actor.person(),
                actor.deputyOf(),
                now,
                null,
                null);
    }

    private static String checked(String text) {
        String typed = Words.trim(Words.printable(text));
        if (typed.isEmpty()) {
            throw Problem.badInput(Finding.error("empty", "Enter a comment.", Place.atPath("text")));
        } else if (Words.characters(typed) > LONGEST) {
            throw Problem.badInput(
                    Finding.error("too-long", "The comment must be 5,000 characters or fewer.", Place.atPath("text")));
        }
        return typed;
    }
}
