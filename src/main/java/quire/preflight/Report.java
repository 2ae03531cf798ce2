package quire.preflight;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of the rules of a set.
 *
 * @param isMeant whether the set is about such a file
 * @param lines one for each rule, in the order of the set
 */
public record Report(RuleSet set, boolean isMeant, List<Line> lines) {

    public Report {
        lines = List.copyOf(lines);
    }

    /** A rule and what was found of it. */
    public record Line(Rule rule, Judgement judgement) {

        public Outcome outcome() {
            return judgement.outcome();
        }

        Map<String, @Nullable Object> asJson() {
            Map<String, @Nullable Object> json = new LinkedHashMap<>();
            json.put("rule", rule.id());
            json.put("text", rule.text());
            json.put("outcome", outcome().word());
            json.put("sentence", judgement.sentence());
            json.put("pages", judgement.pages());
            json.put("source", rule.source());
            return json;
        }
    }

    /** How many rules ended so. */
    public int count(Outcome outcome) {
        return (int) lines.stream().filter(line -> line.outcome() == outcome).count();
    }

    /** Whether no rule is broken. */
    public boolean isGood() {
        return count(Outcome.FAIL) == 0;
    }

    /** As plain JSON data. */
    public Map<String, @Nullable Object> asJson() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("rules", set.id());
        json.put("title", set.title());
        for (Outcome outcome : Outcome.values()) {
            json.put(outcome.word(), count(outcome));
        }
        json.put("lines", lines.stream().map(Line::asJson).toList());
        return json;
    }
}
