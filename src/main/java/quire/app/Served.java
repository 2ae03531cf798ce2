package quire.app;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import quire.bundle.BundleWork;
import quire.bundle.Bundles;
import quire.bundle.SealKeys;
import quire.core.Finding;
import quire.core.Problem;
import quire.demo.Cohort;
import quire.demo.Doors;
import quire.documents.DocumentMaker;
import quire.documents.FinalPapers;
import quire.documents.TemplateLint;
import quire.jobs.Daemons;
import quire.jobs.Job;
import quire.jobs.Jobs;
import quire.pdf.PdfMaker;
import quire.people.People;
import quire.portfolio.AccessLog;
import quire.portfolio.Attachments;
import quire.portfolio.Comments;
import quire.portfolio.Documents;
import quire.portfolio.Evidence;
import quire.portfolio.KeptLayouts;
import quire.portfolio.PersonalData;
import quire.portfolio.Portfolios;
import quire.portfolio.Reminders;
import quire.portfolio.Visits;
import quire.post.Outbox;
import quire.post.PostOffice;
import quire.preflight.Preflight;
import quire.preflight.RuleSets;
import quire.store.Database;
import quire.takeaway.TakeAways;
import quire.trail.Trail;
import quire.web.WebServer;
import quire.web.WebSettings;
import quire.web.frame.Installation;
import quire.web.frame.Rooms;

/** A running server with everything it stands on. Closing it ends all of it, what was started last first. */
final class Served implements AutoCloseable {

    private static final LocalTime REMINDING = LocalTime.of(7, 0);

    /** How long a file waits at most once the virus scanner answers again. */
    private static final Duration ASKING_THE_SCANNER = Duration.ofMinutes(1);

    private final Deque<Runnable> closing;
    private final WebServer server;
    private final @Nullable Demo demo;
    private final Optional<String> setUpCode;

    private Served(Deque<Runnable> closing, WebServer server, @Nullable Demo demo, Optional<String> setUpCode) {
        this.closing = closing;
        this.server = server;
        this.demo = demo;
        this.setUpCode = setUpCode;
    }

    /**
     * Reads and checks all that the server works with, and starts it.
     *
     * @throws Problem if anything is wrong with the forms, the templates, the data folder or the port; nothing runs then
     */
    static Served start(Settings settings, Surroundings here, Shipped shipped) {
        Deque<Runnable> closing = new ArrayDeque<>();
        try {
            return start(settings, here, shipped, closing);
        } catch (CompletionException e) {
            close(closing);
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        } catch (RuntimeException e) {
            close(closing);
            throw e;
        }
    }

    private static Served start(Settings settings, Surroundings here, Shipped shipped, Deque<Runnable> closing) {
        DataPlace place = DataPlace.of(settings.demo(), settings.data());
        closing.push(place::close);
        // Side by side, because these two are most of the time that a start takes.
        Papers papers = new Papers(here, shipped);
        CompletableFuture<Papers.AtHand> reading = CompletableFuture.supplyAsync(papers::atHand);
        Database database =
                settings.demo() ? Database.open(place.place(), Demo.PATIENCE) : Database.open(place.place());
        closing.push(database::close);
        Demo demo = settings.demo() ? Demo.begin(database, shipped.samples(), shipped.isAsBuilt()) : null;
        Clock clock = demo == null ? here.clock() : demo.clock(here.clock());
        Papers.Shelves shelves = checked(papers.published(reading.join(), database, "", clock.instant()), shipped);
        Stream.concat(shelves.forms().refused().stream(), shelves.programmes().refused().stream())
                .forEach(finding -> here.err().println("Not published: " + finding));
        RuleSets.Read rules = RuleSets.read(shipped.ruleSets());
        rules.findings().forEach(finding -> here.err().println("Not in use: " + finding));
        PdfMaker pdf = new PdfMaker();
        PostOffice post =
                new PostOffice(database, settings.address(), settings.post().server(), clock);
        Rooms rooms = rooms(shelves, rules.sets(), database, pdf, post, settings, clock);
        CompletableFuture<?> ready = CompletableFuture.completedFuture(null);
        if (demo != null) {
            closing.push(demo::close);
            ready = demo.live(cohort(shipped, shelves), doors(rooms), here.err());
        }
        WebServer server =
                WebServer.start(new WebSettings(settings.host(), settings.port(), "Quire", settings.proxies()), rooms);
        closing.push(server::close);
        warmUp(pdf, ready);
        closing.push(jobs(database, rooms, here.clock())::close);
        closing.push(FinalPrinting.start(rooms.finalPapers(), clock, here.err(), ready)::close);
        // By the machine's own clock, because it compares with the times of files.
        closing.push(Caretaker.start(database, here.clock(), here.err())::close);
        Optional<String> code = rooms.people().accounts().setUpCode(clock.instant(), LocalDate.now(clock));
        return new Served(closing, server, demo, code);
    }

    int port() {
        return server.port();
    }

