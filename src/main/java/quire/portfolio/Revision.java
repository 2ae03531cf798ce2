package quire.portfolio;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quire.core.Digest;

/**
 * An accepted save. It never changes.
 *
 * @param number from 1, without gaps
 * @param base the revision that whoever saved had in front of them; 0 for the first
 * @param section the section that was saved; null for the first revision and for what was filled in from the record
 * @param changes only the answers that changed, null for one that was cleared
 * @param answersDigest of the canonical JSON of all answers after it
 * @param savedAt when it was saved
 * @param by the id of the person who saved it
 * @param deputyOf the id of the person for whom they did; null if for themselves
 */
public record Revision(
        int number,
        int base,
        @Nullable String section,
        Map<String, @Nullable Object> changes,
        Digest answersDigest,
        Instant savedAt,
        String by,
        @Nullable String deputyOf) {

    public Revision {
        changes = Collections.unmodifiableMap(new LinkedHashMap<>(changes));
    }
}
