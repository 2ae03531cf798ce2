package quire.portfolio;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import quire.programme.FillSource;

/**
 * What a paper works out from what people have typed in it.
 *
 * @param answers the answers of the paper
 */
record OwnFacts(Map<String, @Nullable Object> answers) {

    Known of(List<String> fields, FillSource source) {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        if (fields.size() == 1) {
            facts.put("entries", entries(fields.get(0), source.without()));
        } else if (fields.size() == 2) {
            facts.put("days_between", days(fields.get(0), fields.get(1)));
        }
        return new Known("", facts);
    }

    private BigDecimal entries(String table, @Nullable String without) {
        long count = answers.get(table) instanceof List<?> entries
                ? entries.stream()
                        .filter(entry ->
                                without == null || !(entry instanceof Map<?, ?> map) || map.get(without) == null)
                        .count()
                : 0;
        return BigDecimal.valueOf(count);
    }

    /** None while one of the dates is not known, or they stand the wrong way round. */
    private @Nullable BigDecimal days(String first, String last) {
        return day(first)
                .flatMap(from -> day(last).map(until -> ChronoUnit.DAYS.between(from, until)))
                .filter(days -> days >= 0)
                .map(BigDecimal::valueOf)
                .orElse(null);
    }

    private Optional<LocalDate> day(String field) {
        try {
            return answers.get(field) instanceof String text ? Optional.of(LocalDate.parse(text)) : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty(); // a draft may hold what is no date yet
        }
    }
}
