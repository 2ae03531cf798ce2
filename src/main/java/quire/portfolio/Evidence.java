package quire.portfolio;

import java.io.InputStream;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import quire.convert.Refusal;
import quire.convert.Verdict;
import quire.core.Digest;
import quire.core.Finding;
import quire.core.Place;
import quire.core.Problem;
import quire.people.Actor;
import quire.scan.Scanner;
import quire.store.Blobs;
import quire.store.Database;
import quire.store.Transaction;
import quire.trail.Entry;
import quire.trail.Trail;

/**
 * The files that people put into a portfolio. Each is judged by its content before anything is kept, and what is kept is what
 * is left after anything harmful or private was taken out. Ask {@link quire.people.Permits} first; some are confidential.
 * When a method has returned, what it did is on the disk. May be shared between threads.
 */
public final class Evidence {

    /** The most bytes that all files of one portfolio may have together; what was removed does not count. */
    public static final long MAX_TOTAL = 500_000_000;

    private final Database database;
    private final Blobs blobs;
    private final Trail trail;
    private final KeptDocuments kept = new KeptDocuments(List.of());
    private final FileVerdicts verdicts;
    private final Scanner scanner;
    private final long most;

    /** Evidence in which nobody looks for viruses. */
    public Evidence(Database database) {
        this(database, Scanner.NONE);
    }

    /** @param scanner asked about every file before it is added */
    public Evidence(Database database, Scanner scanner) {
        this(database, scanner, MAX_TOTAL);
    }

    Evidence(Database database, Scanner scanner, long most) {
        this.scanner = scanner;
        this.database = database;
        this.blobs = database.blobs();
        this.trail = new Trail(database);
        this.verdicts = new FileVerdicts(blobs);
        this.most = most;
    }

    /**
     * Takes a file in. A content that stands in the portfolio already is not added once more: see {@link Upload#wasThere}.
     *
     * @param name as the sender calls the file, whatever that is
     * @param content read to its end or to the limit, not closed
     * @throws Problem if the file is refused, the first finding then being the sentence of a {@link Refusal}; if the
     *     description is missing or too long, a document is not one of the portfolio, all files together would be too large,
     *     or the portfolio is closed. Nothing is added then. Where the scanner does not answer, a {@link Quarantine} can
     *     keep the file until it does
     */
    public Upload add(String portfolio, EvidenceNote note, String name, InputStream content, Actor actor, Instant now) {
        check(portfolio, note.supports());
        Received received = Received.of(name, Received.read(content), note, scanner);
        if (!received.scanned()) {
            throw Refusal.UNSCANNED.asProblem();
        }
        return admit(portfolio, note, received, actor, now);
    }

    /** Where files wait for the scanner. */
    public Quarantine quarantine() {
        return new Quarantine(database, this, scanner);
    }

    /** Adds what was received and scanned. */
    Upload admit(String portfolio, EvidenceNote note, Received received, Actor actor, Instant now) {
        refuseOverfull(portfolio, received, 0);
        // Also what is there already: if its content was lost, this brings it back.
        blobs.take(received.open(), received.size());
        return database.write(tx -> {
            PortfolioStore.holdOpen(tx, portfolio);
            Optional<EvidenceFile> same = same(tx, portfolio, received);
            if (same.isPresent()) {
                return new Upload(same.get(), true, received.findingsBeside(same.get()));
            }
            refuseOverfull(tx, portfolio, received, 0);
            EvidenceFile file = received.file(UUID.randomUUID().toString(), portfolio, note, actor, now);
            supporting(tx, actor, now).change(note.supports(), () -> EvidenceStore.insert(tx, file));
            trail.add(tx, received.noted(entry(file, "evidence.added", actor)), now);
            note.supports().forEach(document -> noteDocument(tx, file, "evidence.attached", document, actor, now));
            return new Upload(file, false, received.findings());
        });
    }

    /**
     * Says that a file supports a document too; twice is once.
     *
     * @throws Problem if there is no such file or document in the same portfolio, or the portfolio is closed
     */
    public void attach(String id, String document, Actor actor, Instant now) {
        database.run(tx -> {
            EvidenceFile file = held(tx, id);
            refuseStrangers(tx, file.portfolio(), Set.of(document));
            if (!file.supports().contains(document)) {
                supporting(tx, actor, now).change(Set.of(document), () -> EvidenceStore.attach(tx, id, document, now));
                noteDocument(tx, file, "evidence.attached", document, actor, now);
            }
        });
    }

    /** Says that a file does not support a document; it stays in the portfolio. */
    public void detach(String id, String document, Actor actor, Instant now) {
        database.run(tx -> {
            EvidenceFile file = held(tx, id);
            if (file.supports().contains(document)) {
                supporting(tx, actor, now).change(Set.of(document), () -> EvidenceStore.detach(tx, id, document));
                noteDocument(tx, file, "evidence.detached", document, actor, now);
            }
        });
    }

    /**
     * Says anew what a file is, and whether it is confidential.
     *
     * @param note the documents in it are left as they are
     * @throws Problem if the description is missing or too long
     */
    public void describe(String id, EvidenceNote note, Actor actor, Instant now) {
        List<Finding> findings = note.findings();
        if (!findings.isEmpty()) {
            throw Problem.badInput(findings.get(0).message() + ".", findings);
        }
        database.run(tx -> {
            EvidenceFile file = held(tx, id);
            boolean same = file.description().equals(note.description()) && file.confidential() == note.confidential();
            if (!same) {
                EvidenceStore.describe(tx, id, note.description(), note.confidential());
                Entry entry = entry(file, "evidence.described", actor).with("confidential", note.confidential());
                trail.add(tx, entry, now);
            }
        });
    }

