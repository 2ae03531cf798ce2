package quire.portfolio;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import quire.programme.Row;
import quire.store.Transaction;

/**
 * The head of a draft, brought up to what the record knows now.
 *
 * @param portfolio where the draft belongs
 * @param facts what the record knows
 * @param today the day as of which it is to be true
 */
record Refreshing(Portfolio portfolio, RecordFacts facts, LocalDate today) {

    /** What is different; nothing for a paper that is complete, and for one that the year does not foresee any more. */
    Map<String, @Nullable Object> news(Document document) {
        Placement place = document.place();
        if (place == null || portfolio.closed() != null || isDone(document)) {
            return Map.of();
        }
        Optional<Row> row = portfolio
                .plan()
                .all()
                .filter(one -> one.id().equals(place.paper()))
                .findFirst();
        if (row.isEmpty()) {
            return Map.of();
        }
        Map<String, @Nullable Object> known =
                new RecordFill(portfolio, row.get(), today).answers(document.form(), facts);
        return new AnswerMerge(document.answers(), document.answers()).news(known);
    }

    /** Whether it is complete, or somebody has signed for how it is. */
    private static boolean isDone(Document document) {
        return Progress.of(document).isWritten()
                || document.states().values().stream().anyMatch(SectionState::isSigned);
    }

    /** Fills in what is different in a document that is held. */
    void run(Transaction tx, Document document, Act act) {
        Map<String, @Nullable Object> news = news(document);
        if (!news.isEmpty()) {
            Document filled =
                    act.revise(tx, document, act.did("document.filled_in", document), null, document.revision(), news);
            DocumentStore.keepProgress(tx, filled, act.now());
        }
    }
}
