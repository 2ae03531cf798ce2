package quire.takeaway;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quire.core.Digest;
import quire.core.Json;
import quire.core.MadeFile;
import quire.core.MediaType;
import quire.core.Problem;
import quire.documents.DocumentMaker;
import quire.documents.FinalPapers;
import quire.documents.PaperCopy;
import quire.people.Actor;
import quire.people.Display;
import quire.people.Standing;
import quire.portfolio.AccessLog;
import quire.portfolio.Document;
import quire.portfolio.Documents;
import quire.portfolio.Evidence;
import quire.portfolio.HeldJson;
import quire.portfolio.PersonalData;
import quire.portfolio.Portfolio;
import quire.portfolio.Signature;
import quire.store.Database;
import quire.trail.Trail;

/**
 * Portfolios and papers to take away. That somebody took them is written down before the first byte leaves. May be shared
 * between threads.
 */
public final class TakeAways {

    private static final Logger LOG = LoggerFactory.getLogger(TakeAways.class);

    private final Database database;
    private final Documents documents;
    private final Gathering gathering;
    private final DocumentMaker maker;
    private final FinalPapers finalPapers;
    private final PersonalData personalData;

    public TakeAways(
            Database database,
            Documents documents,
            Evidence evidence,
            AccessLog log,
            DocumentMaker maker,
            FinalPapers finalPapers,
            PersonalData personalData) {
        this.database = database;
        this.documents = documents;
        this.gathering = new Gathering(database, documents, evidence, log);
        this.maker = maker;
        this.finalPapers = finalPapers;
        this.personalData = personalData;
    }

    /** The finished papers of a portfolio that somebody may take away, in the order of the year. */
    public List<FinishedPaper> finished(Portfolio portfolio, Standing standing, LocalDate today, ZoneId zone) {
        return finishedPapers(portfolio, standing, today, zone).stream()
                .map(paper -> new FinishedPaper(
                        paper.copy().document().id(),
                        paper.title(),
                        paper.stage(),
                        paper.copy().document().isClosed(),
                        paper.copy().day()))
                .toList();
    }

