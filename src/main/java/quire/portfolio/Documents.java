package quire.portfolio;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import quire.core.Problem;
import quire.forms.Form;
import quire.forms.Forms;
import quire.people.Actor;
import quire.store.Database;
import quire.trail.Trail;

/**
 * The documents that people complete, and every save of each. When a method has returned, what it did is on the disk.
 * May be shared between threads.
 */
public final class Documents {

    private final Database database;
    private final Trail trail;
    private final KeptDocuments kept;
    private final RecordFacts facts;
    private final Forms published;
    private final ZoneId zone;

    /** The documents of a database, apart from any forms at hand: for tests and tools. */
    public Documents(Database database) {
        this(database, Forms.NONE, new RecordFacts(database, id -> id), ZoneOffset.UTC);
    }

    /**
     * The documents of a database.
     *
     * @param published forms that are at hand; documents that were started with one of these need not read it again
     */
    public Documents(Database database, Forms published) {
        this(database, published, ZoneOffset.UTC);
    }

    /**
     * The same where people live.
     *
     * @param zone where days begin: what happened on which day is said by it
     */
    public Documents(Database database, Forms published, ZoneId zone) {
        this(database, published, new RecordFacts(database, published), zone);
    }

    private Documents(Database database, Forms published, RecordFacts facts, ZoneId zone) {
        this.database = database;
        this.trail = new Trail(database);
        this.kept = new KeptDocuments(published.everyVersion());
        this.published = published;
        this.facts = facts;
        this.zone = zone;
    }

    /**
     * Starts a document that belongs to no portfolio: somebody's own try of a form, which nobody else may see. It keeps
     * this version of the form for ever.
     *
     * @param record the values of the header block, by field id; empty where there are none
     * @param now when it is started
     * @param today the same as a day
     * @throws Problem if the record's values are not what the form's header block holds
     */
    public Document start(Form form, Map<String, @Nullable Object> record, Actor actor, Instant now, LocalDate today) {
        return start(null, form, record, actor, now, today);
    }

    /**
     * As {@link #start(Form, Map, Actor, Instant, LocalDate)}, in a portfolio.
     *
     * @param place where it belongs; null for a document by itself
     * @throws Problem also if the portfolio is closed
     */
    public Document start(
            @Nullable Placement place,
            Form form,
            Map<String, @Nullable Object> record,
            Actor actor,
            Instant now,
            LocalDate today) {
        Act act = act(actor, now);
        return database.write(tx -> new Starting(kept, place, form, act).with(tx, record, today));
    }

    /**
     * Starts a paper of a portfolio, with all that the record knows: the block at its head as of today, what the programme
     * fills in, and what is not done with in the last paper of this kind.
     *
     * @param paper the row of the portfolio's plan that it is
     * @param form one of the forms that the row may be written on
     * @param seen how many of the row whoever starts it knows of: where there are more, somebody was quicker, or has pressed
     *     twice, and the last of these is what they get
     * @throws Problem if the plan has no such paper, or the portfolio is closed
     */
    public Document start(
            Portfolio portfolio, String paper, Form form, int seen, Actor actor, Instant now, LocalDate today) {
        RecordFill fill = new RecordFill(portfolio, portfolio.plan().get(paper), today);
        Starting starting = new Starting(kept, new Placement(portfolio.id(), paper), form, act(actor, now));
        return database.write(tx -> starting.with(tx, fill, facts, seen));
    }

    /**
     * A document of a portfolio with what the record fills in as it is true now: to be called whenever it is opened or
     * printed. Names, assignments and other papers may have changed; what is complete stays as it was. Nothing is written
     * unless something is different.
     *
     * @param document as it was read
     */
    public Document refreshed(Document document, Portfolio portfolio, Instant now, LocalDate today) {
        Refreshing refreshing = new Refreshing(portfolio, facts, kept, today, zone);
        if (database.read(tx -> refreshing.news(tx, document)).isEmpty()) {
            return document;
        }
        return database.write(tx -> {
            refreshing.run(tx, kept.held(tx, document.id(), Actor.SYSTEM), act(Actor.SYSTEM, now));
            return kept.get(tx, document.id());
        });
    }

    /** The entries of a document that an earlier one has handed on, and where each comes from. */
    public List<Carried> carried(String id) {
        return database.read(tx -> CarriedStore.of(tx, id));
    }

    public Optional<Document> find(String id) {
        return database.read(tx -> kept.find(tx, id));
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
        return database.read(tx -> DocumentStore.list(tx, digest -> kept.form(tx, digest)));
    }

    /** What somebody has started outside any portfolio, to try a form; those last changed come first. */
    public List<Summary> triedBy(String person) {
        return database.read(tx -> DocumentStore.triedBy(tx, person, digest -> kept.form(tx, digest)));
    }

    /** What was started in a portfolio, the first one first. */
    public List<Summary> ofPortfolio(String portfolio) {
        return database.read(tx -> DocumentStore.ofPortfolio(tx, portfolio, digest -> kept.form(tx, digest)));
    }

    /**
     * What was started in some portfolios, by portfolio, the first one first; read at once, however many there are. When
     * something in one last changed is the latest {@link Summary#changed}.
     *
     * @param portfolios ids
     */
    public Map<String, List<Summary>> ofPortfolios(Collection<String> portfolios) {
        return database.read(tx -> DocumentStore.ofPortfolios(tx, portfolios, digest -> kept.form(tx, digest)));
    }

