package quire.people;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import quire.store.Row;
import quire.store.Transaction;

/** The SQL of what is written down for others. */
final class RecordingStore {

    private RecordingStore() {}

    static void insert(Transaction tx, Recording one) {
        tx.sql("insert into recording (document, role, said_by, recorded_by, deputy_of, name, recorded_at)"
                        + " values (:document, :role, :said, :by, :deputy, :name, :at)")
                .with("document", one.document())
                .with("role", one.role())
                .with("said", one.saidBy())
                .with("by", one.by())
                .with("deputy", one.deputyOf())
                .with("name", one.name())
                .with("at", one.at())
                .run();
    }

    static Optional<Recording> find(Transaction tx, String document, String role) {
        return tx.sql("select * from recording where document = :document and role = :role")
                .with("document", document)
                .with("role", role)
                .find(RecordingStore::read);
    }

    static List<Recording> ofDocument(Transaction tx, String document) {
        return tx.sql("select * from recording where document = :document order by recorded_at, role")
                .with("document", document)
                .list(RecordingStore::read);
    }

    /** The parts of a paper that somebody writes down for others. */
    static Set<String> roles(Transaction tx, String person, String document) {
        return Set.copyOf(tx.sql("select role from recording where document = :document and recorded_by = :person")
                .with("document", document)
                .with("person", person)
                .list(row -> row.text("role")));
    }

    static void confirm(Transaction tx, String document, String role, LocalDate day) {
        tx.sql("update recording set confirmed_on = :day where document = :document and role = :role")
                .with("day", day.toString())
                .with("document", document)
                .with("role", role)
                .run();
    }

    private static Recording read(Row row) {
        return new Recording(
                row.text("document"),
                row.text("role"),
                row.text("said_by"),
                row.text("recorded_by"),
                row.findText("deputy_of").orElse(null),
                row.text("name"),
                row.instant("recorded_at"),
                row.findText("confirmed_on").map(LocalDate::parse).orElse(null));
    }
}
