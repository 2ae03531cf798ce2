package quire.portfolio;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import quire.core.Digest;
import quire.core.Json;
import quire.core.MediaType;
import quire.store.Row;
import quire.store.Transaction;

/** The SQL of signed records and of the files that were made of them. */
final class SignedRecordStore {

    private static final String COLUMNS = "select document, number, content, digest, signed_at from signed_record";

    private SignedRecordStore() {}

    static void insert(Transaction tx, SignedRecord record) {
        tx.sql("insert into signed_record (document, number, content, digest, mark, signed_at)"
                        + " values (:document, :number, :content, :digest, :mark, :at)")
                .with("document", record.document())
                .with("number", record.number())
                .with("content", record.json())
                .with("digest", record.digest())
                .with("mark", record.mark())
                .with("at", record.at())
                .run();
    }

    /** All of a document, the first one first. */
    static List<SignedRecord> of(Transaction tx, String document) {
        return tx.sql(COLUMNS + " where document = :document order by number")
                .with("document", document)
                .list(SignedRecordStore::record);
    }

    static Optional<SignedRecord> find(Transaction tx, String document, int number) {
        return tx.sql(COLUMNS + " where document = :document and number = :number")
                .with("document", document)
                .with("number", number)
                .find(SignedRecordStore::record);
    }

    /** Those with a short hash; more than one only by a chance that nobody will live to see. */
    static List<SignedRecord> marked(Transaction tx, String mark) {
        return tx.sql(COLUMNS + " where mark = :mark order by document, number")
                .with("mark", mark)
                .list(SignedRecordStore::record);
    }

    /** Those of which a kind of file was not made yet. */
    static List<SignedRecord> unprinted(Transaction tx, int most) {
        return tx.sql("select r.document, r.number, r.content, r.digest, r.signed_at from signed_record r where"
                        + " (select count(*) from rendition n where n.document = r.document and n.number = r.number)"
                        + " < :kinds order by r.signed_at, r.document, r.number limit :most")
                .with("kinds", MediaType.values().length)
                .with("most", most)
                .list(SignedRecordStore::record);
    }

    /** Papers that all had signed before signed records were kept. */
    static List<String> unsealed(Transaction tx) {
        return tx.sql("select distinct s.document from section_state s where s.state = 'LOCKED' and not exists"
                        + " (select 1 from signed_record r where r.document = s.document) order by s.document")
                .list(row -> row.text("document"));
    }

    /** Whether it was kept; not if there is one already. */
    static boolean insert(Transaction tx, Rendition rendition) {
        Map<String, Object> templates = new LinkedHashMap<>();
        rendition.templates().forEach((kind, digest) -> templates.put(kind, digest.hex()));
        return tx.sql("insert into rendition (document, number, kind, digest, size, templates, program, made_at)"
                                + " values (:document, :number, :kind, :digest, :size, :templates, :program, :made)"
                                + " on conflict (document, number, kind) do nothing")
                        .with("document", rendition.document())
                        .with("number", rendition.number())
                        .with("kind", rendition.type().extension())
                        .with("digest", rendition.digest())
                        .with("size", rendition.size())
                        .with("templates", Json.canonical(templates))
                        .with("program", rendition.program())
                        .with("made", rendition.made())
                        .run()
                == 1;
    }

    static Optional<Rendition> rendition(Transaction tx, String document, int number, MediaType type) {
        return tx.sql("select * from rendition where document = :document and number = :number and kind = :kind")
                .with("document", document)
                .with("number", number)
                .with("kind", type.extension())
                .find(SignedRecordStore::rendition);
    }

    /** Those whose bytes are these: papers of one text in one layout look the same. */
    static List<Rendition> renditions(Transaction tx, Digest digest) {
        return tx.sql("select * from rendition where digest = :digest order by document, number, kind")
                .with("digest", digest)
                .list(SignedRecordStore::rendition);
    }

    /** What somebody calls each signed record by its document and number. */
    static List<String> keys(Transaction tx, BiFunction<String, Integer, String> name) {
        return tx.sql("select document, number from signed_record order by document, number")
                .list(row -> name.apply(row.text("document"), row.count("number")));
    }

    /** What somebody calls each file by its document, the number of the signed record and its kind. */
    static List<String> files(Transaction tx, Naming name) {
        return tx.sql("select document, number, kind from rendition order by document, number, kind")
                .list(row -> name.of(row.text("document"), row.count("number"), row.text("kind")));
    }

    /** What somebody calls a file. */
    interface Naming {

        String of(String document, int number, String kind);
    }

    private static SignedRecord record(Row row) {
        return new SignedRecord(
                row.text("document"),
                row.count("number"),
                row.text("content"),
                row.digest("digest"),
                row.instant("signed_at"));
    }

    private static Rendition rendition(Row row) {
        Map<String, Digest> templates = new LinkedHashMap<>();
        Json.readObject(row.text("templates"), "The layouts of a rendition")
                .forEach((kind, hex) -> templates.put(kind, new Digest(String.valueOf(hex))));
        return new Rendition(
                row.text("document"),
                row.count("number"),
                MediaType.valueOf(row.text("kind").toUpperCase(Locale.ROOT)),
                row.digest("digest"),
                row.number("size"),
                templates,
                row.text("program"),
                row.instant("made_at"));
    }
}
