package quire.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceException;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quire.store.Database;
import quire.store.Workbench;

/** Sees to it that work is done that nobody waits for. May be shared between threads. */
public final class Jobs implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);
    private static final ZoneId ENGLAND = ZoneId.of("Europe/London");

    /** The name under which the library keeps work of which there is only one. */
    private static final String ONLY_ONE = RecurringTask.INSTANCE;

    /**
     * How quickly it is noticed that work is due, and that whoever was at it has died: when it has given no sign of life for
     * four times as long as it should.
     *
     * @param look how often to look
     * @param alive how often whoever is at work says so
     */
    record Pace(Duration look, Duration alive) {

        static final Pace USUAL = new Pace(Duration.ofSeconds(5), Duration.ofSeconds(15));
    }

    private final Workbench bench;
    private final Scheduler scheduler;
    private final Clock clock;
    private final ExecutorService messenger = Executors.newSingleThreadExecutor(new Daemons("jobs-messenger"));

    private Jobs(Workbench bench, Scheduler scheduler, Clock clock) {
        this.bench = bench;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** Begins. Work that was due meanwhile is done at once. */
    public static Jobs start(Database database, List<Job> jobs, Clock clock) {
        return start(database, jobs, clock, Pace.USUAL);
    }

    static Jobs start(Database database, List<Job> jobs, Clock clock, Pace pace) {
        Workbench bench = database.workbench();
        Scheduler scheduler = Scheduler.create(bench.source())
                .tableName(Workbench.TABLE)
                .startTasks(jobs.stream().map(Jobs::task).toList())
                .threads(2)
                .pollingInterval(pace.look())
                .heartbeatInterval(pace.alive())
                .missedHeartbeatsLimit(4)
                .serializer(new JsonData())
                .alwaysPersistTimestampInUTC()
                .shutdownMaxWait(Duration.ofSeconds(10))
                .clock(clock::instant)
                .build();
        scheduler.start();
        return new Jobs(bench, scheduler, clock);
    }

    /** Has work done as soon as somebody is free for it. Returns at once; if it is lost, the work is done in its own time. */
    public void nudge(String name) {
        try {
            messenger.execute(() -> hurry(name));
        } catch (RejectedExecutionException e) {
            LOG.debug("Nothing is begun any more: {}", name, e);
        }
    }

    /** Waits a little for work that has been begun; what it was at is begun again at the next start. */
    @Override
    public void close() {
        messenger.shutdownNow();
        scheduler.stop();
        bench.close();
    }

    private void hurry(String name) {
        try {
            scheduler.reschedule(TaskInstanceId.of(name, ONLY_ONE), clock.instant());
            scheduler.triggerCheckForDueExecutions();
        } catch (TaskInstanceException e) {
            // Somebody is at it now, and goes on until nothing is left.
            LOG.debug("Already at it: {}", name, e);
        } catch (RuntimeException e) {
            LOG.warn("Could not hurry {}", name, e);
        }
    }

    private static RecurringTask<Void> task(Job job) {
        return Tasks.recurring(job.name(), schedule(job.rhythm()))
                .execute((instance, context) -> job.work().run());
    }

    private static Schedule schedule(Job.Rhythm rhythm) {
        return rhythm instanceof Job.Rhythm.After after
                ? Schedules.fixedDelay(after.pause())
                : Schedules.daily(ENGLAND, ((Job.Rhythm.Daily) rhythm).time());
    }
}
