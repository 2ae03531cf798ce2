package quire.yaml;

import org.jspecify.annotations.Nullable;
import quire.core.Finding;

/** What a format says in words of its own where the general ones would help little. */
@FunctionalInterface
public interface OwnWords {

    /** A format that leaves all to the general words. */
    OwnWords NONE = (where, keyword, key) -> null;

    /**
     * The finding in the format's own words; null to leave it to the general ones.
     *
     * @param where what the schema complains of
     * @param keyword the keyword of the schema that failed, for example {@code required}
     * @param key the key that it is about; empty if it is about none
     */
    @Nullable
    Finding of(Whereabouts where, String keyword, String key);
}