    /** The code with which somebody sets the installation up; empty once that has been done. */
    Optional<String> setUpCode() {
        return setUpCode;
    }

    /** Those whom a visitor of the demo should look through the eyes of; empty where there is no demo. */
    List<Cohort.Introduction> introductions() {
        return demo == null ? List.of() : demo.introductions();
    }

    @Override
    public void close() {
        close(closing);
    }

    private static void close(Deque<Runnable> closing) {
        while (!closing.isEmpty()) {
            closing.pop().run();
        }
    }

    /** The forms and templates, every one of them held against the others unless the build has done so. */
    private static Papers.Shelves checked(Papers.Shelves shelves, Shipped shipped) {
        if (shipped.isAsBuilt()) {
            return shelves;
        }
        List<Finding> findings = TemplateLint.check(shelves.templates(), shelves.forms());
        if (Finding.anyError(findings)) {
            throw Problem.badInput("The templates have faults, so the server does not start.", findings);
        }
        return shelves;
    }

    private static Rooms rooms(
            Papers.Shelves shelves,
            RuleSets rules,
            Database database,
            PdfMaker pdf,
            PostOffice post,
            Settings settings,
            Clock clock) {
        Documents documents = new Documents(database, shelves.forms(), clock.getZone());
        Portfolios portfolios = new Portfolios(database, shelves.programmes());
        People people = People.of(database);
        String version = version();
        Evidence evidence = new Evidence(database, settings.scanner());
        SealSettings seal = settings.seal();
        AccessLog accessLog = new AccessLog(database, documents);
        DocumentMaker maker = new DocumentMaker(shelves.templates(), pdf);
        PersonalData personalData = new PersonalData(database, portfolios, documents, people.sessions());
        FinalPapers finalPapers = new FinalPapers(
                maker,
                documents.signedRecords(),
                new KeptLayouts(database),
                database.blobs(),
                version,
                clock.getZone());
        return new Rooms(
                shelves.forms(),
                shelves.programmes(),
                people,
                portfolios,
                documents,
                new Attachments(database.blobs(), settings.scanner()),
                new Comments(database, documents),
                evidence,
                new Visits(database),
                accessLog,
                maker,
                finalPapers,
                personalData,
                new TakeAways(database, documents, evidence, accessLog, maker, finalPapers, personalData),
                new Bundles(database, people, documents, evidence, maker, finalPapers, version, clock.getZone()),
                new Preflight(rules),
                new SealKeys(database, Optional.ofNullable(seal.key()), Optional.ofNullable(seal.authority()), "Quire"),
                new Trail(database),
                post,
                new Reminders(database, portfolios, documents),
                new Installation(version, database::state, settings.scanner()),
                clock);
    }

    /** What is done while nobody waits for it; when it is due goes by the machine's own clock. */
    private static Jobs jobs(Database database, Rooms rooms, Clock machine) {
        List<Job> work = new ArrayList<>(rooms.post().jobs());
        work.add(Job.daily(
                REMINDING,
                "reminders",
                () -> rooms.reminders().send(rooms.clock().instant(), rooms.today())));
        work.add(Job.after(
                ASKING_THE_SCANNER,
                "quarantine",
                () -> rooms.evidence().quarantine().release(rooms.clock().instant())));
        work.add(rooms.bundles()
                .work(rooms.portfolios(), rooms.sealKeys(), rooms.clock())
                .job());
        Jobs jobs = Jobs.start(database, work, machine);
        database.listen(Bundles.TOPIC, () -> jobs.nudge(BundleWork.BUILDING));
        if (rooms.post().sends()) {
            database.listen(Outbox.TOPIC, () -> jobs.nudge(PostOffice.SENDING));
        }
        return jobs;
    }

    static String version() {
        String version = Served.class.getPackage().getImplementationVersion();
        return version == null ? "not packaged" : version;
    }

    private static Doors doors(Rooms rooms) {
        return new Doors(
                rooms.people(),
                rooms.portfolios(),
                rooms.documents(),
                rooms.comments(),
                rooms.evidence(),
                rooms.attachments(),
                rooms.maker()::templates);
    }

    /** A cohort that the build has checked is read while people sign in; any other is checked before. */
    private static Supplier<Cohort> cohort(Shipped shipped, Papers.Shelves shelves) {
        if (shipped.isAsBuilt()) {
            return () -> Cohort.loadAgain(shipped.samples(), shelves.forms(), shelves.programmes());
        }
        Cohort cohort = Cohort.load(shipped.samples(), shelves.forms(), shelves.programmes());
        return () -> cohort;
    }

    /** The first PDF would take long for whoever asks for it; fonts are read while nobody waits. */
    private static void warmUp(PdfMaker pdf, CompletableFuture<?> ready) {
        new Daemons("warm-up")
                .newThread(() -> {
                    ready.handle((done, failed) -> "over").join();
                    pdf.warmUp();
                })
                .start();
    }
}
