package quire.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import quire.core.Problem;

/** A database of a server that a backup is being restored into, marked as such so that nobody works on half of it. */
final class RestoringServer implements Restoring {

    /** A table that is there while the rest is not whole. */
    static final String MARK = "restoring";

    private final RecordServer server;
    private boolean finished;

    private RestoringServer(RecordServer server) {
        this.server = server;
    }

    static RestoringServer into(RecordServer server) {
        try (Connection connection = PostgresPools.patient(server).getConnection()) {
            PostgresPools.check(connection, server.name());
            if (!Table.names(connection).isEmpty()) {
                refuseRows(connection, server);
                // An earlier attempt was stopped, or a server was started once and nobody came.
                Postgres.schema(server).clear();
            }
            return new RestoringServer(server);
        } catch (SQLException e) {
            throw Faults.whileOpening(new IllegalStateException("Cannot look into the database", e), server.name());
        }
    }

    /** @throws Problem if a restore into this database was begun and never finished */
    static void refuseUnfinished(Connection connection, String name) throws SQLException {
        if (Table.names(connection).contains(MARK)) {
            throw Faults.refuse(
                    "data-unfinished",
                    name,
                    "holds a restore that was not finished. Run quire restore again, or empty the database");
        }
    }

    @Override
    public Database open(Schema.Target target) {
        Postgres.schema(server).bringTo(target);
        execute("create table " + MARK + " (since timestamptz not null default now())");
        return Database.around(Postgres.restoring(server, Database.PATIENCE));
    }

    @Override
    public void finish() {
        execute("drop table " + MARK);
        finished = true;
    }

    @Override
    public void close() {
        if (!finished) {
            Postgres.schema(server).clear();
        }
    }

    private void execute(String sql) {
        try (Connection connection = PostgresPools.patient(server).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw Faults.whileWorking(new IllegalStateException("Cannot mark the database", e));
        }
    }

    private static void refuseRows(Connection connection, RecordServer server) throws SQLException {
        List<String> tables = Table.names(connection);
        if (tables.contains(MARK)) {
            return;
        }
        boolean isOurs = tables.remove(Schema.HISTORY);
        for (String table : tables) {
            if (!isOurs || hasRows(connection, table)) {
                throw Faults.refuse(
                        "data-not-empty",
                        server.name(),
                        "is not empty: it holds the table " + table
                                + ". A backup is only restored into an empty database. Make a new one, or name another");
            }
        }
    }

    private static boolean hasRows(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select 1 from " + Table.quoted(table) + " limit 1")) {
            return row.next();
        }
    }
}
