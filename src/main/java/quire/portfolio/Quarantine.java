package quire.portfolio;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quire.core.Digest;
import quire.core.Problem;
import quire.people.Actor;
import quire.scan.Scanner;
import quire.store.Database;
import quire.store.Transaction;
import quire.trail.Entry;
import quire.trail.Trail;

/**
 * Where files wait while the virus scanner does not answer. What waits is part of nothing: it is in no list of evidence, no
 * bundle and nothing that is taken away, and nobody can open it. As soon as the scanner answers, it becomes evidence or is refused.
 * Ask {@link quire.people.Permits} first. When a method has returned, what it did is on the disk. May be shared between threads.
 */
public final class Quarantine {

    private static final Logger LOG = LoggerFactory.getLogger(Quarantine.class);

    private final Database database;
    private final Evidence evidence;
    private final Scanner scanner;
    private final Trail trail;

    Quarantine(Database database, Evidence evidence, Scanner scanner) {
        this.database = database;
        this.evidence = evidence;
        this.scanner = scanner;
        this.trail = new Trail(database);
    }

    /**
     * Takes a file in as {@link Evidence#add} does. One that would be added, if only the scanner had answered, is kept here.
     *
     * @return empty if the file waits
     * @throws Problem as {@link Evidence#add} does
     */
    public Optional<Upload> receive(
            String portfolio, EvidenceNote note, String name, InputStream content, Actor actor, Instant now) {
        evidence.check(portfolio, note.supports());
        byte[] sent = Received.read(content);
        Received received = Received.of(name, sent, note, scanner);
        if (received.scanned()) {
            return Optional.of(evidence.admit(portfolio, note, received, actor, now));
        }
        long waiting = ofPortfolio(portfolio).stream()
                .filter(QuarantinedFile::waits)
                .mapToLong(QuarantinedFile::size)
                .sum();
        evidence.refuseOverfull(portfolio, received, waiting);
        hold(portfolio, note, received, sent, actor, now);
        return Optional.empty();
    }

    /** The files of a portfolio that wait, and those that were refused and of which nobody has taken note; the first one first. */
    public List<QuarantinedFile> ofPortfolio(String portfolio) {
        return database.read(tx -> QuarantineStore.ofPortfolio(tx, portfolio));
    }

    /** How many files of all portfolios wait. */
    public int waiting() {
        return database.read(QuarantineStore::waiting).size();
    }

    /**
     * The file of that id, whether it waits or was refused.
     *
     * @throws Problem if there is none any more
     */
    public QuarantinedFile get(String id) {
        return database.read(tx -> stored(tx, id));
    }

    /** Takes away a file that waits, or takes note of why it was refused. */
    public void remove(String id, Actor actor, Instant now) {
        database.run(tx -> {
            QuarantinedFile file = stored(tx, id);
            QuarantineStore.delete(tx, id);
            if (file.waits()) {
                trail.add(tx, entry(file, "evidence.taken_back", actor), now);
            }
        });
    }

    /** Asks the scanner again about what waits, and adds or refuses what it looked at; as often as somebody likes. */
    public void release(Instant now) {
        List<QuarantinedFile> waiting = database.read(QuarantineStore::waiting);
        if (!waiting.isEmpty() && !scanner.answers()) {
            LOG.warn(
                    "{} uploaded files wait, because the virus scanner at {} does not answer",
                    waiting.size(),
                    scanner.place());
            return;
        }
        waiting.forEach(file -> release(file, now));
    }

    private void release(QuarantinedFile file, Instant now) {
        try {
            byte[] sent = turned(database.blobs().read(content(file)));
            Received received = Received.of(file.name(), sent, file.note(), scanner);
            if (received.scanned()) {
                // Ended between these two, it finds the next time that the content is there already.
                Upload upload = evidence.admit(file.portfolio(), file.note(), received, file.actor(), now);
                boolean isWanted = database.write(tx -> QuarantineStore.delete(tx, file.id()));
                if (!isWanted && !upload.wasThere()) {
                    evidence.remove(upload.file().id(), file.actor(), now);
                }
            }
        } catch (Problem refused) {
            if (refused.kind() == Problem.Kind.UNAVAILABLE) {
                LOG.warn("The file {} goes on waiting for the virus scanner: {}", file.id(), refused.getMessage());
            } else {
                refuse(file, refused, now);
            }
        }
    }

    private void refuse(QuarantinedFile file, Problem refused, Instant now) {
        database.run(tx -> {
            if (QuarantineStore.find(tx, file.id()).isPresent()) {
                QuarantineStore.refuse(tx, file.id(), refused.getMessage());
                trail.add(tx, entry(file, "evidence.refused", Actor.SYSTEM), now);
            }
        });
    }

    private void hold(String portfolio, EvidenceNote note, Received received, byte[] sent, Actor actor, Instant now) {
        Digest content = database.blobs()
                .take(new ByteArrayInputStream(turned(sent)), sent.length)
                .digest();
        database.run(tx -> {
            PortfolioStore.holdOpen(tx, portfolio);
            boolean waitsAlready = QuarantineStore.ofPortfolio(tx, portfolio).stream()
                    .anyMatch(file -> content.equals(file.content()));
            if (!waitsAlready) {
                QuarantinedFile file = new QuarantinedFile(
                        UUID.randomUUID().toString(),
                        portfolio,
                        received.judged().name(),
                        sent.length,
                        content,
                        note,
                        actor.person(),
                        actor.deputyOf(),
                        now,
                        null);
                QuarantineStore.insert(tx, file);
                trail.add(tx, entry(file, "evidence.held", actor), now);
            }
        });
    }

    /**
     * Every bit the other way round, and back again. What waits is no file that anything on the machine would open or delete, and
     * not the one that evidence names as what arrived: so the sweep takes it away, with all that was taken out of it.
     */
    private static byte[] turned(byte[] content) {
        byte[] turned = new byte[content.length];
        for (int i = 0; i < content.length; i++) {
            turned[i] = (byte) ~content[i];
        }
        return turned;
    }

    private static Digest content(QuarantinedFile file) {
        if (file.content() == null) {
            throw new IllegalStateException("What waits must have its content");
        }
        return file.content();
    }

    private static Entry entry(QuarantinedFile file, String action, Actor actor) {
        return actor.did(action, "evidence", file.id()).in(file.portfolio());
    }

    private static QuarantinedFile stored(Transaction tx, String id) {
        return QuarantineStore.find(tx, id).orElseThrow(() -> Problem.notFound("There is no such file."));
    }
}
