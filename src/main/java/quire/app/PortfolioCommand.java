package quire.app;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import quire.core.Digest;
import quire.core.Finding;
import quire.core.Place;
import quire.core.Problem;
import quire.documents.DocumentMaker;
import quire.documents.FinalPapers;
import quire.pdf.PdfMaker;
import quire.people.People;
import quire.portfolio.AccessLog;
import quire.portfolio.Documents;
import quire.portfolio.Evidence;
import quire.portfolio.KeptLayouts;
import quire.portfolio.PersonalData;
import quire.portfolio.Portfolio;
import quire.portfolio.Portfolios;
import quire.scan.Scanner;
import quire.store.Database;
import quire.store.RecordPlace;
import quire.takeaway.Arrivals;
import quire.takeaway.Arrived;
import quire.takeaway.Parcel;
import quire.takeaway.TakeAways;

/** {@code export} and {@code import}. */
final class PortfolioCommand {

    private final Surroundings here;
    private final Papers papers;

    PortfolioCommand(Surroundings here, Papers papers) {
        this.here = here;
        this.papers = papers;
    }

    /** The file gets its name only once the trail tells of it. */
    int export(String code, Path file, RecordPlace place) {
        OutputFile.refuseHopeless(file);
        if (Files.exists(file)) {
            throw refused(file, "exists already. Name a file that does not");
        }
        @Nullable Path half = null;
        try {
            // Its owner alone can read a file that is made like this.
            half = Files.createTempFile(
                    Objects.requireNonNull(file.toAbsolutePath().getParent()), ".quire-", ".part");
            Instant now = here.clock().instant();
            Exported exported = write(code, half, place, now);
            try (Database database = Database.beside(place)) {
                TakeAways.noteExported(database, exported.portfolio(), exported.manifest(), now);
            }
            Files.move(half, file);
            here.out().println("Took " + code + " out to " + file + ".");
            here.out().println("Its manifest is " + exported.manifest() + ".");
            return ExitCode.DONE;
        } catch (IOException | UncheckedIOException e) {
            throw refused(file, "cannot be written. The disk may be full, or the folder closed to you")
                    .because(e);
        } finally {
            delete(half);
        }
    }

    private record Exported(String portfolio, Digest manifest) {}

    private Exported write(String code, Path half, RecordPlace place, Instant now) throws IOException {
        try (Database database = Database.toRead(place);
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(half))) {
            Papers.Shelves shelves = papers.onRecord(database);
            Portfolios portfolios = new Portfolios(database, shelves.programmes());
            Portfolio portfolio = portfolios
                    .findByCode(code)
                    .orElseThrow(() -> Problem.badInput(
                            Finding.error("code", "There is no portfolio " + code + ".", Place.UNKNOWN)));
            Parcel parcel = takeAways(database, shelves, portfolios)
                    .everything(portfolio, now, here.clock().getZone());
            return new Exported(portfolio.id(), Digest.of(parcel.send(out)));
        }
    }

    private TakeAways takeAways(Database database, Papers.Shelves shelves, Portfolios portfolios) {
        Documents documents = new Documents(database, shelves.forms());
        DocumentMaker maker = new DocumentMaker(shelves.templates(), new PdfMaker());
        FinalPapers finalPapers = new FinalPapers(
                maker,
                documents.signedRecords(),
                new KeptLayouts(database),
                database.blobs(),
                Served.version(),
                here.clock().getZone());
        return new TakeAways(
                database,
                documents,
                new Evidence(database),
                new AccessLog(database, documents),
                maker,
                finalPapers,
                new PersonalData(
                        database, portfolios, documents, People.of(database).sessions()));
    }

    int takeIn(Path file, Arrivals.Wish wish, RecordPlace place) {
        try (Database database = Database.open(place)) {
            Instant now = here.clock().instant();
            Papers.Shelves shelves = papers.published(papers.atHand(), database, "", now);
            Arrivals arrivals =
                    new Arrivals(database, shelves.programmes(), new Documents(database, shelves.forms()), scanner());
            tell(arrivals.takeIn(file, wish, now, LocalDate.now(here.clock())));
            return ExitCode.DONE;
        }
    }

    private Scanner scanner() {
        List<Finding> findings = new ArrayList<>();
        Scanner scanner = ScannerSettings.read(here.environment(), findings);
        if (!findings.isEmpty()) {
            throw Problem.badInput("The portfolio was not taken in.", findings);
        }
        return scanner;
    }

    private void tell(Arrived arrived) {
        here.out()
                .println("Took in " + arrived.code() + " for " + arrived.organisation() + ": "
                        + counted(arrived.papers(), "paper") + ", " + counted(arrived.signatures(), "signature") + ", "
                        + counted(arrived.files(), "file") + ". Every digest and every signature was checked.");
        here.out().println("Its manifest is " + arrived.manifest() + ".");
        if (!arrived.leftOut().isEmpty()) {
            here.out()
                    .println("Not in the file, because its owner may not read all of them: "
                            + String.join(", ", arrived.leftOut()) + ".");
        }
        here.out()
                .println("The people in it have no access here. An administrator can give them access, with an address"
                        + " of theirs.");
    }

    private static void delete(@Nullable Path half) {
        try {
            if (half != null) {
                Files.deleteIfExists(half);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot take away " + half, e);
        }
    }

    private static Problem refused(Path file, String why) {
        return Problem.badInput(Finding.error("output", file + " " + why + ".", Place.inFile(file.toString())));
    }

    private static String counted(long number, String what) {
        return String.format(Locale.UK, "%,d %s%s", number, what, number == 1 ? "" : "s");
    }
}
