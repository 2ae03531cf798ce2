package quire.takeaway;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import quire.core.Digest;
import quire.core.Problem;
import quire.people.Actor;
import quire.people.Assignments;
import quire.people.Newcomers;
import quire.people.Organisation;
import quire.people.Organisations;
import quire.portfolio.AccessLog;
import quire.portfolio.Comments;
import quire.portfolio.Documents;
import quire.portfolio.Evidence;
import quire.portfolio.Portfolio;
import quire.portfolio.Portfolios;
import quire.portfolio.RecordProof;
import quire.portfolio.SignedRecords;
import quire.programme.Programmes;
import quire.scan.Scan;
import quire.scan.Scanner;
import quire.store.Blob;
import quire.store.Database;
import quire.store.Transaction;
import quire.trail.Trail;

/**
 * Takes in portfolios that another installation has taken out. Everything in the file is held against its digests before
 * anything is kept; then the files are kept, and in one transaction the rows, which must add up to the same papers with the same
 * signatures. Either all of it is here then, or nothing. May be shared between threads.
 */
public final class Arrivals {

    private final Database database;
    private final Programmes programmes;
    private final Portfolios portfolios;
    private final Documents documents;
    private final Scanner scanner;

    /** Where nobody looks for viruses. */
    public Arrivals(Database database, Programmes programmes, Documents documents) {
        this(database, programmes, documents, Scanner.NONE);
    }

    /** @param scanner asked about every file that comes with a portfolio */
    public Arrivals(Database database, Programmes programmes, Documents documents, Scanner scanner) {
        this.scanner = scanner;
        this.database = database;
        this.programmes = programmes;
        this.portfolios = new Portfolios(database, programmes);
        this.documents = documents;
    }

    /**
     * What is asked beside the file.
     *
     * @param organisation the name of the one here that it is to belong to; null for the one that it comes from, which is
     *     new here then
     * @param code what to call it here; null for what it was called
     */
    public record Wish(
            @Nullable String organisation, @Nullable String code) {}

    /**
     * Takes a portfolio in.
     *
     * @throws Problem if the file is not whole, or what it holds cannot be or cannot be here; nothing is kept then
     */
    public Arrived takeIn(Path file, Wish wish, Instant now, LocalDate today) {
        try (IncomingZip zip = IncomingZip.open(file)) {
            Carried carried = CarriedReader.read(zip.text(Carried.NAME, Carried.MOST));
            zip.verify();
            CarriedCheck.check(carried);
            new ArrivalCheck(carried, zip).check(programmes, database.blobs());
            refuseKnown(carried.record());
            carried.files().forEach(one -> scan(one, zip));
            carried.files().forEach(one -> keep(one, zip));
            return database.write(tx -> takeIn(tx, carried, zip.digest(), wish, now, today));
        }
    }

    private Arrived takeIn(Transaction tx, Carried carried, Digest manifest, Wish wish, Instant now, LocalDate today) {
        PortfolioRecord record = carried.record();
        refuseKnown(record);
        Organisation organisation = organisation(carried, wish.organisation(), now);
        refuseStrangers(tx, carried);
        new Newcomers(database).takeIn(carried.people(), organisation.id(), Actor.SYSTEM, now, today);
        RecordRow own = record.portfolio();
        String code = wish.code() == null ? own.text("code") : wish.code();
        refuseCode(tx, code);
        for (RecordTable table : RecordTables.kept()) {
            rows(record, table).forEach(row -> insert(tx, table, row, organisation, code));
        }
        noteJourney(tx, carried, manifest, now);
        String id = own.text("id");
        new ArrivalNotes(new Trail(database), tx, carried, now).write(manifest);
        prove(id);
        return new Arrived(
                id,
                code,
                organisation.name(),
                record.of("document").size(),
                record.of("signature").size(),
                carried.files().size(),
                carried.people().size(),
                carried.leftOut(),
                manifest);
    }

    /** First comments before what answers them. */
    private static List<RecordRow> rows(PortfolioRecord record, RecordTable table) {
        return table.name().equals("section_comment")
                ? record.of(table.name()).stream()
                        .sorted(Comparator.comparing((RecordRow row) -> row.has("answers")))
                        .toList()
                : record.of(table.name());
    }

    private static void insert(
            Transaction tx, RecordTable table, RecordRow row, Organisation organisation, String code) {
        boolean version = table.reach() == RecordTable.Reach.FORMS || table.reach() == RecordTable.Reach.PROGRAMME;
        if (version && isThere(tx, table.name(), "digest", row.text("digest"))) {
            return;
        }
        boolean itself = table.reach() == RecordTable.Reach.ITSELF;
        table.insert(tx, itself ? row.with("organisation", organisation.id()).with("code", code) : row);
    }

