package quire.portfolio;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import quire.convert.FileKind;
import quire.core.Digest;
import quire.core.Json;
import quire.store.Row;
import quire.store.Sql;
import quire.store.Transaction;

/** The SQL of evidence. */
final class EvidenceStore {

    private EvidenceStore() {}

    static void insert(Transaction tx, EvidenceFile file) {
        tx.sql("insert into evidence (id, portfolio, name, kind, size, digest, sent_digest, taken_out, description,"
                        + " confidential, added_by, deputy_of, added_at) values (:id, :portfolio, :name, :kind, :size,"
                        + " :digest, :sent, :out, :description, :confidential, :by, :deputy, :at)")
                .with("id", file.id())
                .with("portfolio", file.portfolio())
                .with("name", file.name())
                .with("kind", file.kind().name())
                .with("size", file.size())
                .with("digest", file.digest())
                .with("sent", file.sent())
                .with("out", Json.write(file.takenOut()))
                .with("description", file.description())
                .with("confidential", file.confidential())
                .with("by", file.by())
                .with("deputy", file.deputyOf())
                .with("at", file.added())
                .run();
        file.supports().forEach(document -> attach(tx, file.id(), document, file.added()));
    }

    static Optional<EvidenceFile> find(Transaction tx, String id) {
        return files(tx, tx.sql("select * from evidence where id = :id").with("id", id)).stream()
                .findFirst();
    }

    /** With what was removed; the first one first. */
    static List<EvidenceFile> ofPortfolio(Transaction tx, String portfolio) {
        return files(
                tx,
                tx.sql("select * from evidence where portfolio = :portfolio order by added_at, id")
                        .with("portfolio", portfolio));
    }

    /** With what was removed; the first one first. */
    static List<EvidenceFile> by(Transaction tx, String person) {
        return files(
                tx,
                tx.sql("select * from evidence where added_by = :person order by added_at, id")
                        .with("person", person));
    }

    /** What supports a document and was not removed; the first one first. */
    static List<EvidenceFile> ofDocument(Transaction tx, String document) {
        return files(
                tx,
                tx.sql("select e.* from evidence e join evidence_support s on s.evidence = e.id"
                                + " where s.document = :document and e.removed_at is null order by e.added_at, e.id")
                        .with("document", document));
    }

    /** What every file that was not removed holds, by the file's id, of all portfolios. */
    static Map<String, Digest> digests(Transaction tx) {
        Map<String, Digest> digests = new LinkedHashMap<>();
        tx.sql("select id, digest from evidence where removed_at is null order by added_at, id")
                .each(row -> digests.put(row.text("id"), row.digest("digest")));
        return digests;
    }

    /** A file with the same content, or that came from the same content, and was not removed. */
    static Optional<EvidenceFile> same(Transaction tx, String portfolio, Digest kept, Digest sent) {
        return files(
                        tx,
                        tx.sql("select * from evidence where portfolio = :portfolio and removed_at is null"
                                        + " and (digest = :kept or sent_digest = :sent) order by added_at, id")
                                .with("portfolio", portfolio)
                                .with("kept", kept)
                                .with("sent", sent))
                .stream()
                .findFirst();
    }

    /** In bytes, without what was removed. */
    static long total(Transaction tx, String portfolio) {
        // PostgreSQL would make a decimal number of a sum.
        return tx.sql("select cast(coalesce(sum(size), 0) as bigint) as total from evidence"
                        + " where portfolio = :portfolio and removed_at is null")
                .with("portfolio", portfolio)
                .get(row -> row.number("total"));
    }

    /** Those of some documents that belong to a portfolio. */
    static Set<String> documents(Transaction tx, String portfolio, Collection<String> ids) {
        return new TreeSet<>(AnyOf.ids(tx, "select id from document where portfolio = :portfolio and id in (:ids)", ids)
                .with("portfolio", portfolio)
                .list(row -> row.text("id")));
    }

    /** How many rows that changed. */
    static void attach(Transaction tx, String id, String document, Instant now) {
        tx.sql("insert into evidence_support (evidence, document, attached_at) values (:id, :document, :now)"
                        + " on conflict (evidence, document) do nothing")
                .with("id", id)
                .with("document", document)
                .with("now", now)
                .run();
    }

    static void detach(Transaction tx, String id, String document) {
        tx.sql("delete from evidence_support where evidence = :id and document = :document")
                .with("id", id)
                .with("document", document)
                .run();
    }

    static void describe(Transaction tx, String id, String description, boolean confidential) {
        tx.sql("update evidence set description = :description, confidential = :confidential where id = :id")
                .with("description", description)
                .with("confidential", confidential)
                .with("id", id)
                .run();
    }

    static void remove(Transaction tx, String id, String by, Instant now) {
        tx.sql("update evidence set removed_by = :by, removed_at = :now where id = :id")
                .with("by", by)
                .with("now", now)
                .with("id", id)
                .run();
    }

    private static List<EvidenceFile> files(Transaction tx, Sql sql) {
        Map<String, EvidenceFile> bare = new LinkedHashMap<>();
        sql.list(EvidenceStore::read).forEach(file -> bare.put(file.id(), file));
        Map<String, List<String>> supports = new LinkedHashMap<>();
        AnyOf.ids(
                        tx,
                        "select evidence, document from evidence_support where evidence in (:ids)"
                                + " order by attached_at, document",
                        bare.keySet())
                .each(row -> supports.computeIfAbsent(row.text("evidence"), id -> new ArrayList<>())
                        .add(row.text("document")));
        return bare.values().stream()
                .map(file -> file.supporting(supports.getOrDefault(file.id(), List.of())))
                .toList();
    }

    private static EvidenceFile read(Row row) {
        return new EvidenceFile(
                row.text("id"),
                row.text("portfolio"),
                row.text("name"),
                FileKind.valueOf(row.text("kind")),
                row.number("size"),
                row.digest("digest"),
                row.digest("sent_digest"),
                words(row.text("taken_out")),
                row.text("description"),
                row.flag("confidential"),
                row.text("added_by"),
                row.findText("deputy_of").orElse(null),
                row.instant("added_at"),
                List.of(),
                row.findInstant("removed_at")
                        .map(at -> new EvidenceFile.Removed(row.text("removed_by"), at))
                        .orElse(null));
    }

    private static List<String> words(String json) {
        return Json.read(json, "What was taken out of a file") instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }
}
