package quire.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;

/** The tables, brought up to date by numbered steps that are each done wholly or not at all. */
final class Schema {

    private Schema() {}

    static void bringUpToDate(DataSource source, Path database) {
        refuseIfDamaged(source, database);
        Flyway steps = Flyway.configure()
                .dataSource(source)
                .locations("classpath:quire/store/migrations")
                .table("schema_history")
                .loggers("slf4j")
                .load();
        try {
            refuseIfNewer(steps, database);
            steps.migrate();
        } catch (FlywayException e) {
            throw Faults.refuse(
                            "data-schema",
                            database,
                            "was not made by this program or was changed by another one."
                                    + " Use the version of Quire that made it, or name another data folder")
                    .because(e);
        }
    }

    private static void refuseIfDamaged(DataSource source, Path database) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("pragma quick_check(1)")) {
            String verdict = result.next() ? result.getString(1) : "no answer";
            if (!verdict.equals("ok")) {
                throw Faults.damaged(database, verdict.lines().findFirst().orElse(""));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot check the database", e);
        }
    }

    private static void refuseIfNewer(Flyway steps, Path database) {
        for (MigrationInfo step : steps.info().applied()) {
            if (!step.getState().isResolved()) {
                throw Faults.refuse(
                        "data-newer",
                        database,
                        "was last used by a newer version of Quire (step " + step.getVersion()
                                + "). Start that version or a later one");
            }
        }
    }
}
