package quire.convert;

import java.util.Set;

/**
 * What is left of a file.
 *
 * @param content to keep
 * @param removed what is no longer in it
 */
record Cleaned(Content content, Set<Removal> removed) {

    Cleaned {
        removed = Set.copyOf(removed);
    }

    static Cleaned asItCame(byte[] file) {
        return new Cleaned(Content.of(file), Set.of());
    }
}
