package quire.programme;

import java.util.List;

/**
 * Something that no bundle may hold.
 *
 * @param forms papers of these forms
 * @param evidence files of these kinds
 * @param because why, in one sentence
 * @param source where the rule comes from
 */
public record Never(List<String> forms, List<String> evidence, String because, String source) {

    public Never {
        forms = List.copyOf(forms);
        evidence = List.copyOf(evidence);
    }
}
