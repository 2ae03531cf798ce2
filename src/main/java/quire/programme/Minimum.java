package quire.programme;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quire.core.Ordered;

/**
 * How much there must be of one kind of evidence.
 *
 * @param id unique in the programme
 * @param title the kind, in words
 * @param count how many
 * @param forms the forms whose signed papers count
 * @param entries the repeat whose entries count instead of papers; null where papers count
 * @param inEach the stages that must each have so many; empty for the whole year
 * @param soFar how many there must be by the end of a stage, before the year asks for all of them
 * @param among what must be among them
 * @param when under which settings the rule holds
 * @param source where the rule comes from
 */
public record Minimum(
        String id,
        String title,
        int count,
        List<String> forms,
        @Nullable String entries,
        List<String> inEach,
        Map<String, Integer> soFar,
        List<Among> among,
        When when,
        String source) {

    public Minimum {
        forms = List.copyOf(forms);
        inEach = List.copyOf(inEach);
        soFar = Ordered.copyOf(soFar);
        among = List.copyOf(among);
    }

    /**
     * Some of them must have a certain answer.
     *
     * @param count how many of them
     * @param field the field that is looked at
     * @param answer what it must hold: an item's id, or a truth
     * @param text the same in words, to stand after the number
     */
    public record Among(int count, String field, Object answer, String text) {}

    /**
     * How many there must be when a stage ends: as many as are said for it, else as for the last stage before it.
     *
     * @param stages the stages of the programme in their order
     * @param by the id of the stage; null for the end of the year
     */
    public int neededBy(List<Stage> stages, @Nullable String by) {
        if (by == null || !inEach.isEmpty()) {
            return count;
        }
        int needed = 0;
        for (Stage stage : stages) {
            needed = soFar.getOrDefault(stage.id(), needed);
            if (stage.id().equals(by)) {
                return needed;
            }
        }
        return count;
    }
}
