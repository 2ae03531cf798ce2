package quire.portfolio;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import quire.people.Actor;
import quire.store.Row;
import quire.store.Transaction;

/** The SQL of comments. */
final class CommentStore {

    private CommentStore() {}

    static void insert(Transaction tx, Comment comment) {
        tx.sql("insert into section_comment (id, portfolio, document, section, answers, text, revision, written_by,"
                        + " deputy_of, written_at) values (:id, :portfolio, :document, :section, :answers, :text,"
                        + " :revision, :by, :deputy, :at)")
                .with("id", comment.id())
                .with("portfolio", comment.portfolio())
                .with("document", comment.document())
                .with("section", comment.section())
                .with("answers", comment.answers())
                .with("text", comment.text())
                .with("revision", comment.revision())
                .with("by", comment.by())
                .with("deputy", comment.deputyOf())
                .with("at", comment.written())
                .run();
    }

    static Optional<Comment> find(Transaction tx, String id) {
        return tx.sql("select * from section_comment where id = :id")
                .with("id", id)
                .find(CommentStore::read);
    }

    /** The first one first. */
    static List<Comment> ofDocument(Transaction tx, String document) {
        return tx.sql("select * from section_comment where document = :document order by written_at, id")
                .with("document", document)
                .list(CommentStore::read);
    }

    /** The first one first. */
    static List<Comment> by(Transaction tx, String person) {
        return tx.sql("select * from section_comment where written_by = :person order by written_at, id")
                .with("person", person)
                .list(CommentStore::read);
    }

    static void dealWith(Transaction tx, String id, String by, Instant now) {
        tx.sql("update section_comment set dealt_with_by = :by, dealt_with_at = :now where id = :id")
                .with("by", by)
                .with("now", now)
                .with("id", id)
                .run();
    }

    static void reopen(Transaction tx, String id) {
        tx.sql("update section_comment set dealt_with_by = null, dealt_with_at = null where id = :id")
                .with("id", id)
                .run();
    }

    static void takeBack(Transaction tx, String id, Instant now) {
        tx.sql("update section_comment set taken_back_at = :now where id = :id")
                .with("now", now)
                .with("id", id)
                .run();
    }

    /** How many conversations are open, by portfolio; none that was asked for is left out. */
    static Map<String, Integer> open(Transaction tx, Collection<String> portfolios) {
        Map<String, Integer> open = new LinkedHashMap<>();
        portfolios.forEach(id -> open.put(id, 0));
        String text = "select portfolio, count(*) as number from section_comment where answers is null"
                + " and dealt_with_at is null and taken_back_at is null and portfolio in (:ids) group by portfolio";
        AnyOf.ids(tx, text, open.keySet()).each(row -> open.put(row.text("portfolio"), row.count("number")));
        return open;
    }

    /** How many conversations are open, by document; those without any are left out. */
    static Map<String, Integer> openByDocument(Transaction tx, String portfolio) {
        Map<String, Integer> open = new LinkedHashMap<>();
        tx.sql(
                        "select document, count(*) as number from section_comment where answers is null and dealt_with_at is null"
                                + " and taken_back_at is null and portfolio = :portfolio group by document")
                .with("portfolio", portfolio)
                .each(row -> open.put(row.text("document"), row.count("number")));
        return open;
    }

    /** Whether somebody has written the same at the same place, and it is still to be seen there. */
    static Optional<Comment> same(Transaction tx, Comment comment) {
        return ofDocument(tx, comment.document()).stream()
                .filter(other -> !other.isTakenBack()
                        && other.isBy(Actor.of(comment.by()))
                        && other.section().equals(comment.section())
                        && other.text().equals(comment.text())
                        && Objects.equals(other.answers(), comment.answers()))
                .findFirst();
    }

    private static Comment read(Row row) {
        return new Comment(
                row.text("id"),
                row.text("portfolio"),
                row.text("document"),
                row.text("section"),
                row.findText("answers").orElse(null),
                row.text("text"),
                row.count("revision"),
                row.text("written_by"),
                row.findText("deputy_of").orElse(null),
                row.instant("written_at"),
                row.findInstant("dealt_with_at")
                        .map(at -> new Comment.DealtWith(row.text("dealt_with_by"), at))
                        .orElse(null),
                row.findInstant("taken_back_at").orElse(null));
    }
}
