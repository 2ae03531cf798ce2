package quire.bundle;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a file says that it is known by, if it is a bundle. It is a claim, which anybody can write into any file: only digests
 * and seals prove anything.
 */
final class BundleMark {

    private static final String SCHEME = "quire-bundle:";
    private static final Pattern WRITTEN =
            Pattern.compile(SCHEME + "([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?![0-9a-f])");

    private BundleMark() {}

    /** As it is written into a file. */
    static String written(String id) {
        return SCHEME + id;
    }

    /** The first such claim in some bytes, whatever they are. */
    static Optional<String> in(byte[] bytes) {
        Matcher found = WRITTEN.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }
}
