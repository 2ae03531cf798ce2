package quire.people;

import java.text.Collator;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import quire.core.Digest;
import quire.store.Row;
import quire.store.Sql;
import quire.store.Transaction;

/** The SQL of organisations. */
final class OrganisationStore {

    private OrganisationStore() {}

    static void insert(Transaction tx, Organisation organisation, String folded, Instant now) {
        bind(
                        tx.sql(
                                "insert into organisation (id, name, name_folded, address, accent, logo, host, created_at,"
                                        + " changed_at) values (:id, :name, :folded, :address, :accent, :logo, :host, :now, :now)"),
                        organisation,
                        folded)
                .with("now", now)
                .run();
    }

    static void update(Transaction tx, Organisation organisation, String folded, Instant now) {
        bind(
                        tx.sql("update organisation set name = :name, name_folded = :folded, address = :address,"
                                + " accent = :accent, logo = :logo, host = :host, changed_at = :now where id = :id"),
                        organisation,
                        folded)
                .with("now", now)
                .run();
    }

    static Optional<Organisation> find(Transaction tx, String id) {
        return tx.sql("select * from organisation where id = :id")
                .with("id", id)
                .find(OrganisationStore::read);
    }

    static Optional<Organisation> findByName(Transaction tx, String folded) {
        return tx.sql("select * from organisation where name_folded = :folded")
                .with("folded", folded)
                .find(OrganisationStore::read);
    }

    static List<Organisation> list(Transaction tx) {
        return byName(tx.sql("select * from organisation order by id").list(OrganisationStore::read));
    }

    static List<Organisation> members(Transaction tx, String host) {
        return byName(tx.sql("select * from organisation where host = :host order by id")
                .with("host", host)
                .list(OrganisationStore::read));
    }

    /** As people sort names, and the same whatever language a database is set to. */
    private static List<Organisation> byName(List<Organisation> organisations) {
        return organisations.stream()
                .sorted(Comparator.comparing(Organisation::name, Collator.getInstance(Locale.UK)))
                .toList();
    }

    private static Sql bind(Sql sql, Organisation organisation, String folded) {
        Organisation.Details details = organisation.details();
        Digest logo = details.logo();
        return sql.with("id", organisation.id())
                .with("name", details.name())
                .with("folded", folded)
                .with("address", details.address())
                .with("accent", details.accent())
                .with("logo", logo == null ? null : logo.hex())
                .with("host", details.host());
    }

    private static Organisation read(Row row) {
        return new Organisation(
                row.text("id"),
                new Organisation.Details(
                        row.text("name"),
                        row.text("address"),
                        row.findText("accent").orElse(null),
                        row.findText("logo").map(Digest::new).orElse(null),
                        row.findText("host").orElse(null)));
    }
}
