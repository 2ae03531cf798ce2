package quire.web.frame;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Locale;
import java.util.function.LongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quire.core.Digest;

/**
 * Sends a large file whole, or the one stretch of it that is asked for (RFC 9110, section 14). Whoever asks for several at once
 * gets the whole file, as the section allows.
 */
public final class FilePortions {

    private static final Logger LOG = LoggerFactory.getLogger(FilePortions.class);

    private static final Pattern ONE = Pattern.compile("bytes\\s*=\\s*(\\d{0,18})\\s*-\\s*(\\d{0,18})");
    private static final int BUFFER = 64 * 1024;

    /**
     * A file that is sent.
     *
     * @param name what it is called where it is kept
     * @param type its media type
     * @param digest of all of it
     * @param size in bytes; at least 1
     */
    public record Sent(String name, String type, Digest digest, long size) {}

    /**
     * What is asked for: all, one stretch, or one that is not there.
     *
     * @param first the number of the first byte
     * @param last the number of the last one; before the first where nothing is left
     * @param whole whether it is all, because nothing else was asked for in a way that we take up
     */
    record Stretch(long first, long last, boolean whole) {

        /** Reads the header {@code Range} for a file of that size. */
        static Stretch of(@Nullable String range, long size) {
            Matcher one = ONE.matcher(range == null ? "" : range.strip().toLowerCase(Locale.ROOT));
            if (!one.matches() || (one.group(1).isEmpty() && one.group(2).isEmpty())) {
                return all(size);
            }
            if (one.group(1).isEmpty()) {
                long many = Math.min(size, Long.parseLong(one.group(2)));
                return new Stretch(size - many, size - 1, false);
            }
            long first = Long.parseLong(one.group(1));
            long last = one.group(2).isEmpty() ? size - 1 : Long.parseLong(one.group(2));
            boolean backwards = last < first && !one.group(2).isEmpty();
            return backwards ? all(size) : new Stretch(first, Math.min(last, size - 1), false);
        }

        static Stretch all(long size) {
            return new Stretch(0, size - 1, true);
        }

        boolean isThere() {
            return first <= last;
        }

        long length() {
            return last - first + 1;
        }
    }

    private FilePortions() {}

    /**
     * Sends it.
     *
     * @param open opens the file at the byte of that number
     */
    public static void send(Context request, Sent file, LongFunction<InputStream> open) {
        Stretch stretch = asked(request, file);
        request.header("Accept-Ranges", "bytes").header("ETag", tag(file));
        if (!stretch.isThere()) {
            request.status(HttpStatus.RANGE_NOT_SATISFIABLE).header("Content-Range", "bytes */" + file.size());
            return;
        }
        if (!stretch.whole()) {
            String range = "bytes " + stretch.first() + "-" + stretch.last() + "/" + file.size();
            request.status(HttpStatus.PARTIAL_CONTENT).header("Content-Range", range);
        }
        Downloads.start(request, file.name(), file.type());
        request.res().setContentLengthLong(stretch.length());
        if (!isHead(request)) {
            try (InputStream content = open.apply(stretch.first())) {
                // Past the framework, which would pack the bytes once more for whoever takes that.
                copy(content, request.res().getOutputStream(), stretch);
            } catch (IOException cut) {
                LOG.info("A file did not arrive whole: {}", cut.getMessage());
            }
        }
    }

    /** A stretch of another state of the file would be worse than all of it (RFC 9110, 13.1.5). */
    private static Stretch asked(Context request, Sent file) {
        String condition = request.header("If-Range");
        boolean same = condition == null || condition.strip().equals(tag(file));
        return same && !isHead(request) ? Stretch.of(request.header("Range"), file.size()) : Stretch.all(file.size());
    }

    private static boolean isHead(Context request) {
        return request.req().getMethod().equals("HEAD");
    }

    private static String tag(Sent file) {
        return "\"" + file.digest().hex() + "\"";
    }

    /** One portion is always held back, so that a file that turns out at its end to be another one never arrives whole. */
    private static void copy(InputStream content, OutputStream out, Stretch stretch) throws IOException {
        long left = stretch.length();
        byte[] held = content.readNBytes((int) Math.min(BUFFER, left));
        while (held.length > 0) {
            left -= held.length;
            byte[] next = content.readNBytes((int) Math.min(BUFFER, stretch.whole() ? BUFFER : left));
            out.write(held);
            held = next;
        }
        out.flush();
        if (left > 0) {
            throw new IOException("The file is shorter than it was");
        }
    }
}
