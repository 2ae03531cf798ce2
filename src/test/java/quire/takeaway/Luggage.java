package quire.takeaway;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import quire.core.Json;
import quire.documents.DocumentMaker;
import quire.documents.FinalPapers;
import quire.documents.TemplateShelf;
import quire.forms.Forms;
import quire.pdf.PdfMaker;
import quire.people.Sessions;
import quire.portfolio.AccessLog;
import quire.portfolio.Documents;
import quire.portfolio.Evidence;
import quire.portfolio.KeptLayouts;
import quire.portfolio.PersonalData;
import quire.portfolio.Portfolios;
import quire.programme.Programmes;
import quire.scan.Scanner;
import quire.store.Database;

/** Packs portfolios of a record, unpacks them in another, and looks at what is in them. */
public final class Luggage {

    public static final Instant NOW = Instant.parse("2026-03-04T09:30:00Z");
    public static final LocalDate TODAY = LocalDate.parse("2026-03-04");
    public static final ZoneId ZONE = ZoneId.of("Europe/London");
    static final Programmes PROGRAMMES = Programmes.load(Path.of("forms/programmes"), Forms.load(Path.of("forms")));
    private static final DocumentMaker MAKER =
            new DocumentMaker(TemplateShelf.open(Path.of("templates")), new PdfMaker());

    private Luggage() {}

    public static TakeAways takeAways(Database database) {
        Documents documents = new Documents(database);
        Portfolios portfolios = new Portfolios(database, PROGRAMMES);
        return new TakeAways(
                database,
                documents,
                new Evidence(database),
                new AccessLog(database, documents),
                MAKER,
                new FinalPapers(
                        MAKER,
                        documents.signedRecords(),
                        new KeptLayouts(database),
                        database.blobs(),
                        "a test's",
                        ZONE),
                new PersonalData(database, portfolios, documents, new Sessions(database)));
    }

    /** The whole record of a portfolio in a file. */
    public static Path pack(Database database, String portfolio, Path file) throws IOException {
        return send(
                takeAways(database).everything(new Portfolios(database, PROGRAMMES).get(portfolio), NOW, ZONE), file);
    }

    public static Path send(Parcel parcel, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            parcel.send(out);
        }
        return file;
    }

    public static Arrived unpack(Path file, Database database) {
        return unpack(file, database, null, null);
    }

    public static Arrived unpack(Path file, Database database, @Nullable String organisation, @Nullable String code) {
        Arrivals arrivals = new Arrivals(database, PROGRAMMES, new Documents(database));
        return arrivals.takeIn(file, new Arrivals.Wish(organisation, code), NOW, TODAY);
    }

    /** Where somebody looks for viruses. */
    public static Arrived unpack(Path file, Database database, Scanner scanner) {
        Arrivals arrivals = new Arrivals(database, PROGRAMMES, new Documents(database), scanner);
        return arrivals.takeIn(file, new Arrivals.Wish(null, null), NOW, TODAY);
    }

    /** Every row of a portfolio that travels, but for what is another one elsewhere: its employer, its trail, its journeys. */
    public static Map<String, List<Map<String, @Nullable Object>>> record(Database database, String portfolio) {
        Map<String, List<Map<String, @Nullable Object>>> record = new LinkedHashMap<>();
        PortfolioRecord read = database.read(tx -> PortfolioRecord.read(tx, portfolio));
        read.rows()
                .forEach((table, rows) -> record.put(
                        table,
                        rows.stream()
                                .map(row -> row.with("organisation", null).values())
                                .toList()));
        record.keySet().removeAll(List.of("trail", "arrival", "earlier_entry"));
        return record;
    }

    /** The entries of a zip file as bytes, in their order. */
    public static Map<String, byte[]> parts(Path file) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : new ArrayList<ZipEntry>(zip.stream().toList())) {
                parts.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        return parts;
    }

    /** The same with some other parts, and, if wished, a manifest that agrees with them. */
    public static Path repack(Map<String, byte[]> parts, boolean honest, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            OutgoingZip zip = new OutgoingZip(out);
            parts.forEach((name, content) -> {
                if (!honest || !name.equals(Manifest.NAME)) {
                    zip.add(name, content);
                }
            });
            if (honest) {
                zip.add(Manifest.NAME, new Manifest(Manifest.VERSION, zip.parts()).text());
            }
            zip.finish();
        }
        return file;
    }

    /** As {@code portfolio.json} says it. */
    public static Map<String, @Nullable Object> json(Map<String, byte[]> parts) {
        return new TreeMap<>(
                Json.readObject(new String(parts.get(Carried.NAME), java.nio.charset.StandardCharsets.UTF_8), "it"));
    }

    /** A zip file written past every rule of ours. */
    static Path raw(Path file, Map<String, byte[]> parts) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        }
        return file;
    }
}
