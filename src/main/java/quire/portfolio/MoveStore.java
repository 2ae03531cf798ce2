package quire.portfolio;

import java.util.List;
import java.util.Optional;
import quire.core.Digest;
import quire.core.Json;
import quire.forms.MovedAnswers;
import quire.store.Row;
import quire.store.Transaction;

/** The SQL of drafts that went to another version of their form, and of what that version has no place for. */
final class MoveStore {

    /** An earlier answer as its row holds it. */
    record Kept(EarlierAnswer answer, Digest form) {}

    private MoveStore() {}

    static void insert(Transaction tx, String document, int revision, Digest from, Digest to) {
        tx.sql("insert into document_move (document, revision, from_digest, to_digest)"
                        + " values (:document, :revision, :from, :to)")
                .with("document", document)
                .with("revision", revision)
                .with("from", from)
                .with("to", to)
                .run();
        tx.sql("update document set form_digest = :to where id = :document")
                .with("to", to)
                .with("document", document)
                .run();
    }

    /** The form that a document had after a revision; nothing where it is the one that it has now. */
    static Optional<Digest> formAt(Transaction tx, String document, int revision) {
        return tx
                .sql("select from_digest from document_move where document = :document and revision > :revision"
                        + " order by revision")
                .with("document", document)
                .with("revision", revision)
                .list(row -> row.digest("from_digest"))
                .stream()
                .findFirst();
    }

    /** The forms that a document has had before the one that it has now, the first one first. */
    static List<Digest> formsBefore(Transaction tx, String document) {
        return tx.sql("select from_digest from document_move where document = :document order by revision")
                .with("document", document)
                .list(row -> row.digest("from_digest"));
    }

    /** A document, and the portfolio that it belongs to. */
    record Draft(String document, String portfolio) {}

    /** The documents on a form, in portfolios, that nobody has ever signed; the first one first. */
    static List<Draft> unsigned(Transaction tx, String form) {
        return tx.sql(
                        "select d.id, d.portfolio from document d where d.form = :form and d.portfolio is not null and not"
                                + " exists (select 1 from signature s where s.document = d.id) order by d.created_at, d.id")
                .with("form", form)
                .list(row -> new Draft(row.text("id"), row.text("portfolio")));
    }

    /** Keeps an answer for which there is no place any more; the same of the same person is kept once. */
    static void keep(
            Transaction tx,
            Document document,
            int revision,
            Digest form,
            MovedAnswers.Left left,
            String writer,
            Act act) {
        String answer = Json.canonical(List.of(left.answer()));
        List<Kept> before = earlier(tx, document.id());
        boolean known = before.stream()
                .anyMatch(one -> one.form().equals(form)
                        && one.answer().by().equals(writer)
                        && one.answer().question().equals(left.question())
                        && one.answer().label().equals(left.label())
                        && Json.canonical(List.of(one.answer().answer())).equals(answer));
        if (known) {
            return;
        }
        tx.sql("insert into earlier_answer (document, number, revision, form_digest, section, question, label, answer,"
                        + " kept_at, written_by) values (:document, :number, :revision, :form, :section, :question,"
                        + " :label, :answer, :at, :by)")
                .with("document", document.id())
                .with("number", before.size() + 1)
                .with("revision", revision)
                .with("form", form)
                .with("section", left.section())
                .with("question", left.question())
                .with("label", left.label())
                .with("answer", answer)
                .with("at", act.now())
                .with("by", writer)
                .run();
    }

    /** What is kept of a document, the first one first. */
    static List<Kept> earlier(Transaction tx, String document) {
        return tx.sql("select * from earlier_answer where document = :document order by number")
                .with("document", document)
                .list(MoveStore::kept);
    }

    private static Kept kept(Row row) {
        Object answer = Json.read(row.text("answer"), "An earlier answer");
        if (!(answer instanceof List<?> one) || one.size() != 1 || one.get(0) == null) {
            throw new IllegalStateException("An earlier answer was changed in the database");
        }
        return new Kept(
                new EarlierAnswer(
                        row.count("number"),
                        row.count("revision"),
                        row.text("section"),
                        row.text("question"),
                        row.text("label"),
                        null,
                        one.get(0),
                        row.instant("kept_at"),
                        row.text("written_by")),
                row.digest("form_digest"));
    }
}
