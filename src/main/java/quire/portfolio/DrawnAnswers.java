package quire.portfolio;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quire.forms.Field;
import quire.forms.RepeatField;
import quire.programme.Fill;
import quire.programme.FillSource;

/**
 * The answers that the record of the year gives to a paper's questions.
 *
 * @param facts what the record knows
 */
record DrawnAnswers(YearFacts facts) {

    /** The filled parts of an answer; null where the record knows nothing. */
    @Nullable
    Object of(Field field, Fill.Drawn drawn) {
        if (!(field instanceof RepeatField repeat)) {
            return single(drawn.sources().get(0));
        }
        List<Object> entries = new ArrayList<>();
        for (FillSource source : drawn.sources()) {
            entries.addAll(repeat.rows() == null ? entries(source) : rows(source));
        }
        return entries;
    }

    private @Nullable Object single(FillSource source) {
        FillSource.Take take = source.take();
        return take == null ? null : facts.one(source, source.of()).answer(take);
    }

    /** One entry for each thing, named for ever, so that what people write beside it stays with it. */
    private List<Map<String, Object>> entries(FillSource source) {
        return facts.all(source).stream()
                .map(known -> entry("id", known.key(), known, source))
                .toList();
    }

    private List<Map<String, Object>> rows(FillSource source) {
        List<Map<String, Object>> rows = new ArrayList<>();
        source.rows().forEach((row, named) -> rows.add(entry("row", row, facts.one(source, named), source)));
        return rows;
    }

    private static Map<String, Object> entry(String name, String value, Known known, FillSource source) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put(name, value);
        source.as().forEach((column, take) -> {
            Object answer = known.answer(take);
            if (answer != null) {
                entry.put(column, answer);
            }
        });
        return entry;
    }
}
