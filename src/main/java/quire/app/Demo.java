package quire.app;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import quire.core.Problem;
import quire.demo.Cohort;
import quire.demo.Doors;
import quire.demo.Enactment;
import quire.jobs.Daemons;
import quire.people.People;
import quire.portfolio.Attachments;
import quire.post.Outbox;
import quire.store.Database;
import quire.trail.Sought;
import quire.trail.Trail;

/**
 * The cohort of a demo on its way into an empty record. Its people are there before anybody can knock. Their years take some
 * seconds more and come in one piece: until then whoever signs in waits, because that is a write too and the record has one
 * writer at a time. So nobody ever looks at a half of them.
 */
final class Demo implements AutoCloseable {

    /** How long somebody may have to wait for the years, on a machine that is busy with other things. */
    static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final int SECONDS_TO_STOP = 30;

    private final Database database;
    private final Path samples;
    private final Cohort people;
    private final ExecutorService years = Executors.newSingleThreadExecutor(new Daemons("demo"));

    private Demo(Database database, Path samples, Cohort people) {
        this.database = database;
        this.samples = samples;
        this.people = people;
    }

    /**
     * Lets the people in.
     *
     * @param asBuilt whether nobody can have changed the samples since they were checked
     * @throws Problem if the file of the cohort has faults
     */
    static Demo begin(Database database, Path samples, boolean asBuilt) {
        Cohort people = Cohort.people(samples, !asBuilt);
        database.run(tx -> Enactment.people(people, samples, People.of(database), new Attachments(database.blobs())));
        return new Demo(database, samples, people);
    }

    /** Time as it passes in the demo: it goes on from the last thing that was done there. */
    Clock clock(Clock machine) {
        Instant morning = people.morning();
        Instant last = new Trail(database)
                .list(Sought.ALL, Trail.NEWEST, 1).stream()
                        .map(entry -> entry.at())
                        .filter(morning::isBefore)
                        .findFirst()
                        .orElse(morning);
        return Clock.offset(machine, Duration.between(machine.instant(), last)).withZone(Cohort.ZONE);
    }

    /** Those whom somebody new should look through the eyes of. */
    List<Cohort.Introduction> introductions() {
        return people.introductions();
    }

    /**
     * Begins to let the people live through their years. When this returns, nobody else writes until that is done.
     *
     * @param whole reads the whole cohort
     * @param err where it is told if that fails
     * @return how it goes
     */
    CompletableFuture<?> live(Supplier<Cohort> whole, Doors doors, PrintStream err) {
        CompletableFuture<Boolean> begun = new CompletableFuture<>();
        CompletableFuture<?> lived = CompletableFuture.runAsync(
                () -> database.run(tx -> {
                    begun.complete(true);
                    Enactment.years(whole, samples, doors);
                    // As every night of these years would have done: links of letters end when they are good for
                    // nothing.
                    new Outbox(database).sweep(people.morning());
                }),
                years);
        CompletableFuture<?> told = lived.whenComplete((nothing, failure) -> {
            begun.complete(false);
            if (failure != null) {
                err.println("The papers of the demo could not be laid out. " + failure.getMessage());
            }
        });
        begun.join();
        return told;
    }

    /** Stops; what has not become whole by now is not in the record. */
    @Override
    public void close() {
        years.shutdownNow();
        try {
            if (!years.awaitTermination(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                throw new IllegalStateException("The demo does not stop");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
