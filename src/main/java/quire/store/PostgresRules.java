package quire.store;

import java.util.List;

/** What PostgreSQL asks of every row, put off for one transaction: references, and the triggers that keep rows as they are. */
final class PostgresRules {

    private PostgresRules() {}

    private record Reference(String table, String name) {}

    static void loosen(Transaction tx) {
        for (Reference reference : references(tx)) {
            alter(tx, reference.table(), constraint(reference, "deferrable initially deferred"));
        }
        for (Table table : Table.all(tx)) {
            alter(tx, table.name(), "disable trigger user");
        }
    }

    static void tighten(Transaction tx) {
        tx.execute("set constraints all immediate");
        for (Reference reference : references(tx)) {
            alter(tx, reference.table(), constraint(reference, "not deferrable"));
        }
        for (Table table : Table.all(tx)) {
            alter(tx, table.name(), "enable trigger user");
        }
    }

    private static List<Reference> references(Transaction tx) {
        return tx.sql("select table_name, constraint_name from information_schema.table_constraints"
                        + " where constraint_type = 'FOREIGN KEY' and table_schema = current_schema()"
                        + " order by table_name, constraint_name")
                .list(row -> new Reference(row.text("table_name"), row.text("constraint_name")));
    }

    private static String constraint(Reference reference, String how) {
        return "alter constraint " + Table.quoted(reference.name()) + " " + how;
    }

    private static void alter(Transaction tx, String table, String how) {
        tx.execute("alter table " + Table.quoted(table) + " " + how);
    }
}
