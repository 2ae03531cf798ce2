package quire.forms;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quire.core.Ordered;
import quire.merge.Shape;
import quire.merge.Value;

/** How dates are read and printed: {@code 2026-03-14} in data, “14 March 2026” on paper. */
final class Dates {

    static final String PATTERN = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";

    static final Map<String, Object> SCHEMA = Ordered.of("type", "string", "format", "date", "pattern", PATTERN);

    private static final DateTimeFormatter ISO =
            DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter LONG = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.UK);
    private static final List<String> MEMBERS = List.of("iso", "short", "year", "month", "day");

    private Dates() {}

    /** The date that a text names; null if it names none that exists. */
    static @Nullable LocalDate parse(@Nullable Object text) {
        if (!(text instanceof String iso) || !iso.matches(PATTERN)) {
            return null;
        }
        try {
            return LocalDate.parse(iso, ISO);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    static String inWords(LocalDate date) {
        return LONG.format(date);
    }

    /** A date with its members: {@code iso}, {@code short}, and {@code year}, {@code month}, {@code day} in digits. */
    static Value.Shown shown(LocalDate date) {
        String iso = ISO.format(date);
        Map<String, Value> members = new LinkedHashMap<>();
        members.put("iso", new Value.Text(iso));
        members.put("short", new Value.Text(SHORT.format(date)));
        members.put("year", new Value.Text(iso.substring(0, 4)));
        members.put("month", new Value.Text(iso.substring(5, 7)));
        members.put("day", new Value.Text(iso.substring(8)));
        return new Value.Shown(inWords(date), true, members);
    }

    static Value.Shown blank() {
        Map<String, Value> members = new LinkedHashMap<>();
        MEMBERS.forEach(member -> members.put(member, new Value.Text("")));
        return new Value.Shown("", false, members);
    }

    static Shape shape() {
        Map<String, Shape> members = new LinkedHashMap<>();
        MEMBERS.forEach(member -> members.put(member, Shape.plain(Shape.Kind.TEXT)));
        return Shape.plain(Shape.Kind.DATE).with(members);
    }
}
