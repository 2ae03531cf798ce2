package quire.people;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import quire.core.Finding;
import quire.core.Place;
import quire.core.Problem;
import quire.store.Database;
import quire.trail.Trail;

/**
 * Writes down, for somebody who does not write themselves, what they said: recorded by one, for another, confirmed on a day.
 * May be shared between threads.
 */
public final class Recordings {

    private static final int LONGEST = 60;

    private final Database database;
    private final Persons persons;
    private final Trail trail;

    public Recordings(Database database) {
        this.database = database;
        this.persons = new Persons(database);
        this.trail = new Trail(database);
    }

    /** All of a paper. */
    public List<Recording> ofDocument(String document) {
        return database.read(tx -> RecordingStore.ofDocument(tx, document));
    }

    /** The one for a part of a paper. */
    public Optional<Recording> find(String document, String role) {
        return database.read(tx -> RecordingStore.find(tx, document, role));
    }

    /**
     * Begins to write down what somebody says. Whoever begins twice has begun once.
     *
     * @param saidBy who speaks, in general words
     * @throws Problem of the kind CONFLICT if somebody else writes it down, or a person was asked to write it themselves
     */
    public void begin(
            String portfolio, String document, String role, String saidBy, Actor actor, Instant now, LocalDate today) {
        Typed typed = new Typed();
        String speaker = typed.required("said_by", "words for whose words these are", saidBy, LONGEST);
        typed.refuse("This cannot be kept.");
        database.run(tx -> {
            tx.hold("invitations of", document);
            Optional<Recording> before = RecordingStore.find(tx, document, role);
            if (before.isPresent()) {
                mustBeTheirs(before.get(), actor);
                return;
            }
            InvitationStore.open(tx, document, role)
                    .filter(one -> one.state(today).isOpen())
                    .ifPresent(one -> {
                        throw Problem.of(
                                Problem.Kind.CONFLICT,
                                one.to().name() + " was asked to write this. Cancel that request first.");
                    });
            Recording recording = new Recording(
                    document,
                    role,
                    speaker,
                    actor.person(),
                    actor.deputyOf(),
                    persons.get(actor.person()).name(),
                    now,
                    null);
            RecordingStore.insert(tx, recording);
            trail.add(
                    tx,
                    actor.did("recording.begun", "document", document)
                            .in(portfolio)
                            .with("part", role),
                    now);
        });
    }

    /**
     * The one who spoke has said that these are their words.
     *
     * @param day on which they did; null for what was no day
     * @throws Problem if the day is none, or has not come; of the kind NOT_FOUND if the actor writes nothing down there
     */
    public void confirm(
            String portfolio,
            String document,
            String role,
            @Nullable LocalDate day,
            Actor actor,
            Instant now,
            LocalDate today) {
        if (day == null || day.isAfter(today) || day.isBefore(today.minusYears(1))) {
            throw Problem.badInput(Finding.error(
                    "confirmed",
                    "The day on which they confirmed it must be a date within the last year, and not after today.",
                    Place.atPath("confirmed")));
        }
        database.run(tx -> {
            Recording one = RecordingStore.find(tx, document, role)
                    .orElseThrow(() -> Problem.notFound("Nothing is written down there."));
            mustBeTheirs(one, actor);
            RecordingStore.confirm(tx, document, role, day);
            trail.add(
                    tx,
                    actor.did("recording.confirmed", "document", document)
                            .in(portfolio)
                            .with("part", role)
                            .with("day", day.toString()),
                    now);
        });
    }

    private static void mustBeTheirs(Recording one, Actor actor) {
        if (!one.by().equals(actor.person())) {
            throw Problem.of(Problem.Kind.CONFLICT, one.name() + " writes this down.");
        }
    }
}
