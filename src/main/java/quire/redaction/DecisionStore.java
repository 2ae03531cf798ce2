package quire.redaction;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import quire.people.Actor;
import quire.store.Row;
import quire.store.Transaction;

/** The SQL of decisions. What was decided before stays on record; the last decision holds. */
final class DecisionStore {

    private DecisionStore() {}

    /** Keeps a decision, and gives the id of its row. */
    static String insert(Transaction tx, String portfolio, Decision decision, Actor actor) {
        String id = UUID.randomUUID().toString();
        tx.sql("insert into redaction (id, portfolio, number, words, kind, removes, by_person, deputy_of, decided_at)"
                        + " values (:id, :portfolio, :number, :words, :kind, :removes, :by, :deputy, :at)")
                .with("id", id)
                .with("portfolio", portfolio)
                .with("number", next(tx, "redaction", portfolio))
                .with("words", decision.text())
                .with("kind", decision.kind())
                .with("removes", decision.removes() ? 1 : 0)
                .with("by", decision.by())
                .with("deputy", actor.deputyOf())
                .with("at", decision.at())
                .run();
        return id;
    }

    /** Those that hold, in the order in which the words were first decided about. */
    static List<Decision> ofPortfolio(Transaction tx, String portfolio) {
        Map<String, Decision> last = new LinkedHashMap<>();
        tx.sql("select words, kind, removes, by_person, decided_at from redaction where portfolio = :portfolio"
                        + " order by number")
                .with("portfolio", portfolio)
                .list(DecisionStore::decision)
                .forEach(decision -> last.put(decision.text(), decision));
        return List.copyOf(last.values());
    }

    private static Decision decision(Row row) {
        return new Decision(
                row.text("words"),
                row.text("kind"),
                row.count("removes") == 1,
                row.text("by_person"),
                row.instant("decided_at"));
    }

    /** Keeps a decision, and gives the id of its row. */
    static String insert(Transaction tx, String portfolio, FileDecision decision, Actor actor) {
        String id = UUID.randomUUID().toString();
        tx.sql("insert into redaction_file (id, portfolio, number, file, digest, shows, by_person, deputy_of,"
                        + " decided_at) values (:id, :portfolio, :number, :file, :digest, :shows, :by, :deputy, :at)")
                .with("id", id)
                .with("portfolio", portfolio)
                .with("number", next(tx, "redaction_file", portfolio))
                .with("file", decision.file())
                .with("digest", decision.digest())
                .with("shows", decision.shows() ? 1 : 0)
                .with("by", decision.by())
                .with("deputy", actor.deputyOf())
                .with("at", decision.at())
                .run();
        return id;
    }

    /** Those that hold, by the id of the file. */
    static Map<String, FileDecision> filesOf(Transaction tx, String portfolio) {
        Map<String, FileDecision> last = new LinkedHashMap<>();
        tx.sql("select file, digest, shows, by_person, decided_at from redaction_file where portfolio = :portfolio"
                        + " order by number")
                .with("portfolio", portfolio)
                .list(DecisionStore::fileDecision)
                .forEach(decision -> last.put(decision.file(), decision));
        return last;
    }

    /** Decisions are counted, since two may be made at the same moment. */
    private static int next(Transaction tx, String table, String portfolio) {
        return tx.sql("select coalesce(max(number), 0) + 1 as next from " + table + " where portfolio = :portfolio")
                .with("portfolio", portfolio)
                .get(row -> row.count("next"));
    }

    private static FileDecision fileDecision(Row row) {
        Instant at = row.instant("decided_at");
        return new FileDecision(
                row.text("file"), row.digest("digest"), row.count("shows") == 1, row.text("by_person"), at);
    }
}
