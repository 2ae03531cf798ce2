package quire.portfolio;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import quire.core.Digest;
import quire.core.Json;
import quire.store.Row;
import quire.store.Transaction;

/** The SQL of published forms and programmes, and of which forms are in use. */
final class PublicationStore {

    private PublicationStore() {}

    /** The digests of everything that is published, by form and version. */
    static Map<String, NavigableMap<Integer, Digest>> forms(Transaction tx) {
        return digests(tx, "select form as id, version, digest from form_publication order by form, version");
    }

    /** The same of programmes. */
    static Map<String, NavigableMap<Integer, Digest>> programmes(Transaction tx) {
        return digests(
                tx, "select programme as id, version, digest from programme_publication order by programme, version");
    }

    private static Map<String, NavigableMap<Integer, Digest>> digests(Transaction tx, String sql) {
        Map<String, NavigableMap<Integer, Digest>> digests = new LinkedHashMap<>();
        tx.sql(sql)
                .each(row -> digests.computeIfAbsent(row.text("id"), id -> new TreeMap<>())
                        .put(row.count("version"), row.digest("digest")));
        return digests;
    }

    static List<Publication> all(Transaction tx) {
        return tx.sql("select form, version, digest, note, published_at, published_by from form_publication"
                        + " order by form, version")
                .list(PublicationStore::publication);
    }

    static List<Publication> of(Transaction tx, String form) {
        return tx.sql("select form, version, digest, note, published_at, published_by from form_publication"
                        + " where form = :form order by version")
                .with("form", form)
                .list(PublicationStore::publication);
    }

    static void insertForm(Transaction tx, Publication publication) {
        tx.sql("insert into form_publication (form, version, digest, note, published_at, published_by)"
                        + " values (:id, :version, :digest, :note, :at, :by)")
                .with("id", publication.form())
                .with("version", publication.version())
                .with("digest", publication.digest())
                .with("note", publication.note())
                .with("at", publication.at())
                .with("by", publication.by())
                .run();
    }

    static void insertProgramme(Transaction tx, Publication publication) {
        tx.sql("insert into programme_publication (programme, version, digest, note, published_at, published_by)"
                        + " values (:id, :version, :digest, :note, :at, :by)")
                .with("id", publication.form())
                .with("version", publication.version())
                .with("digest", publication.digest())
                .with("note", publication.note())
                .with("at", publication.at())
                .with("by", publication.by())
                .run();
    }

    static String canonicalProgramme(Transaction tx, Digest digest) {
        return tx.sql("select canonical from programme_version where digest = :digest")
                .with("digest", digest)
                .get(row -> row.text("canonical"));
    }

    static boolean isStarted(Transaction tx, String form) {
        return tx.sql("select count(*) as papers from document where form = :form")
                        .with("form", form)
                        .get(row -> row.count("papers"))
                > 0;
    }

    /** Whether an answer of some paper names an item of a list. */
    static boolean holds(Transaction tx, String form, String question, String item) {
        boolean[] found = {false};
        tx.sql("select answers from document where form = :form")
                .with("form", form)
                .each(row -> found[0] |= holds(Json.readObject(row.text("answers"), "Answers"), question, item));
        return found[0];
    }

    private static boolean holds(Object data, String question, String item) {
        if (data instanceof List<?> list) {
            return list.stream().anyMatch(one -> one != null && holds(one, question, item));
        }
        return data instanceof Map<?, ?> map
                && map.entrySet().stream()
                        .anyMatch(entry -> entry.getValue() != null
                                && ((entry.getKey().equals(question) && names(entry.getValue(), item))
                                        || holds(entry.getValue(), question, item)));
    }

    private static boolean names(Object answer, String item) {
        return answer.equals(item)
                || (answer instanceof List<?> list
                        && list.stream()
                                .anyMatch(one -> item.equals(one)
                                        || (one instanceof Map<?, ?> entry && item.equals(entry.get("row")))));
    }

    private static Publication publication(Row row) {
        return new Publication(
                row.text("form"),
                row.count("version"),
                row.digest("digest"),
                row.text("note"),
                row.instant("published_at"),
                row.text("published_by"));
    }
}
