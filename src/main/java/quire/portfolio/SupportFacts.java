package quire.portfolio;

import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import quire.programme.Span;
import quire.programme.Support;
import quire.programme.Timetable;

/**
 * What a programme gives everybody, in words, with the days of one year.
 *
 * @param portfolio whose year it is
 */
public record SupportFacts(Portfolio portfolio) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    /** What is given, and how often, in the order in which people name it. */
    public Map<String, String> inWords() {
        Map<String, String> words = new LinkedHashMap<>();
        all().forEach(known -> words.put(
                String.valueOf(known.facts().get("what")),
                String.valueOf(known.facts().get("how_often"))));
        return words;
    }

    List<Known> all() {
        Support support = portfolio.programme().support();
        List<Known> all = new ArrayList<>();
        if (!support.supervision().isEmpty()) {
            all.add(known("supervision", "Supervision", supervision(support.supervision())));
        }
        Span groups = support.groupEvery();
        if (groups != null) {
            all.add(known("reflective-groups", "Reflective group", "Every " + often(groups)));
        }
        BigDecimal days = support.protectedDays();
        if (days != null) {
            all.add(known(
                    "protected-time",
                    "Protected time",
                    days.compareTo(new BigDecimal("0.5")) == 0
                            ? "Half a day every week"
                            : days.toPlainString() + " days every week"));
        }
        Integer caseload = support.caseload();
        if (caseload != null) {
            all.add(known("workload", "Workload", caseload + "% of that of an experienced colleague"));
        }
        int sessions = support.training(portfolio.choices()).size();
        if (sessions > 0) {
            all.add(known(
                    "training", "Training", sessions + (sessions == 1 ? " session" : " sessions") + " in the year"));
        }
        return all;
    }

    /** Such as “Every week until 3 March 2026, then every 2 weeks until 1 June 2026”. */
    private String supervision(List<Support.Supervision> parts) {
        Timetable dates = portfolio.timetable();
        String text = parts.stream()
                .map(part -> "every " + often(part.every()) + " until " + DAY.format(dates.on(part.until())))
                .collect(Collectors.joining(", then "));
        return "E" + text.substring(1);
    }

    /** “1 week” is “week”. */
    private static String often(Span span) {
        String words = span.toString();
        return words.startsWith("1 ") ? words.substring(2) : words;
    }

    private static Known known(String key, String what, String often) {
        return new Known(key, Map.of("what", what, "how_often", often));
    }
}
