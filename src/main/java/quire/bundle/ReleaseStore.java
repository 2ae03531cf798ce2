package quire.bundle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import quire.people.Actor;
import quire.people.Span;
import quire.store.Row;
import quire.store.Transaction;

/** The SQL of releases. */
final class ReleaseStore {

    private static final String COLUMNS =
            "select id, bundle, person, from_day, until_day, released_by, released_at, ended_at from bundle_reader";

    private ReleaseStore() {}

    static void insert(Transaction tx, Release release, Actor actor) {
        tx.sql(
                        "insert into bundle_reader (id, bundle, person, from_day, until_day, released_by, deputy_of, released_at)"
                                + " values (:id, :bundle, :person, :from, :until, :by, :deputy, :at)")
                .with("id", release.id())
                .with("bundle", release.bundle())
                .with("person", release.reader())
                .with("from", release.span().from().toString())
                .with("until", release.lastDay().toString())
                .with("by", release.by())
                .with("deputy", actor.deputyOf())
                .with("at", release.at())
                .run();
    }

    /** Takes one back that was not taken back yet; whether it was not. */
    static boolean end(Transaction tx, String id, Actor actor, Instant now) {
        return tx.sql("update bundle_reader set ended_by = :by, ended_at = :now where id = :id and ended_at is null")
                        .with("by", actor.person())
                        .with("now", now)
                        .with("id", id)
                        .run()
                > 0;
    }

    static Optional<Release> find(Transaction tx, String id) {
        return tx.sql(COLUMNS + " where id = :id").with("id", id).find(ReleaseStore::release);
    }

    /** With those that are over; the newest first. */
    static List<Release> ofBundle(Transaction tx, String bundle) {
        return tx.sql(COLUMNS + " where bundle = :bundle order by released_at desc, id")
                .with("bundle", bundle)
                .list(ReleaseStore::release);
    }

    /** With those that are over; the newest first. */
    static List<Release> ofPerson(Transaction tx, String person) {
        return tx.sql(COLUMNS + " where person = :person order by released_at desc, id")
                .with("person", person)
                .list(ReleaseStore::release);
    }

    private static Release release(Row row) {
        return new Release(
                row.text("id"),
                row.text("bundle"),
                row.text("person"),
                new Span(LocalDate.parse(row.text("from_day")), LocalDate.parse(row.text("until_day"))),
                row.text("released_by"),
                row.instant("released_at"),
                row.findInstant("ended_at").orElse(null));
    }
}
