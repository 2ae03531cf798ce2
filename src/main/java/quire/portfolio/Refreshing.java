package quire.portfolio;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import quire.forms.Answers;
import quire.forms.Field;
import quire.forms.Filling;
import quire.forms.Visibility;
import quire.programme.Fill;
import quire.programme.FillSource;
import quire.programme.Row;
import quire.store.Transaction;

/**
 * A draft, brought up to what the record knows now. What somebody has completed stays as they saw it, and so does the head
 * of a paper once somebody has signed it.
 *
 * @param portfolio where the draft belongs
 * @param facts what the record knows of people
 * @param kept the documents that there are
 * @param today the day as of which it is to be true
 * @param zone where days begin
 */
record Refreshing(Portfolio portfolio, RecordFacts facts, KeptDocuments kept, LocalDate today, ZoneId zone) {

    /** What is different; nothing for a paper that is complete, and for one that the year does not foresee any more. */
    Map<String, @Nullable Object> news(Transaction tx, Document document) {
        Placement place = document.place();
        if (place == null || portfolio.closed() != null || Progress.of(document).isWritten()) {
            return Map.of();
        }
        Optional<Row> row = portfolio
                .plan()
                .all()
                .filter(one -> one.id().equals(place.paper()))
                .findFirst();
        return row.map(one -> news(tx, document, one)).orElse(Map.of());
    }

    private Map<String, @Nullable Object> news(Transaction tx, Document document, Row row) {
        Map<String, @Nullable Object> known = new LinkedHashMap<>();
        if (!isSigned(document)) {
            known.putAll(new RecordFill(portfolio, row, today).answers(document.form(), facts));
        }
        Map<String, @Nullable Object> days = new LinkedHashMap<>();
        YearFacts year = new YearFacts(tx, kept, facts, portfolio, row, document, today, zone);
        open(document).forEach(field -> {
            if (row.fills().get(field.id()) instanceof Fill.Drawn drawn) {
                (isDay(drawn) ? days : known).put(field.id(), drawn(document, field, drawn, year));
            }
        });
        AnswerMerge merge = new AnswerMerge(document.answers(), document.answers());
        Map<String, @Nullable Object> news = merge.news(RecordFill.checked(document.form(), known, today));
        days.forEach((field, day) -> {
            if (!news.isEmpty() || document.answers().get(field) == null) {
                news.put(field, day);
            }
        });
        return news;
    }

    private static @Nullable Object drawn(Document document, Field field, Fill.Drawn drawn, YearFacts year) {
        Object filled = new DrawnAnswers(year).of(field, drawn);
        return Filling.joined(field, document.answers().get(field.id()), filled);
    }

    /** A paper that says as of when it is true does not change by that alone. */
    private static boolean isDay(Fill.Drawn drawn) {
        return drawn.sources().stream().allMatch(source -> source.from() == FillSource.From.DAY);
    }

    /** The questions that people see and that nobody has completed. */
    private static List<Field> open(Document document) {
        Visibility sight = Visibility.of(document.form(), Answers.of(document.form(), document.answers()));
        return document.form().sections().stream()
                .filter(section ->
                        sight.shows(section) && !document.state(section.id()).isDone())
                .flatMap(section -> section.fields().stream())
                .toList();
    }

    private static boolean isSigned(Document document) {
        return document.states().values().stream().anyMatch(SectionState::isSigned);
    }

    /** Fills in what is different in a document that is held. */
    void run(Transaction tx, Document document, Act act) {
        Map<String, @Nullable Object> news = news(tx, document);
        if (!news.isEmpty()) {
            Document filled =
                    act.revise(tx, document, act.did("document.filled_in", document), null, document.revision(), news);
            DocumentStore.keepProgress(tx, filled, act.now());
        }
    }
}
