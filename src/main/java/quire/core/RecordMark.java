package quire.core;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a file that was made of a signed record says it is known by. It is a claim, which anybody can write into any file: only
 * the digest of a file proves anything.
 */
public final class RecordMark {

    private static final String SCHEME = "quire-record:";
    private static final Pattern WRITTEN = Pattern.compile(SCHEME + "([0-9a-f]{16})(?![0-9a-f])");

    private RecordMark() {}

    /**
     * As it is written into a file.
     *
     * @param mark the short hash of the record, without spaces
     */
    public static String written(String mark) {
        return SCHEME + mark;
    }

    /** The first short hash in some bytes, whatever they are. */
    public static Optional<String> in(byte[] bytes) {
        Matcher found = WRITTEN.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }
}
