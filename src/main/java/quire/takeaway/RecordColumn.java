package quire.takeaway;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import quire.core.Json;
import quire.core.Ordered;
import quire.core.Problem;
import quire.store.Row;
import quire.store.Sql;

/**
 * A column of a table that travels.
 *
 * @param name in the database and in the file
 * @param kind what stands in it
 * @param optional whether nothing may stand in it
 * @param key whether it is one of those that tell the rows apart
 */
record RecordColumn(String name, Kind kind, boolean optional, boolean key) {

    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
    /** What may stand in an address of ours. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,80}");

    private static final long MOST_BYTES = 1L << 53;

    /** What stands in a column. */
    enum Kind {
        TEXT,
        COUNT,
        /** A number that may be large. */
        BYTES,
        FLAG,
        DAY,
        MOMENT,
        DIGEST,
        /** JSON as a text, because its digest counts every character. */
        JSON,
        /** The id of somebody who has to be known. */
        PERSON,
        /** The id of whoever did something: somebody known, or a guest, or the word for the program itself. */
        ACTOR,
        ORGANISATION,
        PORTFOLIO,
        DOCUMENT,
        EVIDENCE,
        COMMENT,
        FORM,
        PROGRAMME;

        private boolean isNumber() {
            return this == COUNT || this == BYTES;
        }

        private boolean isDigest() {
            return this == DIGEST || this == FORM || this == PROGRAMME;
        }
    }

    /** As it is written in {@link RecordTables}: {@code *number:count}, {@code closed_on:day?}. */
    static RecordColumn of(String written) {
        boolean key = written.startsWith("*");
        boolean optional = written.endsWith("?");
        String bare = written.substring(key ? 1 : 0, written.length() - (optional ? 1 : 0));
        String[] parts = bare.split(":", 2);
        Kind kind = parts.length == 1 ? Kind.TEXT : Kind.valueOf(parts[1].toUpperCase(Locale.ROOT));
        return new RecordColumn(parts[0], kind, optional, key);
    }

    /** What stands there, as plain JSON data. */
    @Nullable
    Object read(Row row) {
        return switch (kind) {
            case COUNT, BYTES -> row.number(name);
            case FLAG -> row.flag(name);
            default -> optional ? row.findText(name).orElse(null) : row.text(name);
        };
    }

    /** The same from the data of a file: numbers are whole ones then. */
    @Nullable
    Object taken(@Nullable Object data) {
        return kind.isNumber() && data instanceof BigDecimal number ? (Object) number.longValueExact() : data;
    }

    void bind(Sql sql, @Nullable Object value) {
        if (value instanceof Long number) {
            sql.with(name, number);
        } else if (value instanceof Boolean truth) {
            sql.with(name, truth);
        } else {
            sql.with(name, (String) value);
        }
    }

    /** Whether the data of a file may stand there. */
    boolean fits(@Nullable Object data) {
        if (data == null) {
            return optional;
        } else if (kind == Kind.FLAG) {
            return data instanceof Boolean;
        } else if (kind.isNumber()) {
            return data instanceof BigDecimal number
                    && isWhole(number, kind == Kind.COUNT ? Integer.MAX_VALUE : MOST_BYTES);
        }
        return data instanceof String text && fits(text);
    }

    private boolean fits(String text) {
        return switch (kind) {
            case DAY -> isDay(text);
            case MOMENT -> MOMENT.matcher(text).matches() && isMoment(text);
            case DIGEST, FORM, PROGRAMME -> DIGEST.matcher(text).matches();
            case JSON -> isJson(text);
            case TEXT -> name.equals("id") ? ID.matcher(text).matches() : !key || !text.isBlank();
            default -> ID.matcher(text).matches();
        };
    }

    private static boolean isWhole(BigDecimal number, long most) {
        return number.signum() >= 0
                && number.compareTo(BigDecimal.valueOf(most)) <= 0
                && number.stripTrailingZeros().scale() <= 0;
    }

    private static boolean isDay(String text) {
        try {
            return LocalDate.parse(text).toString().equals(text);
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isMoment(String text) {
        try {
            return Instant.parse(text).isAfter(Instant.EPOCH);
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isJson(String text) {
        try {
            return Json.read(text, "A text") != null;
        } catch (Problem e) {
            return false;
        }
    }

    /** What the JSON Schema of the file says of it. */
    Map<String, @Nullable Object> schema() {
        Map<String, @Nullable Object> schema = new LinkedHashMap<>();
        String type = kind.isNumber() ? "integer" : kind == Kind.FLAG ? "boolean" : "string";
        schema.put("type", optional ? List.of(type, "null") : type);
        if (kind.isNumber()) {
            schema.put("minimum", 0L);
        } else if (kind.isDigest()) {
            schema.put("pattern", "^[0-9a-f]{64}$");
        } else if (kind == Kind.DAY) {
            schema.put("format", "date");
        } else if (kind == Kind.MOMENT) {
            schema.put("format", "date-time");
        } else if (kind == Kind.JSON) {
            schema.put("contentMediaType", "application/json");
        }
        if (!kind.isDigest() && kind.compareTo(Kind.PERSON) >= 0) {
            schema.put("description", "The id of one: " + kind.name().toLowerCase(Locale.ROOT));
        }
        return Ordered.copyOf(schema);
    }
}
