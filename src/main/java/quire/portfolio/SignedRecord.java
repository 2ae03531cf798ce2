package quire.portfolio;

import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import quire.core.Digest;
import quire.core.Json;

/**
 * A paper as it was when the last of those who sign it had signed. It never changes; a paper that is opened and signed again
 * has a further one.
 *
 * @param document the paper
 * @param number its place among the signed records of the paper, from 1
 * @param json which form it is, which signatures stood, and which stood no more: canonical
 * @param digest of the JSON
 * @param at when the last of the signatures was given
 */
public record SignedRecord(String document, int number, String json, Digest digest, Instant at) {

    private static final int MARK = 16;
    private static final Pattern GROUP = Pattern.compile("(.{4})(?!$)");

    static String mark(Digest digest) {
        return digest.hex().substring(0, MARK);
    }

    /** The short hash that the paper is known by, without spaces. */
    public String mark() {
        return mark(digest);
    }

    /** The short hash as it is printed, in groups that a person can compare. */
    public String printedMark() {
        return GROUP.matcher(mark()).replaceAll("$1 ");
    }

    /** As plain JSON data. */
    Map<String, @Nullable Object> content() {
        return Json.readObject(json, "A signed record");
    }
}
