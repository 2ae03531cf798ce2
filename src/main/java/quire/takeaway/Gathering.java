package quire.takeaway;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import quire.core.Digest;
import quire.core.Problem;
import quire.people.Newcomers;
import quire.people.Organisation;
import quire.people.Organisations;
import quire.portfolio.AccessLog;
import quire.portfolio.Documents;
import quire.portfolio.Evidence;
import quire.portfolio.EvidenceFile;
import quire.portfolio.Portfolio;
import quire.store.Database;
import quire.trail.Trail;

/** Reads all of a portfolio at one moment. */
record Gathering(Database database, Documents documents, Evidence evidence, AccessLog log) {

    /**
     * Everything that somebody may take away.
     *
     * @param reader who is called “you” in the list of what was done
     * @throws Problem if the content of a file is lost
     */
    Gathered gather(Portfolio portfolio, Sight sight, String reader, Instant now, ZoneId zone) {
        return database.read(tx -> {
            LocalDate today = LocalDate.ofInstant(now, zone);
            List<Gathered.Paper> papers = PapersOfAYear.of(database, documents, portfolio, sight, today, zone);
            PortfolioRecord whole = PortfolioRecord.read(tx, portfolio.id());
            Withheld withheld = Withheld.from(papers, sight);
            PortfolioRecord record = withheld.strip(whole);
            List<Gathered.Enclosure> enclosures = enclosures(portfolio, sight);
            return new Gathered(
                    portfolio,
                    PapersOfAYear.name(database, portfolio),
                    papers,
                    enclosures,
                    log.all(portfolio.id(), reader, zone),
                    carried(portfolio, sight, withheld, record, files(record, enclosures), now));
        });
    }

    private Carried carried(
            Portfolio portfolio,
            Sight sight,
            Withheld withheld,
            PortfolioRecord record,
            List<Carried.File> files,
            Instant now) {
        Organisation employer = new Organisations(database).get(portfolio.organisation());
        return new Carried(
                sight.standing() == null,
                now,
                employer.name(),
                employer.details().address(),
                new Trail(database).head(),
                new Newcomers(database).of(record.people()),
                record,
                files,
                withheld.titles());
    }

    private List<Gathered.Enclosure> enclosures(Portfolio portfolio, Sight sight) {
        SortableNames names = new SortableNames();
        List<Gathered.Enclosure> enclosures = new ArrayList<>();
        for (EvidenceFile file : evidence.ofPortfolio(portfolio.id())) {
            if (sight.opensEvidence(file.confidential())) {
                mustBeThere(file);
                String stem = "%03d_%s".formatted(enclosures.size() + 1, SortableNames.plain(stem(file.name())));
                enclosures.add(new Gathered.Enclosure(
                        file, "evidence/" + names.unique(stem, file.kind().extension())));
            }
        }
        return enclosures;
    }

    private void mustBeThere(EvidenceFile file) {
        if (!database.blobs().has(file.digest())) {
            throw Problem.of(
                    Problem.Kind.UNAVAILABLE,
                    "The content of “" + file.name() + "” is missing, so the portfolio cannot be taken away whole. Ask"
                            + " the people who look after Quire to restore it from a backup.");
        }
    }

    /** Every content once, evidence under its own name. What an answer names may never have been handed in. */
    private List<Carried.File> files(PortfolioRecord record, List<Gathered.Enclosure> enclosures) {
        Map<String, String> paths = new TreeMap<>();
        for (String hex : record.files()) {
            if (database.blobs().has(new Digest(hex))) {
                paths.put(hex, "files/" + hex);
            }
        }
        Map<String, String> named = new LinkedHashMap<>();
        enclosures.forEach(one -> named.put(one.file().digest().hex(), one.path()));
        paths.replaceAll((hex, path) -> named.getOrDefault(hex, path));
        return paths.entrySet().stream()
                .map(entry -> new Carried.File(new Digest(entry.getKey()), entry.getValue()))
                .toList();
    }

    private static String stem(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
