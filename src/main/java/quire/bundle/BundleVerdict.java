package quire.bundle;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import quire.core.Digest;

/**
 * Whether a file is a bundle of this installation, as it was made. It names nobody.
 *
 * @param kind what was found
 * @param file the digest of the file
 * @param title what the bundle is called; empty where nothing is known
 * @param number which version it is; 0 where nothing is known
 * @param made when it was made; null where nothing is known
 * @param changed the titles of what is not as it was; empty where all is, or nobody can say
 */
public record BundleVerdict(
        Kind kind,
        Digest file,
        String title,
        int number,
        @Nullable Instant made,
        List<String> changed) {

    public BundleVerdict {
        changed = List.copyOf(changed);
    }

    /** What can be said of a file. */
    public enum Kind {
        /** A bundle bit by bit, and the newest of its kind. */
        UNCHANGED,
        /** A bundle bit by bit; a later version was made since. */
        SUPERSEDED,
        /** It says that it is a bundle, and its bytes are others. */
        CHANGED,
        /** Nothing is known of it. */
        UNKNOWN
    }

    static BundleVerdict unknown(Digest file) {
        return new BundleVerdict(Kind.UNKNOWN, file, "", 0, null, List.of());
    }

    public boolean isKnown() {
        return kind != Kind.UNKNOWN;
    }

    public boolean isGood() {
        return kind == Kind.UNCHANGED;
    }
}
