package quire.core;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was published, as plain data. Its canonical JSON and its digest are asked for with every signature, so they are made
 * once. Two of the same content are equal. May be shared between threads.
 */
public final class Definition {

    private final Map<String, @Nullable Object> content;
    private volatile @Nullable String canonical;
    private volatile @Nullable Digest digest;

    public Definition(Map<String, @Nullable Object> content) {
        this.content = Ordered.copyOf(content);
    }

    /** In the order in which it was written. */
    public Map<String, @Nullable Object> content() {
        return content;
    }

    /** The canonical JSON (RFC 8785): what is stored at publishing. */
    public String canonicalJson() {
        String known = canonical;
        if (known == null) {
            known = Json.canonical(content);
            canonical = known;
        }
        return known;
    }

    /** The SHA-256 of {@link #canonicalJson()}. */
    public Digest digest() {
        Digest known = digest;
        if (known == null) {
            known = Digest.of(canonicalJson());
            digest = known;
        }
        return known;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Definition definition && definition.content.equals(content);
    }

    @Override
    public int hashCode() {
        return content.hashCode();
    }

    @Override
    public String toString() {
        return canonicalJson();
    }
}
