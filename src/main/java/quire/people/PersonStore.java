package quire.people;

import java.text.CollationKey;
import java.text.Collator;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import quire.store.Row;
import quire.store.Sql;
import quire.store.Transaction;

/** The SQL of persons. */
final class PersonStore {

    private PersonStore() {}

    static void insert(Transaction tx, Person person, Instant now) {
        bind(
                        tx.sql(
                                "insert into person (id, name, email, email_folded, post, registration, organisation, ended_on,"
                                        + " font, size, spacing, background, created_at, changed_at) values (:id, :name, :email,"
                                        + " :folded, :post, :registration, :organisation, :ended, :font, :size, :spacing,"
                                        + " :background, :now, :now)"),
                        person)
                .with("now", now)
                .run();
    }

    static void update(Transaction tx, Person person, Instant now) {
        bind(
                        tx.sql("update person set name = :name, email = :email, email_folded = :folded, post = :post,"
                                + " registration = :registration, organisation = :organisation, ended_on = :ended,"
                                + " font = :font, size = :size, spacing = :spacing, background = :background,"
                                + " changed_at = :now where id = :id"),
                        person)
                .with("now", now)
                .run();
    }

    static Optional<Person> find(Transaction tx, String id) {
        return tx.sql("select * from person where id = :id").with("id", id).find(PersonStore::read);
    }

    /** Makes whoever else changes these people wait until the work ends. */
    static void holdByEmail(Transaction tx, SortedSet<String> folded) {
        for (String email : folded) {
            tx.sql("select id from person where email_folded = :folded")
                    .with("folded", email)
                    .forUpdate()
                    .find(row -> row.text("id"));
        }
    }

    /** The person as nobody else can change them until the work ends. */
    static Optional<Person> hold(Transaction tx, String id) {
        return tx.sql("select * from person where id = :id")
                .with("id", id)
                .forUpdate()
                .find(PersonStore::read);
    }

    static Optional<Person> findByEmail(Transaction tx, String folded) {
        return tx.sql("select * from person where email_folded = :folded")
                .with("folded", folded)
                .find(PersonStore::read);
    }

    static List<Person> list(Transaction tx) {
        return byName(tx.sql("select * from person order by id").list(PersonStore::read));
    }

    static List<Person> ofOrganisation(Transaction tx, String organisation) {
        return byName(tx.sql("select * from person where organisation = :organisation order by id")
                .with("organisation", organisation)
                .list(PersonStore::read));
    }

    /** As people sort names, and the same whatever language a database is set to. */
    private static List<Person> byName(List<Person> people) {
        Collator collator = Collator.getInstance(Locale.UK);
        return people.stream()
                .map(person -> new Sorted(collator.getCollationKey(person.name()), person))
                .sorted(Comparator.comparing(Sorted::key))
                .map(Sorted::person)
                .toList();
    }

    /** A person with their place in the alphabet, which is worked out once and not at every comparison. */
    private record Sorted(CollationKey key, Person person) {}

    private static Sql bind(Sql sql, Person person) {
        Person.Details details = person.details();
        Display display = person.display();
        return sql.with("id", person.id())
                .with("name", details.name())
                .with("email", details.email())
                .with("folded", EmailAddress.folded(details.email()))
                .with("post", details.post())
                .with("registration", details.registration())
                .with("organisation", details.organisation())
                .with("ended", day(person.endedOn()))
                .with("font", Display.word(display.font()))
                .with("size", Display.word(display.size()))
                .with("spacing", Display.word(display.spacing()))
                .with("background", Display.word(display.background()));
    }

    static @Nullable String day(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    private static Person read(Row row) {
        return new Person(
                row.text("id"),
                new Person.Details(
                        row.text("name"),
                        row.text("email"),
                        row.text("post"),
                        row.findText("registration").orElse(null),
                        row.text("organisation")),
                Display.of(row.text("font"), row.text("size"), row.text("spacing"), row.text("background")),
                row.findText("ended_on").map(LocalDate::parse).orElse(null));
    }
}
