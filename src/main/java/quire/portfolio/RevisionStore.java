package quire.portfolio;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quire.core.Json;
import quire.store.Row;
import quire.store.Transaction;

/** The SQL of revisions and of what was set aside. */
final class RevisionStore {

    private RevisionStore() {}

    static void insert(Transaction tx, String document, Revision revision) {
        tx.sql("insert into revision (document, number, base, section, changes, answers_digest, saved_at)"
                        + " values (:document, :number, :base, :section, :changes, :digest, :at)")
                .with("document", document)
                .with("number", revision.number())
                .with("base", revision.base())
                .with("section", revision.section())
                .with("changes", Json.canonical(revision.changes()))
                .with("digest", revision.answersDigest())
                .with("at", revision.savedAt())
                .run();
    }

    /** The revisions from the first up to a given one. */
    static List<Revision> upTo(Transaction tx, String document, int last) {
        return tx.sql("select * from revision where document = :document and number <= :last order by number")
                .with("document", document)
                .with("last", last)
                .list(RevisionStore::revision);
    }

    static void setAside(
            Transaction tx,
            String document,
            String section,
            int base,
            Map<String, @Nullable Object> answers,
            Instant at) {
        tx.sql("insert into set_aside (document, number, base, section, answers, set_aside_at) values (:document,"
                        + " (select coalesce(max(number), 0) + 1 from set_aside where document = :document),"
                        + " :base, :section, :answers, :at)")
                .with("document", document)
                .with("base", base)
                .with("section", section)
                .with("answers", Json.canonical(answers))
                .with("at", at)
                .run();
    }

    static List<SetAside> setAside(Transaction tx, String document) {
        return tx.sql("select * from set_aside where document = :document order by number")
                .with("document", document)
                .list(row -> new SetAside(
                        row.count("number"),
                        row.text("section"),
                        row.count("base"),
                        Json.readObject(row.text("answers"), "Answers set aside"),
                        row.instant("set_aside_at")));
    }

    private static Revision revision(Row row) {
        return new Revision(
                row.count("number"),
                row.count("base"),
                row.findText("section").orElse(null),
                Json.readObject(row.text("changes"), "The changes of a revision"),
                row.digest("answers_digest"),
                row.instant("saved_at"));
    }
}
