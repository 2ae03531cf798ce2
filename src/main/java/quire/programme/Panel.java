package quire.programme;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quire.core.Ordered;

/**
 * A panel that reads bundles.
 *
 * @param id unique in the programme
 * @param title what it is called
 * @param requiredWhen under which settings the programme must have it; elsewhere it is recommended
 * @param recipes the bundles it reads
 * @param papers the papers it writes
 * @param members how many of each role there must be at least
 * @param minutesEach how long it talks about one portfolio, in minutes; null for no rule
 * @param outcomes what it can decide; empty if it decides nothing
 * @param sample which portfolios it reads; null for all
 * @param steps what is done when
 * @param source where it comes from
 */
public record Panel(
        String id,
        String title,
        When requiredWhen,
        List<String> recipes,
        List<String> papers,
        Map<String, Integer> members,
        @Nullable Integer minutesEach,
        List<String> outcomes,
        @Nullable Sample sample,
        List<Step> steps,
        String source) {

    public Panel {
        recipes = List.copyOf(recipes);
        papers = List.copyOf(papers);
        members = Ordered.copyOf(members);
        outcomes = List.copyOf(outcomes);
        steps = List.copyOf(steps);
    }

    /** How many people there must be at least. */
    public int quorum() {
        return members.values().stream().mapToInt(Integer::intValue).sum();
    }

    /**
     * Which portfolios are read.
     *
     * @param percent how many of a hundred are drawn
     * @param always what is read besides: {@code fail}, {@code borderline}
     */
    public record Sample(int percent, List<String> always) {

        public Sample {
            always = List.copyOf(always);
        }
    }

    /**
     * One step of the way to a panel and back.
     *
     * @param due when
     * @param by the role that does it
     * @param task what is done
     */
    public record Step(DueRule due, String by, String task) {}
}
