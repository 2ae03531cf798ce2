package quire.post;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import quire.core.Problem;
import quire.jobs.Job;
import quire.store.Database;

/** How letters leave this house: by a mail server, or, where there is none, by an operator who hands them on. */
public final class PostOffice {

    /** The name of the work that sends letters. */
    public static final String SENDING = "letters";

    private static final Duration PAUSE = Duration.ofSeconds(20);
    private static final LocalTime NIGHT = LocalTime.of(2, 30);

    private final Outbox outbox;
    private final Wording wording;
    private final @Nullable MailServer server;
    private final @Nullable Pump pump;
    private final Clock clock;

    /**
     * @param address where people find this server; it does not end with a slash
     * @param server null if there is none
     */
    public PostOffice(Database database, String address, @Nullable MailServer server, Clock clock) {
        this.outbox = new Outbox(database);
        this.wording = new Wording(address);
        this.server = server;
        this.pump = server == null ? null : new Pump(database, new Mailer(server), wording, clock);
        this.clock = clock;
    }

    public Outbox outbox() {
        return outbox;
    }

    /** Whether letters are sent, and not only kept. */
    public boolean sends() {
        return server != null;
    }

    /** Where letters are handed to, for operators; empty if nowhere. */
    public String place() {
        return server == null ? "" : server.host() + ", port " + server.port();
    }

    /** The text of a letter, without what only its reader may have. */
    public String text(KeptLetter letter) {
        KeptLetter.Kept kept = letter.letter();
        return wording.with(
                kept, kept.secret() == null ? "[The link or code is gone.]" : "[A link or code for the reader alone.]");
    }

    /** Whether somebody has to hand on what only the reader may have, because no mail server does. */
    public boolean mustBeHandedOn(KeptLetter letter) {
        return !sends() && letter.letter().secret() != null;
    }

    /**
     * The whole text of a letter for whoever hands it on. With what stands there they could be taken for its reader, so that they
     * looked is written down.
     *
     * @param person who looks
     * @throws Problem of the kind CONFLICT if a mail server hands letters on, or what only the reader may have is gone
     */
    public String handOver(String id, String person) {
        KeptLetter letter = outbox.get(id);
        if (!mustBeHandedOn(letter)) {
            throw Problem.of(Problem.Kind.CONFLICT, "There is nothing in this letter that you would have to hand on.");
        }
        outbox.noteOpened(id, person, clock.instant());
        return wording.whole(letter.letter());
    }

    /** The work that has to be done for it. */
    public List<Job> jobs() {
        Job sweep = Job.daily(NIGHT, "letters-sweep", () -> outbox.sweep(clock.instant()));
        return pump == null ? List.of(sweep) : List.of(Job.after(PAUSE, SENDING, pump::run), sweep);
    }
}