    /** Removes a file from its portfolio. The row stays, marked; the content stays as long as a row names it. */
    public void remove(String id, Actor actor, Instant now) {
        database.run(tx -> {
            EvidenceFile file = held(tx, id);
            supporting(tx, actor, now).change(file.supports(), () -> EvidenceStore.remove(tx, id, actor.person(), now));
            trail.add(tx, entry(file, "evidence.removed", actor), now);
        });
    }

    /**
     * The file of that id.
     *
     * @throws Problem if there is none, or it was removed
     */
    public EvidenceFile get(String id) {
        return database.read(tx -> stored(tx, id));
    }

    /** The files of a portfolio, the first one first; what was removed is left out. */
    public List<EvidenceFile> ofPortfolio(String portfolio) {
        return everOf(portfolio).stream().filter(file -> file.removed() == null).toList();
    }

    /** The same with what was removed. */
    List<EvidenceFile> everOf(String portfolio) {
        return database.read(tx -> EvidenceStore.ofPortfolio(tx, portfolio));
    }

    /** The files that support a document, the first one first. */
    public List<EvidenceFile> ofDocument(String document) {
        return database.read(tx -> EvidenceStore.ofDocument(tx, document));
    }

    /** Everything that somebody added anywhere, also what was removed; the first one first. */
    List<EvidenceFile> by(String person) {
        return database.read(tx -> EvidenceStore.by(tx, person));
    }

    /** How many bytes all files of a portfolio have together. */
    public long total(String portfolio) {
        return database.read(tx -> EvidenceStore.total(tx, portfolio));
    }

    /**
     * Hands a file out, and notes who took it.
     *
     * @throws Problem if there is none, it was removed, or its content is lost
     */
    public OpenedEvidence open(String id, Actor actor, Instant now) {
        EvidenceFile file = get(id);
        if (!blobs.has(file.digest())) {
            throw Problem.of(
                    Problem.Kind.UNAVAILABLE,
                    "The content of “" + file.name() + "” is missing. Upload the file again, or ask the people who look"
                            + " after Quire to restore it from a backup.");
        }
        database.run(tx -> trail.add(tx, entry(file, "evidence.opened", actor), now));
        return new OpenedEvidence(file, blobs.open(file.digest()));
    }

    /** What a file is like for those who read, print or bind it; empty if its content is lost, or cannot be read any more. */
    public Optional<Verdict> verdict(EvidenceFile file) {
        return verdicts.of(file);
    }

    /** The files whose content is lost, of all portfolios: none, as long as nobody deletes files behind the record's back. */
    public List<EvidenceFile> missing() {
        Map<String, Digest> kept = database.read(EvidenceStore::digests);
        return kept.entrySet().stream()
                .filter(entry -> !blobs.has(entry.getValue()))
                .map(entry -> get(entry.getKey()))
                .toList();
    }

    /** Before a large file is read: what would refuse it anyway. */
    void check(String portfolio, Collection<String> documents) {
        database.run(tx -> {
            PortfolioStore.holdOpen(tx, portfolio);
            refuseStrangers(tx, portfolio, documents);
        });
    }

    private static Optional<EvidenceFile> same(Transaction tx, String portfolio, Received received) {
        return EvidenceStore.same(tx, portfolio, received.digest(), received.sent());
    }

    /**
     * Before a large file is kept.
     *
     * @param others bytes that have no room any more, beside those of all files
     */
    void refuseOverfull(String portfolio, Received received, long others) {
        database.read(tx -> {
            refuseOverfull(tx, portfolio, received, others);
            return true;
        });
    }

    private void refuseOverfull(Transaction tx, String portfolio, Received received, long others) {
        long room = most - EvidenceStore.total(tx, portfolio) - others;
        if (received.size() > room && same(tx, portfolio, received).isEmpty()) {
            String message = "The files of a portfolio must be smaller than " + most / Received.MEGABYTE + "MB"
                    + " together. There is room for " + Math.max(room, 0) / Received.MEGABYTE + "MB"
                    + ", and the selected file has " + Received.megabytes(received.size())
                    + ". Remove a file that is no longer needed, or select a smaller one";
            throw Problem.tooLarge(Finding.error("portfolio-full", message, Place.UNKNOWN));
        }
    }

    private static void refuseStrangers(Transaction tx, String portfolio, Collection<String> documents) {
        if (EvidenceStore.documents(tx, portfolio, documents).size()
                < Set.copyOf(documents).size()) {
            throw Problem.notFound("There is no such document in this portfolio.");
        }
    }

    private void noteDocument(
            Transaction tx, EvidenceFile file, String action, String document, Actor actor, Instant now) {
        trail.add(tx, entry(file, action, actor).with("document", document), now);
    }

    private Supporting supporting(Transaction tx, Actor actor, Instant now) {
        return new Supporting(tx, kept, new Act(trail, actor, now));
    }

    private static Entry entry(EvidenceFile file, String action, Actor actor) {
        return actor.did(action, "evidence", file.id()).in(file.portfolio());
    }

    /** The file as nobody else can change it until the work ends. */
    private static EvidenceFile held(Transaction tx, String id) {
        PortfolioStore.holdOpen(tx, stored(tx, id).portfolio());
        return stored(tx, id);
    }

    private static EvidenceFile stored(Transaction tx, String id) {
        return EvidenceStore.find(tx, id)
                .filter(file -> file.removed() == null)
                .orElseThrow(() -> Problem.notFound("There is no such file."));
    }
}