    /** The papers of many portfolios as they stand on a day, by portfolio. */
    public Map<String, Checklist> checklists(Collection<Portfolio> portfolios, LocalDate today) {
        Map<String, List<Summary>> started =
                ofPortfolios(portfolios.stream().map(Portfolio::id).toList());
        Map<String, Checklist> checklists = new LinkedHashMap<>();
        portfolios.forEach(portfolio -> checklists.put(
                portfolio.id(), Checklist.of(portfolio, started.getOrDefault(portfolio.id(), List.of()), today)));
        return checklists;
    }

    /** The papers of a portfolio as they stand on a day. */
    public Checklist checklist(Portfolio portfolio, LocalDate today) {
        return Checklist.of(portfolio, ofPortfolio(portfolio.id()), today);
    }

    /** How much there is of what a portfolio's programme asks a least number of, in the order of the programme. */
    public List<Tally> tallies(Portfolio portfolio, Checklist checklist) {
        return Tally.of(portfolio, checklist, this::get);
    }

    /**
     * Saves some answers of one section.
     *
     * @return also a refusal: if somebody else has meanwhile answered one of these questions differently, nothing is saved,
     *     and what was sent is set aside
     * @throws Problem of the kind BAD_INPUT if an answer does not belong to the section, is not something that the field can
     *     hold, or would change what is filled in from the record; of the kind CONFLICT if the portfolio is closed, or
     *     something else was sent under the same key
     */
    public Outcome save(String id, Sent sent, Actor actor, Instant now, LocalDate today) {
        OnceOnly save = new OnceOnly(new Save(sent, act(actor, now), today));
        return database.write(tx -> {
            Document held = kept.held(tx, id, actor);
            return save.run(tx, held, kept.formAt(tx, held, sent.base()));
        });
    }

    /**
     * A document as whoever sends something of it saw it: where it has gone to another version of its form since, with the
     * form and the answers of then.
     *
     * @param base the revision that they had in front of them
     */
    public Document asSeen(Document document, int base) {
        return database.read(tx -> {
            Form form = kept.formAt(tx, document, base);
            if (base < 1 || form.equals(document.form())) {
                return document;
            }
            Map<String, @Nullable Object> answers = History.answers(RevisionStore.upTo(tx, document.id(), base));
            return document.on(form).revised(base, answers, document.changed());
        });
    }

    /**
     * As {@link #save(String, Sent, Actor, Instant, LocalDate)} without a key.
     *
     * @throws Problem of the kind CONFLICT also if somebody else has meanwhile answered one of these questions differently:
     *     a finding for each such question holds both answers
     */
    public Saved save(
            String id,
            String section,
            Map<String, @Nullable Object> answers,
            int base,
            Actor actor,
            Instant now,
            LocalDate today) {
        // Thrown only outside the transaction, so that what was set aside stays.
        return save(id, Sent.of(section, answers, base), actor, now, today).orThrow();
    }

    /**
     * Fills in what nobody types. What people have typed stays, but for what they typed in entries that the record does
     * not give any more.
     *
     * @param answers plain JSON data by the id of a field that is filled in from the record or has such parts; of a
     *     repeat, everything that the record knows
     * @throws Problem if an answer is for people to type, or is not something that the field can hold
     */
    public Saved fillIn(String id, Map<String, @Nullable Object> answers, Actor actor, Instant now, LocalDate today) {
        FillIn fillIn = new FillIn(answers, act(actor, now), today);
        return database.write(tx -> fillIn.run(tx, kept.held(tx, id, actor)));
    }

    /** Every accepted save, the first one first. */
    public List<Revision> history(String id) {
        return database.read(tx -> RevisionStore.upTo(tx, id, kept.get(tx, id).revision()));
    }

    /**
     * All answers as they were after a revision.
     *
     * @throws Problem if there is no such revision
     */
    public Map<String, @Nullable Object> answersAt(String id, int revision) {
        return database.read(tx -> {
            if (revision < 1 || revision > kept.get(tx, id).revision()) {
                throw Problem.notFound("There is no revision " + revision + " of this document.");
            }
            return History.answers(RevisionStore.upTo(tx, id, revision));
        });
    }

    /** What was refused in conflicts and kept all the same, the oldest first. */
    public List<SetAside> setAside(String id) {
        return database.read(tx -> RevisionStore.setAside(tx, kept.get(tx, id).id()));
    }

    /** How far the sections have come. */
    public Sections sections() {
        return new Sections(database, kept);
    }

    /** Opening signed papers again. */
    public Reopenings reopenings() {
        return new Reopenings(database, kept);
    }

    /** Who has signed, and who signs next. */
    public Signing signing() {
        return new Signing(database, kept);
    }

    /** Who was asked for a part of a paper. */
    public Requests requests() {
        return new Requests(database, kept);
    }

    /** What all had signed, and the files that were made of it. */
    public SignedRecords signedRecords() {
        return new SignedRecords(database, kept);
    }

    /** A look at everything that was signed: whether it still is what it was. */
    public RecordCheck recordCheck() {
        return new RecordCheck(database, kept);
    }

    /** Versions of forms, each beside those before it. */
    public Publishing publishing() {
        return new Publishing(database);
    }

    /** Taking drafts to newer versions of their forms. */
    public Moving moving() {
        return new Moving(database, kept, published);
    }

    /** What was written before. */
    public EarlierWords earlierWords() {
        return new EarlierWords(database, this, kept);
    }

    private Act act(Actor actor, Instant now) {
        return new Act(trail, actor, now);
    }
}
