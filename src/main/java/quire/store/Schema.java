package quire.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jspecify.annotations.Nullable;
import quire.core.Problem;

/**
 * The tables, brought up to date by numbered steps. All steps that are missing are one transaction: what stops half-way
 * has changed nothing.
 */
final class Schema {

    /** Where Flyway notes which steps were done. */
    static final String HISTORY = "schema_history";

    /** What a database wants done before its steps. */
    interface Care {

        Care NONE = new Care() {
            @Override
            public void beforeAnything() {}

            @Override
            public void beforeChange(String step) {}
        };

        /** Whether the database is whole; throws if not. */
        void beforeAnything();

        /**
         * Called only where there is something to lose.
         *
         * @param step the first that will be done
         */
        void beforeChange(String step);
    }

    /**
     * How far the steps are to be done, and what a test adds to them.
     *
     * @param step the last step; null for the newest
     * @param extra locations of more steps
     * @param listeners told of every step
     */
    record Target(@Nullable Step step, List<String> extra, List<Callback> listeners) {

        static final Target NEWEST = new Target(null, List.of(), List.of());

        static Target to(Step step) {
            return new Target(step, List.of(), List.of());
        }
    }

    private final DataSource source;
    private final Dialect dialect;
    private final String name;
    private final Care care;

    Schema(DataSource source, Dialect dialect, String name, Care care) {
        this.source = source;
        this.dialect = dialect;
        this.name = name;
        this.care = care;
    }

    void bringTo(Target target) {
        care.beforeAnything();
        SortedMap<Step, Integer> done = Steps.done(source);
        SortedMap<Step, Integer> known = Steps.known(dialect);
        if (target.extra().isEmpty()) {
            refuseIfNewer(done, known);
        }
        if (!target.equals(Target.NEWEST) || !done.equals(known)) {
            migrate(target, !done.isEmpty());
        }
    }

    /** The last step that was done; empty where there are no tables of ours. */
    Optional<Step> step() {
        SortedMap<Step, Integer> done = Steps.done(source);
        return done.isEmpty() ? Optional.empty() : Optional.of(done.lastKey());
    }

    /** @throws Problem if there is no record, or its tables are not those that this program makes */
    void refuseIfNotCurrent() {
        Step step = step().orElseThrow(() -> Faults.refuse("data-missing", name, "holds no record"));
        int compared = step.compareTo(Steps.newest());
        if (compared < 0) {
            throw Faults.refuse(
                    "data-older",
                    name,
                    "was last used by an older version of Quire. Start the server of this version once, and it is brought"
                            + " up to date");
        } else if (compared > 0) {
            throw newer(step);
        }
    }

    /** Takes away all tables of a place that held nothing before. */
    void clear() {
        configuration(Target.NEWEST).cleanDisabled(false).load().clean();
    }

    private void migrate(Target target, boolean somethingToLose) {
        try {
            Flyway steps = configuration(target).load();
            MigrationInfo[] missing = steps.info().pending();
            if (missing.length > 0 && somethingToLose) {
                care.beforeChange(missing[0].getVersion().getVersion());
            }
            steps.migrate();
        } catch (FlywayException e) {
            throw Trouble.of(e) != null ? e : refusal(e);
        }
    }

    private FluentConfiguration configuration(Target target) {
        List<String> locations = new ArrayList<>(target.extra());
        dialect.folders().forEach(folder -> locations.add("classpath:" + folder));
        return Flyway.configure()
                .dataSource(source)
                .locations(locations.toArray(String[]::new))
                .placeholders(dialect.placeholders())
                .callbacks(target.listeners().toArray(Callback[]::new))
                .group(true)
                .target(target.step() == null ? "latest" : target.step().toString())
                .table(HISTORY)
                .loggers("slf4j");
    }

    private void refuseIfNewer(SortedMap<Step, Integer> done, SortedMap<Step, Integer> known) {
        for (Step step : done.keySet()) {
            if (!known.containsKey(step)) {
                throw newer(step);
            }
        }
    }

    private Problem newer(Step step) {
        return Faults.refuse(
                "data-newer",
                name,
                "was last used by a newer version of Quire (step " + step + "). Start that version or a later one");
    }

    private Problem refusal(FlywayException cause) {
        boolean isStrange = cause.getErrorCode() == CoreErrorCode.VALIDATE_ERROR
                || cause.getErrorCode() == CoreErrorCode.NON_EMPTY_SCHEMA_WITHOUT_SCHEMA_HISTORY_TABLE;
        return isStrange ? notOurs(cause) : notBroughtUpToDate(cause);
    }

    private Problem notOurs(FlywayException cause) {
        return Faults.refuse(
                        "data-schema",
                        name,
                        "was not made by this program or was changed by another one."
                                + " Use the version of Quire that made it, or name another place for the data")
                .because(cause);
    }

    private Problem notBroughtUpToDate(FlywayException cause) {
        return Faults.refuse(
                        "data-migration",
                        name,
                        "could not be brought up to date for this version of Quire, and is as it was."
                                + " Start the version that was used before, and report this fault")
                .because(cause);
    }
}
