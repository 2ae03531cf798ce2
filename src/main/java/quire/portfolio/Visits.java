package quire.portfolio;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import quire.core.Digest;
import quire.core.Problem;
import quire.people.Actor;
import quire.store.Database;
import quire.store.Transaction;
import quire.trail.Entry;
import quire.trail.Recorded;
import quire.trail.Sought;
import quire.trail.Trail;

/**
 * Who looked at what of a portfolio: for the marks “changed since you last read it”, and so that the social worker whose
 * portfolio it is can see who read it. What the social worker reads of their own is marked, and is nobody else's business.
 * May be shared between threads.
 */
public final class Visits {

    /** Whoever looks again within it is still reading. */
    private static final Duration ONE_SITTING = Duration.ofHours(1);

    private final Database database;
    private final Trail trail;

    public Visits(Database database) {
        this.database = database;
        this.trail = new Trail(database);
    }

    /**
     * Somebody was shown some sections of a document. Of what they read at one sitting, the trail tells once.
     *
     * @param document as it was shown
     * @param sections the ids of those whose text was on the page, and of no others
     */
    public void read(Document document, Collection<String> sections, Actor actor, Instant now) {
        List<LastRead> news = database.read(tx -> news(tx, document, sections, actor.person(), now));
        if (news.isEmpty()) {
            return;
        }
        Placement place = document.place();
        if (place == null || database.read(tx -> isOwn(tx, place.portfolio(), actor))) {
            ifPossible(tx -> news.forEach(reading -> VisitStore.keep(tx, reading)));
            return;
        }
        Entry entry = actor.did("document.read", "document", document.id())
                .in(place.portfolio())
                .with("sections", news.stream().map(LastRead::section).toList())
                .with("revision", document.revision());
        database.run(tx -> {
            news.forEach(reading -> VisitStore.keep(tx, reading));
            trail.add(tx, entry, now);
        });
    }

    /** A full disk must not keep anybody from their own words; what others read is told or not shown. */
    private void ifPossible(Consumer<Transaction> work) {
        try {
            database.run(work);
        } catch (Problem e) {
            if (e.kind() != Problem.Kind.UNAVAILABLE) {
                throw e;
            }
        }
    }

    /** Somebody was shown the stages, dates and papers of a portfolio. At one sitting, the trail tells of it once. */
    public void saw(String portfolio, Actor actor, Instant now) {
        boolean known = database.read(tx -> isOwn(tx, portfolio, actor)) || sawLately(portfolio, actor, now);
        if (!known) {
            database.run(tx -> trail.add(
                    tx, actor.did("portfolio.seen", "portfolio", portfolio).in(portfolio), now));
        }
    }

    /**
     * Somebody took a document away as a file.
     *
     * @param as {@code docx} or {@code pdf}
     */
    public void downloaded(Document document, String as, Actor actor, Instant now) {
        Placement place = document.place();
        Entry entry = actor.did("document.downloaded", "document", document.id())
                .in(place == null ? null : place.portfolio())
                .with("as", as)
                .with("revision", document.revision());
        database.run(tx -> trail.add(tx, entry, now));
    }

    /**
     * Somebody took portfolios out into a table.
     *
     * @param table the whole of it
     * @param portfolios how many were in it
     */
    public void exported(String table, int portfolios, Actor actor, Instant now) {
        Entry entry =
                actor.did("cohort.exported", "table", Digest.of(table).hex()).with("portfolios", portfolios);
        database.run(tx -> trail.add(tx, entry, now));
    }

    /** The sections of a document that others saved since somebody last read them; the one saved first comes first. */
    public List<Unread> unread(String document, String person) {
        return database.read(tx -> VisitStore.inDocument(tx, person, document));
    }

    /**
     * The same for whole portfolios, in one statement. It knows nothing of who may read what: leave out the sections that
     * are closed to this person.
     */
    public List<Unread> unread(Collection<String> portfolios, String person) {
        return database.read(tx -> VisitStore.inPortfolios(tx, person, portfolios));
    }

    /** What somebody has read, the latest first. */
    List<LastRead> by(String person) {
        return database.read(tx -> VisitStore.by(tx, person));
    }

    private static List<LastRead> news(
            Transaction tx, Document document, Collection<String> sections, String person, Instant now) {
        return sections.stream()
                .map(section -> new LastRead(person, document.id(), section, document.revision(), now))
                .filter(reading -> VisitStore.find(tx, person, document.id(), reading.section())
                        .filter(known -> known.revision() >= reading.revision() && isOneSitting(known.at(), now))
                        .isEmpty())
                .toList();
    }

    private boolean sawLately(String portfolio, Actor actor, Instant now) {
        Sought sought =
                Sought.ALL.subject("portfolio", portfolio).actor(actor.person()).action("portfolio.seen");
        List<Recorded> last = trail.list(sought, Trail.NEWEST, 1);
        return !last.isEmpty() && isOneSitting(last.get(0).at(), now);
    }

    private static boolean isOneSitting(Instant before, Instant now) {
        return Duration.between(before, now).abs().compareTo(ONE_SITTING) < 0;
    }

    private static boolean isOwn(Transaction tx, String portfolio, Actor actor) {
        return tx.sql("select nqsw from portfolio where id = :id")
                .with("id", portfolio)
                .find(row -> row.text("nqsw"))
                .filter(actor.person()::equals)
                .isPresent();
    }
}