    /** The entries of the trail that it comes from stay readable here, beside the trail and never in it. */
    private static void noteJourney(Transaction tx, Carried carried, Digest manifest, Instant now) {
        PortfolioRecord record = carried.record();
        String portfolio = record.portfolio().text("id");
        long journey = 1L
                + record.of("arrival").stream()
                        .mapToInt(row -> row.count("journey"))
                        .max()
                        .orElse(0);
        tx.sql(
                        "insert into arrival (portfolio, journey, organisation, exported_at, arrived_at, head, manifest, complete)"
                                + " values (:portfolio, :journey, :organisation, :exported, :arrived, :head, :manifest, :complete)")
                .with("portfolio", portfolio)
                .with("journey", journey)
                .with("organisation", carried.organisation())
                .with("exported", carried.exported())
                .with("arrived", now)
                .with("head", carried.head().toString())
                .with("manifest", manifest)
                .with("complete", carried.complete())
                .run();
        RecordTable earlier = RecordTables.get("earlier_entry");
        record.of(RecordTables.TRAIL).forEach(row -> earlier.insert(tx, row.with("journey", journey)));
    }

    private Organisation organisation(Carried carried, @Nullable String wished, Instant now) {
        Organisations organisations = new Organisations(database);
        if (wished != null) {
            return organisations
                    .findByName(wished)
                    .orElseThrow(() -> Unfit.here("There is no organisation “" + wished + "” here."));
        }
        organisations.findByName(carried.organisation()).ifPresent(known -> {
            throw Unfit.here("There is an organisation “" + known.name()
                    + "” here already. If the portfolio is to belong to it, name it with --organisation.");
        });
        Organisation.Details details = Organisation.Details.of(carried.organisation(), carried.address());
        return organisations.add(details, Actor.SYSTEM, now);
    }

    /** Ids are for ever, so what is here already came from there, or only says so. */
    private void refuseKnown(PortfolioRecord record) {
        database.read(tx -> {
            RecordRow own = record.portfolio();
            if (isThere(tx, "portfolio", "id", own.text("id"))) {
                throw Unfit.here("The portfolio " + Unfit.plain(own.text("code")) + " is here already.");
            }
            for (String table :
                    List.of("document", "evidence", "signature", "section_comment", "assignment", "broken_glass")) {
                for (RecordRow row : record.of(table)) {
                    if (isThere(tx, table, "id", row.text("id"))) {
                        throw Unfit.here("Something in the file has an id that belongs to something else here.");
                    }
                }
            }
            return true;
        });
    }

    /** Whoever did something there and is not among its people was a guest there, and is nobody of here. */
    private static void refuseStrangers(Transaction tx, Carried carried) {
        Set<String> strangers = carried.record().people();
        carried.people().forEach(person -> strangers.remove(person.id()));
        for (String stranger : strangers) {
            if (isThere(tx, "person", "id", stranger)) {
                throw Unfit.here("The file says that somebody of this installation did something elsewhere.");
            }
        }
    }

    private static void refuseCode(Transaction tx, String code) {
        if (!code.matches("\\S(.{0,38}\\S)?")) {
            throw Unfit.here("“" + Unfit.plain(code) + "” cannot be the code of a portfolio.");
        } else if (isThere(tx, "portfolio", "code", code)) {
            throw Unfit.here("There is another portfolio " + code + " here. Choose another code with --code.");
        }
    }

    private static boolean isThere(Transaction tx, String table, String column, String value) {
        return tx.sql("select " + column + " from " + table + " where " + column + " = :value")
                .with("value", value)
                .find(row -> row.text(column))
                .isPresent();
    }

    private void scan(Carried.File file, IncomingZip zip) {
        Scan scan;
        try (InputStream content = zip.content(file.path())) {
            scan = scanner.scan(content.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file.path(), e);
        }
        if (scan instanceof Scan.Found found) {
            throw Unfit.here(
                    "The virus scanner found " + Unfit.plain(found.name()) + " in “" + Unfit.plain(file.path()) + "”.");
        } else if (scan instanceof Scan.NotScanned not) {
            throw Unfit.unscanned(scanner.place(), not.why());
        }
    }

    private void keep(Carried.File file, IncomingZip zip) {
        try (InputStream content = zip.content(file.path())) {
            Blob kept = database.blobs().take(content, zip.part(file.path()).size());
            if (!kept.digest().equals(file.digest())) {
                throw Unfit.changed(file.path());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot close " + file.path(), e);
        }
    }

    /** Reads everything as people will read it. What cannot be read then, or is not what was signed, is not taken in. */
    private void prove(String id) {
        try {
            Portfolio portfolio = portfolios.get(id);
            portfolio.timetable();
            documents.checklist(portfolio, portfolio.dates().start());
            new Assignments(database).history(id);
            new Evidence(database).ofPortfolio(id);
            new Comments(database, documents).openByDocument(id);
            new AccessLog(database, documents).arrivals(id);
            SignedRecords records = documents.signedRecords();
            documents.ofPortfolio(id).forEach(paper -> records.of(paper.id()).forEach(records::paper));
            new RecordProof(database, documents).fault(id).ifPresent(fault -> {
                throw Unfit.impossible(fault);
            });
        } catch (IllegalArgumentException
                | IllegalStateException
                | IndexOutOfBoundsException
                | ArithmeticException
                | ClassCastException
                | DateTimeException e) {
            throw Unfit.impossible("it holds what this version of Quire does not know")
                    .because(e);
        }
    }
}
