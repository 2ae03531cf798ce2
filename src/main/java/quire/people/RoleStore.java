package quire.people;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import quire.store.Row;
import quire.store.Transaction;

/** The SQL of roles. */
final class RoleStore {

    private RoleStore() {}

    static void insert(Transaction tx, HeldRole held, Instant now) {
        tx.sql("insert into held_role (id, person, role, organisation, from_day, until_day, given_at)"
                        + " values (:id, :person, :role, :organisation, :from, :until, :now)")
                .with("id", held.id())
                .with("person", held.person())
                .with("role", held.role().word())
                .with("organisation", held.organisation())
                .with("from", held.span().from().toString())
                .with("until", PersonStore.day(held.span().until()))
                .with("now", now)
                .run();
    }

    static void setUntil(Transaction tx, HeldRole held) {
        tx.sql("update held_role set until_day = :until where id = :id")
                .with("until", PersonStore.day(held.span().until()))
                .with("id", held.id())
                .run();
    }

    static Optional<HeldRole> find(Transaction tx, String id) {
        return tx.sql("select * from held_role where id = :id").with("id", id).find(RoleStore::read);
    }

    /** With what has ended and what has not begun; the earliest first. */
    static List<HeldRole> ofPerson(Transaction tx, String person) {
        return tx.sql("select * from held_role where person = :person order by from_day, role, id")
                .with("person", person)
                .list(RoleStore::read);
    }

    /** Everybody's, with what has ended and what has not begun. */
    static List<HeldRole> all(Transaction tx) {
        return tx.sql("select * from held_role order by from_day, role, id").list(RoleStore::read);
    }

    /** With what has ended and what has not begun; the earliest first. */
    static List<HeldRole> holders(Transaction tx, String organisation, Role role) {
        return tx.sql("select * from held_role where organisation = :organisation and role = :role"
                        + " order by from_day, id")
                .with("organisation", organisation)
                .with("role", role.word())
                .list(RoleStore::read);
    }

    /** Whether anybody with a password and access can look after the installation on a day. */
    static boolean hasOperator(Transaction tx, LocalDate day) {
        return tx.sql("select count(*) as operators from held_role h join account a on a.person = h.person"
                                + " join person p on p.id = h.person where h.role = 'operator' and a.password is not null"
                                + " and h.from_day <= :day and (h.until_day is null or h.until_day >= :day)"
                                + " and (p.ended_on is null or p.ended_on >= :day)")
                        .with("day", day.toString())
                        .get(row -> row.number("operators"))
                > 0;
    }

    private static HeldRole read(Row row) {
        return new HeldRole(
                row.text("id"),
                row.text("person"),
                Role.find(row.text("role"))
                        .orElseThrow(() -> new IllegalStateException("No such role: " + row.text("role"))),
                row.text("organisation"),
                span(row));
    }

    static Span span(Row row) {
        return new Span(
                LocalDate.parse(row.text("from_day")),
                row.findText("until_day").map(LocalDate::parse).orElse(null));
    }
}
