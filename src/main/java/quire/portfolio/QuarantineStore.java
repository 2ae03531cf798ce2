package quire.portfolio;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import quire.core.Digest;
import quire.store.Row;
import quire.store.Transaction;

/** The SQL of files that wait for the virus scanner. */
final class QuarantineStore {

    private QuarantineStore() {}

    static void insert(Transaction tx, QuarantinedFile file) {
        tx.sql("insert into quarantined_file (id, portfolio, name, size, digest, description, confidential, supports,"
                        + " added_by, deputy_of, added_at) values (:id, :portfolio, :name, :size, :digest, :description,"
                        + " :confidential, :supports, :by, :deputy, :at)")
                .with("id", file.id())
                .with("portfolio", file.portfolio())
                .with("name", file.name())
                .with("size", file.size())
                .with("digest", file.content() == null ? null : file.content().hex())
                .with("description", file.note().description())
                .with("confidential", file.note().confidential())
                .with("supports", String.join(" ", file.note().supports()))
                .with("by", file.by())
                .with("deputy", file.deputyOf())
                .with("at", file.at())
                .run();
    }

    /** Those of a portfolio, also the refused ones; the first one first. */
    static List<QuarantinedFile> ofPortfolio(Transaction tx, String portfolio) {
        return tx.sql("select * from quarantined_file where portfolio = :portfolio order by added_at, id")
                .with("portfolio", portfolio)
                .list(QuarantineStore::read);
    }

    /** Those of all portfolios that wait; the first one first. */
    static List<QuarantinedFile> waiting(Transaction tx) {
        return tx.sql("select * from quarantined_file where refusal is null order by added_at, id")
                .list(QuarantineStore::read);
    }

    static Optional<QuarantinedFile> find(Transaction tx, String id) {
        return tx.sql("select * from quarantined_file where id = :id")
                .with("id", id)
                .find(QuarantineStore::read);
    }

    /** Keeps why it was refused, and forgets its content. */
    static void refuse(Transaction tx, String id, String refusal) {
        tx.sql("update quarantined_file set refusal = :refusal, digest = null where id = :id")
                .with("refusal", refusal)
                .with("id", id)
                .run();
    }

    /** Whether it was still there. */
    static boolean delete(Transaction tx, String id) {
        return tx.sql("delete from quarantined_file where id = :id")
                        .with("id", id)
                        .run()
                > 0;
    }

    private static QuarantinedFile read(Row row) {
        return new QuarantinedFile(
                row.text("id"),
                row.text("portfolio"),
                row.text("name"),
                row.number("size"),
                row.findText("digest").map(Digest::new).orElse(null),
                new EvidenceNote(row.text("description"), ids(row.text("supports")), row.flag("confidential")),
                row.text("added_by"),
                row.findText("deputy_of").orElse(null),
                row.instant("added_at"),
                row.findText("refusal").orElse(null));
    }

    private static Set<String> ids(String words) {
        return words.isEmpty() ? Set.of() : new TreeSet<>(List.of(words.split(" ", -1)));
    }
}
