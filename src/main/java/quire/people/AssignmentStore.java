package quire.people;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import quire.store.Row;
import quire.store.Transaction;

/** The SQL of assignments. */
final class AssignmentStore {

    private AssignmentStore() {}

    static void insert(Transaction tx, Assignment assignment, Instant now) {
        tx.sql("insert into assignment (id, portfolio, role, person, deputy_for, from_day, until_day, made_at)"
                        + " values (:id, :portfolio, :role, :person, :deputy, :from, :until, :now)")
                .with("id", assignment.id())
                .with("portfolio", assignment.portfolio())
                .with("role", assignment.role().word())
                .with("person", assignment.person())
                .with("deputy", assignment.deputyFor())
                .with("from", assignment.span().from().toString())
                .with("until", PersonStore.day(assignment.span().until()))
                .with("now", now)
                .run();
    }

    static void setUntil(Transaction tx, Assignment assignment) {
        tx.sql("update assignment set until_day = :until where id = :id")
                .with("until", PersonStore.day(assignment.span().until()))
                .with("id", assignment.id())
                .run();
    }

    static Optional<Assignment> find(Transaction tx, String id) {
        return tx.sql("select * from assignment where id = :id").with("id", id).find(AssignmentStore::read);
    }

    /** With what has ended and what has not begun; the earliest first. */
    static List<Assignment> ofPortfolio(Transaction tx, String portfolio) {
        return tx.sql("select * from assignment where portfolio = :portfolio order by from_day, role, id")
                .with("portfolio", portfolio)
                .list(AssignmentStore::read);
    }

    /** With what has ended and what has not begun; the earliest first. */
    static List<Assignment> all(Transaction tx) {
        return tx.sql("select * from assignment order by id").list(AssignmentStore::read);
    }

    static List<Assignment> ofPerson(Transaction tx, String person) {
        return tx.sql("select * from assignment where person = :person order by from_day, portfolio, id")
                .with("person", person)
                .list(AssignmentStore::read);
    }

    private static Assignment read(Row row) {
        return new Assignment(
                row.text("id"),
                row.text("portfolio"),
                PortfolioRole.find(row.text("role"))
                        .orElseThrow(() -> new IllegalStateException("No such role: " + row.text("role"))),
                row.text("person"),
                row.findText("deputy_for").orElse(null),
                RoleStore.span(row));
    }
}
