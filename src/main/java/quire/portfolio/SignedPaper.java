package quire.portfolio;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import quire.core.Digest;
import quire.core.Ordered;
import quire.forms.Form;

/**
 * What stands on a signed paper: what was signed, and nothing else.
 *
 * @param record the moment in which all had signed
 * @param form as it was when the paper was started
 * @param series which of a series it is, from 1; 0 where there is no series
 * @param answers as the signatures hold them, the record's values under {@code record}
 * @param sections ids of those that it has
 * @param templates the digests of the layouts that the last one signed for, by kind
 * @param standing the signatures that stood, the first one first
 * @param superseded those that stood no more, the first one first
 */
public record SignedPaper(
        SignedRecord record,
        Form form,
        int series,
        Map<String, @Nullable Object> answers,
        Set<String> sections,
        Map<String, Digest> templates,
        List<Signature> standing,
        List<Signature> superseded) {

    public SignedPaper {
        answers = Ordered.copyOf(answers);
        sections = Set.copyOf(sections);
        templates = Ordered.copyOf(templates);
        standing = List.copyOf(standing);
        superseded = List.copyOf(superseded);
    }
}
