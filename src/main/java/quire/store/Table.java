package quire.store;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A table as the database itself describes it.
 *
 * @param name of the table
 * @param columns in their order
 * @param key the columns that tell its rows apart
 */
record Table(String name, List<Column> columns, List<Column> key) {

    /**
     * The tables that are none of the record: how it came about, where a server keeps the files, what backups there are, which
     * work is in hand.
     */
    private static final Set<String> OURS =
            Set.of(Schema.HISTORY, "blob", "blob_part", RestoringServer.MARK, BackupNotes.TABLE, Workbench.TABLE);

    /**
     * A column.
     *
     * @param name of the column
     * @param type as the database calls it, in lower case
     */
    record Column(String name, String type) {

        boolean isText() {
            return type.equals("text");
        }
    }

    /** The tables that hold the record, by name. */
    static List<Table> all(Transaction tx) {
        Connection connection = tx.handle().getConnection();
        try {
            List<Table> tables = new ArrayList<>();
            for (String name : names(connection)) {
                if (!OURS.contains(name)) {
                    tables.add(table(connection, name));
                }
            }
            return tables;
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot read which tables there are", e);
        }
    }

    /** The names of all tables, also those that are none of the record. */
    static List<String> names(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet found = connection
                .getMetaData()
                .getTables(null, connection.getSchema(), "%", new String[] {"TABLE", "PARTITIONED TABLE"})) {
            while (found.next()) {
                names.add(found.getString("TABLE_NAME"));
            }
        }
        names.removeIf(name -> name.startsWith("sqlite_"));
        names.sort(null);
        return names;
    }

    /** A name as it stands in a statement. */
    static String quoted(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    List<String> columnNames() {
        return columns.stream().map(Column::name).toList();
    }

    /** All rows, as they come. */
    String select() {
        return "select " + list() + " from " + quoted(name);
    }

    /** All rows, in an order that is the same on both databases. */
    String selectInOrder(Dialect dialect) {
        List<Column> order = key.isEmpty() ? columns : key;
        return select() + " order by "
                + order.stream()
                        .map(column -> quoted(column.name()) + (column.isText() ? dialect.byBytes() : ""))
                        .collect(Collectors.joining(", "));
    }

    /** One row, with a question mark for every column. */
    String insert() {
        String values = columns.stream().map(column -> "?").collect(Collectors.joining(", "));
        return "insert into " + quoted(name) + " (" + list() + ") values (" + values + ")";
    }

    private String list() {
        return columns.stream().map(column -> quoted(column.name())).collect(Collectors.joining(", "));
    }

    private static Table table(Connection connection, String name) throws SQLException {
        DatabaseMetaData data = connection.getMetaData();
        List<Column> columns = new ArrayList<>();
        try (ResultSet found = data.getColumns(null, connection.getSchema(), name, "%")) {
            while (found.next()) {
                String type = found.getString("TYPE_NAME").toLowerCase(Locale.ROOT);
                columns.add(new Column(found.getString("COLUMN_NAME"), type));
            }
        }
        Set<String> key = new HashSet<>(key(data, connection.getSchema(), name).values());
        return new Table(
                name,
                List.copyOf(columns),
                columns.stream().filter(column -> key.contains(column.name())).toList());
    }

    private static TreeMap<Integer, String> key(DatabaseMetaData data, @Nullable String schema, String table)
            throws SQLException {
        TreeMap<Integer, String> key = new TreeMap<>();
        try (ResultSet found = data.getPrimaryKeys(null, schema, table)) {
            while (found.next()) {
                key.put((int) found.getShort("KEY_SEQ"), found.getString("COLUMN_NAME"));
            }
        }
        return key;
    }
}
