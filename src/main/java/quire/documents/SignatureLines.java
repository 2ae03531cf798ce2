package quire.documents;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import quire.forms.Answers;
import quire.portfolio.Signature;

/** Signatures as the lines of a paper: those that stand, each in its place, and after them those that stand no more. */
public final class SignatureLines {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private SignatureLines() {}

    /**
     * The answers with signatures beside them.
     *
     * @param zone in which a day begins
     */
    public static Answers on(Answers answers, List<Signature> standing, List<Signature> superseded, ZoneId zone) {
        if (standing.isEmpty() && superseded.isEmpty()) {
            return answers;
        }
        Map<String, @Nullable Object> all = new LinkedHashMap<>(answers.values());
        all.put(
                Answers.SIGNATURES,
                Stream.concat(
                                standing.stream().map(signature -> line(signature, null, zone)),
                                superseded.stream().map(signature -> line(signature, signature.superseded(), zone)))
                        .toList());
        return new Answers(all, answers.findings());
    }

    /** The same with no more than the days on which somebody signed, for a paper that does not tell who. */
    static Answers byDay(Answers answers, List<Signature> standing, ZoneId zone) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>(answers.values());
        all.put(
                Answers.SIGNATURES,
                standing.stream()
                        .map(signature -> {
                            Map<String, Object> line = line(signature, null, zone);
                            line.remove("time");
                            return line;
                        })
                        .toList());
        return new Answers(all, answers.findings());
    }

    private static Map<String, Object> line(Signature signature, @Nullable Instant until, ZoneId zone) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("step", BigDecimal.valueOf(signature.step()));
        line.put("role", signature.role());
        line.put("name", signature.name());
        line.put("date", day(signature.at(), zone));
        line.put("time", TIME.format(signature.at().atZone(zone)));
        if (until != null) {
            line.put("superseded", day(until, zone));
        }
        return line;
    }

    private static String day(Instant at, ZoneId zone) {
        return LocalDate.ofInstant(at, zone).toString();
    }
}
