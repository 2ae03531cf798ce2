package quire.programme;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much there must be of one kind of evidence.
 *
 * @param id unique in the programme
 * @param title the kind, in words
 * @param count how many
 * @param forms the forms whose signed papers count
 * @param entries the repeat whose entries count instead of papers; null where papers count
 * @param inEach the stages that must each have so many; empty for the whole year
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
        List<Among> among,
        When when,
        String source) {

    public Minimum {
        forms = List.copyOf(forms);
        inEach = List.copyOf(inEach);
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
}