    /**
     * Some finished papers.
     *
     * @param chosen the ids of documents that {@link #finished} has told
     * @param types what to make of each
     * @param display how whoever takes them wants to read Word files
     * @throws Problem of the kind NOT_FOUND if one of them is not there to be taken by them
     */
    public Parcel papers(
            Portfolio portfolio,
            Collection<String> chosen,
            Set<MediaType> types,
            Standing standing,
            Display display,
            Actor actor,
            Instant now,
            ZoneId zone) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        List<Gathered.Paper> papers = finishedPapers(portfolio, standing, today, zone).stream()
                .filter(paper -> chosen.contains(paper.copy().document().id()))
                .toList();
        if (papers.size() < new HashSet<>(chosen).size()) {
            throw Problem.notFound("One of these papers is not yours to take away.");
        }
        String surname = SortableNames.surname(PapersOfAYear.name(database, portfolio));
        Parcel parcel = new Parcel(name(portfolio, surname, "papers", today), false);
        put(parcel, papers, types, "", display);
        database.run(tx -> new Trail(database)
                .add(
                        tx,
                        actor.did("portfolio.papers_taken", "portfolio", portfolio.id())
                                .in(portfolio.id())
                                .with("papers", papers.size())
                                .with(
                                        "as",
                                        types.stream()
                                                .map(MediaType::extension)
                                                .sorted()
                                                .toList()),
                        now));
        return parcel;
    }

    /** A whole portfolio as far as the social worker whose year it is may read it, with what is held about them. */
    public Parcel own(Portfolio portfolio, Standing standing, Actor actor, Instant now, ZoneId zone) {
        Gathered gathered = gathering.gather(portfolio, new Sight(standing), standing.person(), now, zone);
        String about = Json.write(HeldJson.of(personalData.of(standing.person(), now, zone)));
        Parcel parcel = parcel(gathered, new Sight(standing), now, zone, List.of("about-me.json"));
        parcel.put("about-me.json", about);
        database.run(tx -> new Trail(database)
                .add(
                        tx,
                        actor.did("portfolio.taken", "portfolio", portfolio.id())
                                .in(portfolio.id()),
                        now));
        return sealed(parcel, gathered);
    }

    /** The whole record of a portfolio, for another installation. It is for nobody to read. */
    public Parcel everything(Portfolio portfolio, Instant now, ZoneId zone) {
        Gathered gathered = gathering.gather(portfolio, Sight.ALL, "", now, zone);
        return sealed(parcel(gathered, Sight.ALL, now, zone, List.of()), gathered);
    }

    /** Writes down that the whole record of a portfolio was taken out. */
    public static void noteExported(Database database, String portfolio, Digest manifest, Instant now) {
        database.run(tx -> new Trail(database)
                .add(
                        tx,
                        Actor.SYSTEM
                                .did("portfolio.exported", "portfolio", portfolio)
                                .in(portfolio)
                                .with("manifest", manifest.hex()),
                        now));
    }

    private List<Gathered.Paper> finishedPapers(Portfolio portfolio, Standing standing, LocalDate today, ZoneId zone) {
        Sight sight = new Sight(standing);
        return database.read(tx -> PapersOfAYear.of(database, documents, portfolio, sight, today, zone)).stream()
                .filter(paper -> paper.copy().seen().isTheirsToTake())
                .filter(paper -> isFinished(paper.copy().document()))
                .toList();
    }

    /** Completed at least: whoever signs it may come later. */
    private static boolean isFinished(Document document) {
        return document.isComplete() || document.isClosed();
    }

    private Parcel parcel(Gathered gathered, Sight sight, Instant now, ZoneId zone, List<String> further) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        String surname = SortableNames.surname(gathered.name());
        String what = sight.standing() == null ? "record" : "portfolio";
        Parcel parcel = new Parcel(name(gathered.portfolio(), surname, what, today), true);
        parcel.put(IndexPage.NAME, new IndexPage(gathered, zone, further).html());
        put(parcel, gathered.papers(), EnumSet.allOf(MediaType.class), "papers/", Display.PLAIN);
        gathered.carried()
                .files()
                .forEach(file -> parcel.put(
                        file.path(),
                        (zip, name) -> zip.add(name, database.blobs().open(file.digest()))));
        for (Gathered.Paper paper : gathered.papers()) {
            for (Signature signature : IndexPage.open(paper)) {
                parcel.put(
                        IndexPage.path(paper, signature),
                        (zip, name) -> zip.add(
                                name,
                                documents.signing().snapshot(signature.id()).json()));
            }
        }
        return parcel.put(
                "access-log.json",
                Json.write(gathered.access().stream().map(HeldJson::line).toList()));
    }

    private static Parcel sealed(Parcel parcel, Gathered gathered) {
        String text = gathered.carried().text();
        if (text.length() > Carried.MOST) {
            throw Problem.of(
                    Problem.Kind.TOO_LARGE,
                    "The record of this portfolio is larger than " + Carried.MOST / 1_000_000
                            + " MB, which no installation takes in. Ask the people who look after Quire.");
        }
        return parcel.put(Carried.NAME, text).put(Manifest.SCHEMA, CarriedSchema.text());
    }

    private void put(Parcel parcel, List<Gathered.Paper> papers, Set<MediaType> types, String folder, Display display) {
        for (Gathered.Paper paper : papers) {
            for (MediaType type : types) {
                parcel.put(folder + paper.file(type), (zip, name) -> put(zip, name, paper.copy(), type, display));
            }
        }
    }

    /** A paper that cannot be made does not keep the others from whoever takes them away. */
    private void put(OutgoingZip zip, String name, PaperCopy copy, MediaType type, Display display) {
        MadeFile made;
        try {
            made = made(copy, type, display);
        } catch (Problem refused) {
            LOG.warn("A paper could not be made for a zip file: {}", refused.getMessage());
            zip.add(name + ".txt", "This file could not be made. " + refused.getMessage() + "\n");
            return;
        }
        zip.add(name, made.bytes());
    }

    /** Taking something away changes nothing here, and the same paper makes the same bytes. */
    private MadeFile made(PaperCopy copy, MediaType type, Display display) {
        return finalPapers
                .of(copy.seen())
                .map(record -> finalPapers.look(record, type))
                .orElseGet(() -> copy.make(maker, type, copy.day(), display));
    }

    private static String name(Portfolio portfolio, String surname, String what, LocalDate today) {
        String stem = String.join("_", SortableNames.plain(portfolio.code()), surname, what, today.toString());
        return new SortableNames().unique(stem, "zip");
    }
}
