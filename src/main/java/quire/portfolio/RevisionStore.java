package quire.portfolio;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import quire.core.Json;
import quire.store.Row;
import quire.store.Transaction;

/** The SQL of revisions and of what was set aside. */
final class RevisionStore {

    private RevisionStore() {}

    static void insert(Transaction tx, String document, Revision revision) {
        tx.sql("insert into revision (document, number, base, section, changes, answers_digest, saved_at,"
                        + " saved_by, deputy_of) values (:document, :number, :base, :section, :changes, :digest, :at,"
                        + " :by, :deputy)")
                .with("document", document)
                .with("number", revision.number())
                .with("base", revision.base())
                .with("section", revision.section())
                .with("changes", Json.canonical(revision.changes()))
                .with("digest", revision.answersDigest())
                .with("at", revision.savedAt())
                .with("by", revision.by())
                .with("deputy", revision.deputyOf())
                .run();
    }

    /** The revisions from the first up to a given one. */
    static List<Revision> upTo(Transaction tx, String document, int last) {
        return tx.sql("select * from revision where document = :document and number <= :last order by number")
                .with("document", document)
                .with("last", last)
                .list(RevisionStore::revision);
    }

    /** Keeps what was refused, under the next number. */
    static SetAside setAside(Transaction tx, String document, Function<Integer, SetAside> refused) {
        int number = tx.sql("select coalesce(max(number), 0) + 1 as next from set_aside where document = :document")
                .with("document", document)
                .get(row -> row.count("next"));
        SetAside aside = refused.apply(number);
        tx.sql("insert into set_aside (document, number, base, section, answers, clashes, set_aside_at, sent_by,"
                        + " deputy_of) values (:document, :number, :base, :section, :answers, :clashes, :at, :by,"
                        + " :deputy)")
                .with("document", document)
                .with("number", number)
                .with("base", aside.base())
                .with("section", aside.section())
                .with("answers", Json.canonical(aside.answers()))
                .with("clashes", DocumentStore.joined(new TreeSet<>(aside.clashes())))
                .with("at", aside.at())
                .with("by", aside.by())
                .with("deputy", aside.deputyOf())
                .run();
        return aside;
    }

    static List<SetAside> setAside(Transaction tx, String document) {
        return tx.sql("select * from set_aside where document = :document order by number")
                .with("document", document)
                .list(RevisionStore::setAside);
    }

    /** Keeps of what was set aside what another version of the form has a place for. */
    static void refit(Transaction tx, String document, int number, Map<String, @Nullable Object> answers) {
        tx.sql("update set_aside set answers = :answers where document = :document and number = :number")
                .with("answers", Json.canonical(answers))
                .with("document", document)
                .with("number", number)
                .run();
    }

    static void settle(Transaction tx, String document, int number, Instant now) {
        tx.sql("update set_aside set settled_at = :now where document = :document and number = :number")
                .with("now", now)
                .with("document", document)
                .with("number", number)
                .run();
    }

    private static SetAside setAside(Row row) {
        return new SetAside(
                row.count("number"),
                row.text("section"),
                row.count("base"),
                Json.readObject(row.text("answers"), "Answers set aside"),
                Set.copyOf(DocumentStore.parted(row.text("clashes"))),
                row.instant("set_aside_at"),
                row.text("sent_by"),
                row.findText("deputy_of").orElse(null),
                row.findInstant("settled_at").orElse(null));
    }

    private static Revision revision(Row row) {
        return new Revision(
                row.count("number"),
                row.count("base"),
                row.findText("section").orElse(null),
                Json.readObject(row.text("changes"), "The changes of a revision"),
                row.digest("answers_digest"),
                row.instant("saved_at"),
                row.text("saved_by"),
                row.findText("deputy_of").orElse(null));
    }
}
