package quire.portfolio;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import quire.core.Problem;
import quire.store.Database;
import quire.trail.Recorded;
import quire.trail.Sought;
import quire.trail.Trail;

/**
 * The trail in plain sentences: who read, wrote, opened and changed what of a portfolio, for the social worker whose portfolio
 * it is, and for those who look after it. Ask {@link quire.people.Permits} first. May be shared between threads.
 */
public final class AccessLog {

    /** How many lines a page has at the most. */
    public static final int PAGE = 50;

    private final Database database;
    private final Documents documents;
    private final Trail trail;

    public AccessLog(Database database, Documents documents) {
        this.database = database;
        this.documents = documents;
        this.trail = new Trail(database);
    }

    /**
     * What was done in a portfolio, the newest first.
     *
     * @param reader the id of whoever reads it, who is called “you” there
     * @param before {@link Trail#NEWEST}, or {@link AccessPage#next} of the page before
     * @param zone in which the times are told
     * @throws Problem if there is no such portfolio
     */
    public AccessPage page(String portfolio, String reader, long before, ZoneId zone) {
        Sentences sentences = sentences(portfolio, reader, zone);
        return page(end -> trail.ofPortfolio(portfolio, end, PAGE + 1), sentences, before);
    }

    /** Where a portfolio came from, the last journey first; nowhere for one that was begun here. */
    public List<Arrival> arrivals(String portfolio) {
        return database.read(tx -> EarlierTrail.arrivals(tx, portfolio));
    }

    /**
     * What was done in a portfolio before it came here, the newest first, as the trails of earlier installations tell it.
     *
     * @param skip how many lines the pages before had: 0, or {@link AccessPage#next} of the page before
     */
    public AccessPage earlier(String portfolio, String reader, long skip, ZoneId zone) {
        Sentences sentences = sentences(portfolio, reader, zone);
        List<Recorded> found = database.read(tx -> EarlierTrail.list(tx, portfolio, skip, PAGE + 1));
        List<AccessLine> lines = found.stream().limit(PAGE).map(sentences::line).toList();
        return new AccessPage(lines, found.size() > PAGE ? skip + PAGE : 0);
    }

    /** As {@link #page}, but everything. */
    public List<AccessLine> all(String portfolio, String reader, ZoneId zone) {
        Sentences sentences = sentences(portfolio, reader, zone);
        return all(end -> trail.ofPortfolio(portfolio, end, PAGE + 1), sentences);
    }

    /** Everything that was done to a person as such: their account, their roles, their parts. */
    List<AccessLine> about(String person, ZoneId zone) {
        Sentences sentences = new Sentences(new TrailNames(database, documents, null, person), zone);
        Sought sought = Sought.ALL.subject("person", person);
        return all(end -> trail.list(sought, end, PAGE + 1), sentences);
    }

    private Sentences sentences(String portfolio, String reader, ZoneId zone) {
        TrailNames.Year year =
                TrailNames.year(database, portfolio).orElseThrow(() -> Problem.notFound("There is no such portfolio."));
        return new Sentences(new TrailNames(database, documents, year, reader), zone);
    }

    private static List<AccessLine> all(Function<Long, List<Recorded>> entries, Sentences sentences) {
        List<AccessLine> all = new ArrayList<>();
        for (long before = Trail.NEWEST; before > 0; ) {
            AccessPage page = page(entries, sentences, before);
            all.addAll(page.lines());
            before = page.next();
        }
        return all;
    }

    /** One more is asked for than is shown, so that a page knows whether it is the last. */
    private static AccessPage page(Function<Long, List<Recorded>> entries, Sentences sentences, long before) {
        List<Recorded> found = entries.apply(before);
        List<AccessLine> lines = found.stream().limit(PAGE).map(sentences::line).toList();
        return new AccessPage(lines, found.size() > PAGE ? lines.get(PAGE - 1).seq() : 0);
    }
}
