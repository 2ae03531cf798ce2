package quire.store;

import java.util.List;

/** Rows that point at rows which are still to come: allowed for one transaction, then looked at all together. */
final class PostgresReferences {

    private PostgresReferences() {}

    private record Reference(String table, String name) {}

    static void defer(Transaction tx) {
        for (Reference reference : references(tx)) {
            alter(tx, reference, "deferrable initially deferred");
        }
    }

    static void check(Transaction tx) {
        tx.execute("set constraints all immediate");
        for (Reference reference : references(tx)) {
            alter(tx, reference, "not deferrable");
        }
    }

    private static List<Reference> references(Transaction tx) {
        return tx.sql("select table_name, constraint_name from information_schema.table_constraints"
                        + " where constraint_type = 'FOREIGN KEY' and table_schema = current_schema()"
                        + " order by table_name, constraint_name")
                .list(row -> new Reference(row.text("table_name"), row.text("constraint_name")));
    }

    private static void alter(Transaction tx, Reference reference, String how) {
        tx.execute("alter table " + Table.quoted(reference.table()) + " alter constraint "
                + Table.quoted(reference.name()) + " " + how);
    }
}
