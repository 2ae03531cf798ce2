package quire.portfolio;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import quire.store.Row;
import quire.store.Transaction;

/** The SQL of what people have read. */
final class VisitStore {

    private static final String UNREAD = "select d.portfolio, r.document, r.section, coalesce(l.revision, 0) as read,"
            + " max(r.number) as saved, max(r.saved_at) as saved_at from revision r"
            + " join document d on d.id = r.document"
            + " left join section_reading l on l.document = r.document and l.section = r.section and l.person = :person"
            + " where %s and d.portfolio is not null and r.section is not null and r.number > coalesce(l.revision, 0)"
            // Nobody has to be told what they wrote themselves.
            + " and r.saved_by <> :person"
            + " group by d.portfolio, r.document, r.section, l.revision order by saved_at, r.document, r.section";

    private VisitStore() {}

    static Optional<LastRead> find(Transaction tx, String person, String document, String section) {
        return tx.sql("select * from section_reading where person = :person and document = :document"
                        + " and section = :section")
                .with("person", person)
                .with("document", document)
                .with("section", section)
                .find(VisitStore::reading);
    }

    /** The one read last comes first. */
    static List<LastRead> by(Transaction tx, String person) {
        return tx.sql("select * from section_reading where person = :person order by read_at desc, document, section")
                .with("person", person)
                .list(VisitStore::reading);
    }

    /** Of two pages that were open at once, the one that showed more counts. */
    static void keep(Transaction tx, LastRead reading) {
        tx.sql("insert into section_reading (person, document, section, revision, read_at)"
                        + " values (:person, :document, :section, :revision, :at)"
                        + " on conflict (person, document, section) do update set revision = case"
                        + " when section_reading.revision > :revision then section_reading.revision else :revision end,"
                        + " read_at = :at")
                .with("person", reading.person())
                .with("document", reading.document())
                .with("section", reading.section())
                .with("revision", reading.revision())
                .with("at", reading.at())
                .run();
    }

    /** The one saved first comes first. */
    static List<Unread> inDocument(Transaction tx, String person, String document) {
        return tx.sql(UNREAD.formatted("r.document = :document"))
                .with("person", person)
                .with("document", document)
                .list(VisitStore::unread);
    }

    /** The one saved first comes first. */
    static List<Unread> inPortfolios(Transaction tx, String person, Collection<String> portfolios) {
        return AnyOf.ids(tx, UNREAD.formatted("d.portfolio in (:ids)"), portfolios)
                .with("person", person)
                .list(VisitStore::unread);
    }

    private static LastRead reading(Row row) {
        return new LastRead(
                row.text("person"),
                row.text("document"),
                row.text("section"),
                row.count("revision"),
                row.instant("read_at"));
    }

    private static Unread unread(Row row) {
        return new Unread(
                row.text("portfolio"),
                row.text("document"),
                row.text("section"),
                row.count("read"),
                row.count("saved"),
                row.instant("saved_at"));
    }
}
