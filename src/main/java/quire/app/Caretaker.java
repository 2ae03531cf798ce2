package quire.app;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import quire.core.Problem;
import quire.jobs.Daemons;
import quire.store.Database;

/** What a running server does every night for its record: it looks whether it is whole, and sweeps lost files away. */
final class Caretaker implements AutoCloseable {

    private static final LocalTime NIGHT = LocalTime.of(3, 0);

    private final Database database;
    private final Clock clock;
    private final PrintStream err;
    private final ScheduledExecutorService nights =
            Executors.newSingleThreadScheduledExecutor(new Daemons("caretaker"));

    private Caretaker(Database database, Clock clock, PrintStream err) {
        this.database = database;
        this.clock = clock;
        this.err = err;
    }

    static Caretaker start(Database database, Clock clock, PrintStream err) {
        Caretaker caretaker = new Caretaker(database, clock, err);
        var unused = caretaker.nights.scheduleAtFixedRate(
                caretaker::round,
                untilNight(ZonedDateTime.now(clock)).toMinutes(),
                Duration.ofDays(1).toMinutes(),
                TimeUnit.MINUTES);
        return caretaker;
    }

    /** One night's work. Whatever goes wrong is told, and the next night is tried again. */
    void round() {
        try {
            database.check()
                    .ifPresent(damage -> err.println("The database is damaged: " + damage
                            + ". Nothing more is written to it. Stop the server, move the data folder away, and run"
                            + " quire restore FILE with the last good backup."));
            int swept = database.sweep(clock.instant());
            if (swept > 0) {
                err.println("Swept away " + swept
                        + (swept == 1 ? " file that no row names." : " files that no row names."));
            }
        } catch (Problem e) {
            err.println("The record could not be looked after tonight. " + e.getMessage());
        } catch (RuntimeException e) {
            err.println("The record could not be looked after tonight: " + e);
        }
    }

    static Duration untilNight(ZonedDateTime now) {
        ZonedDateTime night = now.with(NIGHT);
        return Duration.between(
                now, night.isAfter(now) ? night : now.plusDays(1).with(NIGHT));
    }

    @Override
    public void close() {
        nights.shutdownNow();
    }
}
