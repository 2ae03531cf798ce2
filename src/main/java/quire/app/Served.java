package quire.app;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import quire.core.Finding;
import quire.core.Problem;
import quire.documents.DocumentMaker;
import quire.documents.TemplateLint;
import quire.pdf.PdfMaker;
import quire.people.People;
import quire.portfolio.AccessLog;
import quire.portfolio.Attachments;
import quire.portfolio.Comments;
import quire.portfolio.Documents;
import quire.portfolio.Evidence;
import quire.portfolio.Portfolios;
import quire.portfolio.Visits;
import quire.store.Database;
import quire.trail.Trail;
import quire.web.Rooms;
import quire.web.WebServer;
import quire.web.WebSettings;

/** A running server with everything it stands on. Closing it ends all of it, in the right order. */
final class Served implements AutoCloseable {

    private final DataPlace place;
    private final Database database;
    private final WebServer server;
    private final Caretaker caretaker;

    private Served(DataPlace place, Database database, WebServer server, Caretaker caretaker) {
        this.place = place;
        this.database = database;
        this.server = server;
        this.caretaker = caretaker;
    }

    /**
     * Reads and checks all that the server works with, and starts it.
     *
     * @throws Problem if anything is wrong with the forms, the templates, the data folder or the port; nothing runs then
     */
    static Served start(Settings settings, Surroundings here, Shipped shipped) {
        DataPlace place = DataPlace.of(settings.demo(), settings.data());
        Database database = null;
        try {
            // Side by side, because these two are most of the time that a start takes.
            CompletableFuture<Papers.Shelves> reading = CompletableFuture.supplyAsync(() -> checked(here, shipped));
            database = Database.open(place.place());
            Papers.Shelves shelves = reading.join();
            WebServer server = serve(settings, here, shipped, shelves, database);
            return new Served(place, database, server, Caretaker.start(database, here.clock(), here.err()));
        } catch (CompletionException e) {
            close(database, place);
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        } catch (RuntimeException e) {
            close(database, place);
            throw e;
        }
    }

    int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.close();
        caretaker.close();
        database.close();
        place.close();
    }

    /** The forms and templates, every one of them held against the others unless the build has done so. */
    private static Papers.Shelves checked(Surroundings here, Shipped shipped) {
        Papers.Shelves shelves = new Papers(here, shipped).shelves();
        if (shipped.isAsBuilt()) {
            return shelves;
        }
        List<Finding> findings = TemplateLint.check(shelves.templates(), shelves.forms());
        if (Finding.anyError(findings)) {
            throw Problem.badInput("The templates have faults, so the server does not start.", findings);
        }
        return shelves;
    }

    private static WebServer serve(
            Settings settings, Surroundings here, Shipped shipped, Papers.Shelves shelves, Database database) {
        Documents documents = new Documents(database, shelves.forms());
        CompletableFuture<Void> demo = CompletableFuture.runAsync(() -> {
            if (settings.demo() && documents.list().isEmpty()) {
                database.run(tx -> DemoPapers.start(shelves.forms(), documents, shipped.samples(), here.clock()));
            }
        });
        PdfMaker pdf = new PdfMaker();
        DocumentMaker maker = new DocumentMaker(shelves.templates(), pdf);
        Attachments attachments = new Attachments(database.blobs());
        Rooms rooms = new Rooms(
                shelves.forms(),
                shelves.programmes(),
                People.of(database),
                new Portfolios(database, shelves.programmes()),
                documents,
                attachments,
                new Comments(database, documents),
                new Evidence(database),
                new Visits(database),
                new AccessLog(database, documents),
                maker,
                new Trail(database),
                here.clock());
        WebSettings web = new WebSettings(settings.host(), settings.port(), "Quire", Set.of());
        WebServer server = WebServer.start(web, rooms);
        demo.join();
        warmUp(pdf);
        return server;
    }

    /** The first PDF would take long for whoever asks for it; fonts are read while nobody waits. */
    private static void warmUp(PdfMaker pdf) {
        Thread warming = new Thread(pdf::warmUp, "warm-up");
        warming.setDaemon(true);
        warming.start();
    }

    private static void close(@Nullable Database database, DataPlace place) {
        if (database != null) {
            database.close();
        }
        place.close();
    }
}
