package quire.portfolio;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import quire.store.Row;
import quire.store.Transaction;

/** The SQL of requests to open papers again. */
final class ReopeningStore {

    private ReopeningStore() {}

    /** All of a document, the first one first. */
    static List<Reopening> of(Transaction tx, String document) {
        return tx.sql("select * from reopening where document = :document order by number")
                .with("document", document)
                .list(ReopeningStore::read);
    }

    static Optional<Reopening> find(Transaction tx, String document, int number) {
        return tx.sql("select * from reopening where document = :document and number = :number")
                .with("document", document)
                .with("number", number)
                .find(ReopeningStore::read);
    }

    /** Those that wait for an answer, wherever, the first one first. */
    static List<Reopening> open(Transaction tx) {
        return tx.sql("select * from reopening where outcome is null order by asked_at, document")
                .list(ReopeningStore::read);
    }

    static void insert(Transaction tx, Reopening asked) {
        tx.sql(
                        "insert into reopening (document, number, sections, reason, signatures, asked_by, asked_deputy, asked_at)"
                                + " values (:document, :number, :sections, :reason, :signatures, :by, :deputy, :at)")
                .with("document", asked.document())
                .with("number", asked.number())
                .with("sections", String.join(" ", asked.sections()))
                .with("reason", asked.reason())
                .with("signatures", asked.signatures())
                .with("by", asked.by())
                .with("deputy", asked.deputyOf())
                .with("at", asked.at())
                .run();
    }

    static void answer(Transaction tx, Reopening asked, Reopening.Answer answer) {
        tx.sql("update reopening set outcome = :outcome, words = :words, answered_by = :by, answer_deputy = :deputy,"
                        + " answered_at = :at where document = :document and number = :number and outcome is null")
                .with("outcome", answer.outcome().name())
                .with("words", answer.words())
                .with("by", answer.by())
                .with("deputy", answer.deputyOf())
                .with("at", answer.at())
                .with("document", asked.document())
                .with("number", asked.number())
                .run();
    }

    private static Reopening read(Row row) {
        return new Reopening(
                row.text("document"),
                row.count("number"),
                Arrays.asList(row.text("sections").split(" ", -1)),
                row.text("reason"),
                row.digest("signatures"),
                row.text("asked_by"),
                row.findText("asked_deputy").orElse(null),
                row.instant("asked_at"),
                row.findText("outcome").map(outcome -> answer(row, outcome)).orElse(null));
    }

    private static Reopening.Answer answer(Row row, String outcome) {
        return new Reopening.Answer(
                Reopening.Outcome.valueOf(outcome),
                row.text("words"),
                row.text("answered_by"),
                row.findText("answer_deputy").orElse(null),
                row.instant("answered_at"));
    }
}
