package quire.core;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a person should know about what they handed in: what is wrong, where, and what to do about it.
 *
 * @param severity how much it matters
 * @param code the stable name of this kind of finding, for programs: lower case with hyphens
 * @param message a plain English sentence that a person can act on
 * @param place where it is
 * @param suggestion what to write instead, if that is known
 */
public record Finding(
        Severity severity,
        String code,
        String message,
        Place place,
        @Nullable String suggestion) {

    public static Finding error(String code, String message, Place place) {
        return new Finding(Severity.ERROR, code, message, place, null);
    }

    public static Finding warning(String code, String message, Place place) {
        return new Finding(Severity.WARNING, code, message, place, null);
    }

    public static Finding note(String code, String message, Place place) {
        return new Finding(Severity.NOTE, code, message, place, null);
    }

    public Finding suggest(@Nullable String newSuggestion) {
        return new Finding(severity, code, message, place, newSuggestion);
    }

    public Finding at(Place newPlace) {
        return new Finding(severity, code, message, newPlace, suggestion);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    public static boolean anyError(Collection<Finding> findings) {
        return findings.stream().anyMatch(Finding::isError);
    }

    /** The finding as plain JSON data, for programs; what is not known is left out. */
    public Map<String, @Nullable Object> asJson() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("severity", severity.name().toLowerCase(Locale.ROOT));
        json.put("code", code);
        json.put("message", message);
        json.putAll(place.asJson());
        if (suggestion != null) {
            json.put("suggestion", suggestion);
        }
        return json;
    }

    /** One line for a terminal: {@code error unknown-key: … (place). Did you mean …?}. */
    @Override
    public String toString() {
        StringBuilder line = new StringBuilder();
        line.append(severity.name().toLowerCase(Locale.ROOT)).append(' ').append(code);
        line.append(": ").append(message);
        String where = place.toString();
        if (!where.isEmpty()) {
            line.append(" (").append(where).append(')');
        }
        if (suggestion != null) {
            line.append(" Did you mean “").append(suggestion).append("”?");
        }
        return line.toString();
    }
}
