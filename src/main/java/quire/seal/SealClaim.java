package quire.seal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What one signature dictionary of a file says (ISO 32000-1, 12.8.1, table 252), as far as it can be what we write: a byte
 * range that leaves out its own contents string and nothing else.
 *
 * @param start where the contents string begins
 * @param end the place after its end
 * @param covered the place after all that the seal covers
 * @param contents the bytes of the string, with the zeros behind the signature
 * @param at when it says that it was sealed; null if it does not
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record SealClaim(
        long start,
        long end,
        long covered,
        byte[] contents,
        @Nullable Instant at) {

    /** In bytes; a signature with many certificates, answers about them and a stamp has less. */
    private static final int LARGEST_STRING = 1_000_000;

    /** How much of the dictionary may stand before the contents, and behind them. */
    private static final int AROUND = 4_096;

    private static final int LONGEST_RANGE = 200;
    private static final Pattern RANGE = Pattern.compile(
            "/ByteRange\\s*\\[\\s*0\\s+([0-9]{1,15})\\s+([0-9]{1,15})\\s+([0-9]{1,15})\\s*\\].*", Pattern.DOTALL);
    private static final Pattern TIME = Pattern.compile("/M\\s*\\((D:[^)]{4,30})\\)");

    /** @param mark where the file says {@code /ByteRange} */
    static Optional<SealClaim> at(FileBytes file, long mark) {
        Matcher range = RANGE.matcher(text(file, mark, mark + LONGEST_RANGE));
        if (!range.matches()) {
            return Optional.empty();
        }
        long start = Long.parseLong(range.group(1));
        long end = Long.parseLong(range.group(2));
        long covered = end + Long.parseLong(range.group(3));
        return end - start < 2 || end - start > LARGEST_STRING || end > file.size()
                ? Optional.empty()
                : at(file, mark, start, end, covered);
    }

    private static Optional<SealClaim> at(FileBytes file, long mark, long start, long end, long covered) {
        String head = text(file, start - AROUND, start);
        String tail = text(file, end, end + AROUND);
        int begins = head.lastIndexOf(" obj");
        int ends = tail.indexOf("endobj");
        long from = start - head.length() + begins;
        boolean isOneObject = begins >= 0
                && ends >= 0
                && head.stripTrailing().endsWith("/Contents")
                && ((mark > from && mark < start) || (mark >= end && mark < end + ends));
        Optional<byte[]> contents =
                isOneObject ? Hexadecimal.string(file.stretch(start, end)) : Optional.<byte[]>empty();
        return contents.map(bytes ->
                new SealClaim(start, end, covered, bytes, time(head.substring(begins) + tail.substring(0, ends))));
    }

    private static @Nullable Instant time(String dictionary) {
        Matcher time = TIME.matcher(dictionary);
        return time.find() ? PdfTime.read(time.group(1)) : null;
    }

    private static String text(FileBytes file, long from, long to) {
        return new String(file.stretch(from, to), StandardCharsets.ISO_8859_1);
    }
}
