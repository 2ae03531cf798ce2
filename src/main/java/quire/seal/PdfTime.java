package quire.seal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Moments as a PDF file writes them (ISO 32000-1, 7.9.4). */
final class PdfTime {

    private static final Pattern WRITTEN = Pattern.compile("D:([0-9]{4})([0-9]{2})([0-9]{2})([0-9]{2})([0-9]{2})"
            + "([0-9]{2})(?:Z(?:00'?(?:00'?)?)?|([+-][0-9]{2})'?([0-9]{2})?'?)?");

    private PdfTime() {}

    /** The moment to the second; null if it says less than that, or nothing. One that names no zone is taken for UTC. */
    static @Nullable Instant read(String text) {
        Matcher written = WRITTEN.matcher(text);
        if (!written.matches()) {
            return null;
        }
        try {
            return LocalDateTime.of(
                            number(written, 1),
                            number(written, 2),
                            number(written, 3),
                            number(written, 4),
                            number(written, 5),
                            number(written, 6))
                    .toInstant(zone(written));
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    private static ZoneOffset zone(Matcher written) {
        int hours = number(written, 7);
        int minutes = number(written, 8);
        return ZoneOffset.ofHoursMinutes(hours, hours < 0 ? -minutes : minutes);
    }

    private static int number(Matcher written, int group) {
        String digits = written.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
