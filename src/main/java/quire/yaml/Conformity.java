package quire.yaml;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import quire.core.Json;

/**
 * Tells quickly that a file is as its schema wants it. It knows the keywords that our schemas use and says no wherever
 * it meets another, so that its yes can be relied on; what is wrong, and how, is left to the library.
 */
final class Conformity {

    private static final Map<String, Pattern> PATTERNS = new ConcurrentHashMap<>();

    private static final Object NOTHING = new Object();

    private final Map<String, @Nullable Object> root;

    private Conformity(Map<String, @Nullable Object> root) {
        this.root = root;
    }

    /**
     * Whether some data is as a schema wants it.
     *
     * @param root the whole schema
     * @param fragment which part of it describes the data: empty for the whole, or {@code #/$defs/…}
     * @param data plain data
     */
    static boolean holds(Map<String, @Nullable Object> root, String fragment, @Nullable Object data) {
        Conformity conformity = new Conformity(root);
        return conformity.fits(fragment.isEmpty() ? root : conformity.named(fragment), data);
    }

    private boolean fits(@Nullable Object schema, @Nullable Object data) {
        if (schema instanceof Boolean all) {
            return all;
        }
        return schema instanceof Map<?, ?> map
                && map.entrySet().stream()
                        .allMatch(keyword -> fits((String) keyword.getKey(), keyword.getValue(), map, data));
    }

    private boolean fits(String keyword, @Nullable Object wanted, Map<?, ?> schema, @Nullable Object data) {
        return switch (keyword) {
            case "$schema", "$id", "$defs", "title", "description", "default", Format.SAYS -> true;
            case "then", "else" -> true; // looked at with “if”
            case "$ref" -> fits(named(Objects.toString(wanted)), data);
            case "allOf" -> list(wanted).stream().allMatch(part -> fits(part, data));
            case "if" -> {
                Object then = schema.get(fits(wanted, data) ? "then" : "else");
                yield then == null || fits(then, data);
            }
            case "type" ->
                wanted instanceof List<?> kinds ? kinds.stream().anyMatch(kind -> is(kind, data)) : is(wanted, data);
            case "const" -> same(wanted, data);
            case "enum" -> list(wanted).stream().anyMatch(one -> same(one, data));
            default -> {
                if (data instanceof Map<?, ?> object) {
                    yield fitsObject(keyword, wanted, schema, object);
                } else if (data instanceof List<?> list) {
                    yield fitsList(keyword, wanted, list);
                } else if (data instanceof String text) {
                    yield fitsText(keyword, wanted, text);
                }
                yield data instanceof BigDecimal number ? fitsNumber(keyword, wanted, number) : isKnown(keyword);
            }
        };
    }

    private boolean fitsObject(String keyword, @Nullable Object wanted, Map<?, ?> schema, Map<?, ?> object) {
        return switch (keyword) {
            case "required" -> object.keySet().containsAll(list(wanted));
            case "properties" ->
                map(wanted).entrySet().stream()
                        .filter(property -> object.containsKey(property.getKey()))
                        .allMatch(property -> fits(property.getValue(), object.get(property.getKey())));
            case "additionalProperties" ->
                object.keySet().stream()
                        .filter(key -> !map(schema.get("properties")).containsKey(key))
                        .allMatch(key -> fits(wanted, object.get(key)));
            case "propertyNames" -> object.keySet().stream().allMatch(key -> fits(wanted, key));
            case "minProperties" -> object.size() >= whole(wanted);
            case "maxProperties" -> object.size() <= whole(wanted);
            default -> isKnown(keyword);
        };
    }

    private boolean fitsList(String keyword, @Nullable Object wanted, List<?> list) {
        return switch (keyword) {
            case "items" -> list.stream().allMatch(entry -> fits(wanted, entry));
            case "minItems" -> list.size() >= whole(wanted);
            case "maxItems" -> list.size() <= whole(wanted);
            case "uniqueItems" -> {
                Set<Object> seen = new HashSet<>();
                yield list.stream()
                        .allMatch(entry -> seen.add(entry == null ? NOTHING : Json.canonical(List.of(entry))));
            }
            default -> isKnown(keyword);
        };
    }

    private static boolean fitsText(String keyword, @Nullable Object wanted, String text) {
        return switch (keyword) {
            case "minLength" -> text.codePointCount(0, text.length()) >= whole(wanted);
            case "maxLength" -> text.codePointCount(0, text.length()) <= whole(wanted);
            case "pattern" ->
                PATTERNS.computeIfAbsent(Objects.toString(wanted), Pattern::compile)
                        .matcher(text)
                        .find();
            default -> isKnown(keyword);
        };
    }

    private static boolean fitsNumber(String keyword, @Nullable Object wanted, BigDecimal number) {
        return switch (keyword) {
            case "minimum" -> number.compareTo((BigDecimal) Objects.requireNonNull(wanted)) >= 0;
            case "maximum" -> number.compareTo((BigDecimal) Objects.requireNonNull(wanted)) <= 0;
            default -> isKnown(keyword);
        };
    }

    /** Whether a keyword is one that says nothing about data of this kind, and not one that is unknown here. */
    private static boolean isKnown(String keyword) {
        return switch (keyword) {
            case "required",
                    "properties",
                    "additionalProperties",
                    "propertyNames",
                    "minProperties",
                    "maxProperties",
                    "items",
                    "minItems",
                    "maxItems",
                    "uniqueItems",
                    "minLength",
                    "maxLength",
                    "pattern",
                    "minimum",
                    "maximum" -> true;
            default -> false;
        };
    }

    private static boolean is(@Nullable Object kind, @Nullable Object data) {
        return switch (Objects.toString(kind)) {
            case "object" -> data instanceof Map;
            case "array" -> data instanceof List;
            case "string" -> data instanceof String;
            case "boolean" -> data instanceof Boolean;
            case "number" -> data instanceof BigDecimal;
            case "integer" ->
                data instanceof BigDecimal number && number.stripTrailingZeros().scale() <= 0;
            case "null" -> data == null;
            default -> false;
        };
    }

    private static boolean same(@Nullable Object one, @Nullable Object other) {
        if (one instanceof BigDecimal left && other instanceof BigDecimal right) {
            return left.compareTo(right) == 0;
        }
        return Objects.equals(one, other);
    }

    /** What a reference within the schema names: {@code #/$defs/line}. */
    private @Nullable Object named(String reference) {
        Object here = reference.startsWith("#/") ? root : null;
        for (String step : reference.substring(Math.min(2, reference.length())).split("/", -1)) {
            here = here instanceof Map<?, ?> map ? map.get(step) : null;
        }
        return here;
    }

    private static List<?> list(@Nullable Object data) {
        return data instanceof List<?> list ? list : List.of();
    }

    private static Map<?, ?> map(@Nullable Object data) {
        return data instanceof Map<?, ?> map ? map : Map.of();
    }

    private static int whole(@Nullable Object data) {
        return data instanceof BigDecimal number ? number.intValue() : 0;
    }
}
