package quire.yaml;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import quire.core.Finding;
import quire.core.Json;
import quire.core.Nearest;

/** Turns what a JSON Schema validator says into sentences for somebody who writes definitions. */
final class SchemaSentences {

    private final Part root;
    private final Format format;

    private SchemaSentences(Part root, Format format) {
        this.root = root;
        this.format = format;
    }

    /** One finding for each error. */
    static List<Finding> of(List<Error> errors, Part root, Format format) {
        SchemaSentences sentences = new SchemaSentences(root, format);
        List<Finding> findings =
                errors.stream().map(sentences::finding).distinct().toList();
        Set<String> mistyped = findings.stream()
                .filter(finding -> finding.code().equals("unknown-key"))
                .map(finding -> parent(finding) + " has no “" + finding.suggestion() + "”.")
                .collect(Collectors.toSet());
        return findings.stream()
                .filter(finding -> !isMistyped(finding, mistyped))
                .toList();
    }

    /** A missing “label” needs no word where “lable” was told to be an unknown key. */
    private static boolean isMistyped(Finding missing, Set<String> mistyped) {
        String message = missing.message();
        int verb = message.lastIndexOf(" has no “");
        return missing.code().equals("missing-key")
                && mistyped.contains(Objects.toString(missing.place().path(), "")
                        + message.substring(verb).replace(" Add it.", ""));
    }

    private static String parent(Finding unknownKey) {
        String path = Objects.toString(unknownKey.place().path(), "");
        return path.substring(0, Math.max(0, path.lastIndexOf('.')));
    }

    private Finding finding(Error error) {
        Whereabouts where = Whereabouts.of(root, elements(error.getInstanceLocation()), format.nouns());
        Part part = where.part();
        Finding own = format.ownWords().of(where, error.getKeyword(), Objects.toString(error.getProperty(), ""));
        if (own != null) {
            return own;
        }
        return switch (error.getKeyword()) {
            case "required" ->
                at(part, "missing-key", where.thing() + " has no “" + error.getProperty() + "”. Add it.");
            case "additionalProperties" ->
                unknownKey(where, Objects.toString(error.getProperty()), known(error, "properties"));
            case "propertyNames" -> name(where, Objects.toString(error.getProperty()), error);
            case "type" -> wrongKind(where, error);
            case "enum" -> choice(where, values(error));
            case "pattern" -> at(part, "format", where.thing() + " is " + shown(part.data()) + ". " + says(error));
            default -> limit(where, error);
        };
    }

    private Finding unknownKey(Whereabouts where, String key, List<String> known) {
        String near = Nearest.to(key, known);
        String say = where.thing() + " does not know the key “" + key + "”.";
        return at(where.part().member(key), "unknown-key", near == null ? say + " It knows " + join(known) + "." : say)
                .suggest(near);
    }

    private Finding name(Whereabouts where, String key, Error error) {
        if (argument(error, 1).contains("regex")) {
            return at(
                    where.part().member(key),
                    "format",
                    "“" + key + "” cannot be an id here. "
                            + at(elements(error.getSchemaLocation().getFragment()), Format.SAYS));
        }
        return unknownKey(where, key, known(error, "enum"));
    }

    private Finding wrongKind(Whereabouts where, Error error) {
        Object data = where.part().data();
        String expected = Arrays.stream(
                        argument(error, 1).replaceAll("[\\[\\]\" ]", "").split(",", -1))
                .map(SchemaSentences::kind)
                .collect(Collectors.joining(" or "));
        if (data == null) {
            return at(where.part(), "kind", where.thing() + " is empty. It must be " + expected + ", or be taken out.");
        }
        boolean needsQuotes = expected.equals("text") && !(data instanceof Map || data instanceof List);
        return at(
                where.part(),
                "kind",
                where.thing() + " is " + shown(data) + ". It must be " + expected + "."
                        + (needsQuotes ? " Put it in quotes." : ""));
    }

    private static String kind(String type) {
        return switch (type) {
            case "string" -> "text";
            case "integer" -> "a whole number";
            case "number" -> "a number";
            case "boolean" -> "true or false";
            case "array" -> "a list";
            default -> "an object with keys";
        };
    }

    private Finding choice(Whereabouts where, List<String> known) {
        Object data = where.part().data();
        String typed = data instanceof String text ? text : "";
        if (where.key().equals("type") && typed.equals("repeat")) {
            return at(where.part(), "unknown-type", where.owner() + " is a repeat, and stands where none can stand.");
        }
        boolean isType = where.key().equals("type");
        String say = isType
                ? where.owner() + " has the type " + shown(data) + "."
                : where.thing() + " is " + shown(data) + ".";
        return at(where.part(), isType ? "unknown-type" : "choice", say + " Use one of: " + join(known) + ".")
                .suggest(Nearest.to(typed, known));
    }

    private Finding limit(Whereabouts where, Error error) {
        String thing = where.thing();
        String bound = argument(error);
        String say =
                switch (error.getKeyword()) {
                    case "minLength" -> thing + " is empty. Write something.";
                    case "maxLength" -> thing + " is too long. It may have at most " + bound + " characters.";
                    case "minimum" ->
                        thing + " is " + shown(where.part().data()) + ". It must be " + bound + " or more.";
                    case "maximum" ->
                        thing + " is " + shown(where.part().data()) + ". It must be " + bound + " or less.";
                    case "minItems" -> few(thing, where.part().entries().size(), bound);
                    case "maxItems" ->
                        thing + " has " + where.part().entries().size() + " entries. It may have at most " + bound
                                + ".";
                    case "uniqueItems" -> thing + " names something twice.";
                    case "minProperties" -> thing + " is empty. Fill it in.";
                    case "maxProperties" ->
                        thing + " has " + where.part().members().size() + " keys. It may have only " + bound + ".";
                    default -> thing + " is not right: " + error.getMessage() + ".";
                };
        return at(where.part(), "limit", say);
    }

    private static String few(String thing, int size, String bound) {
        return thing + (size == 0 ? " is empty." : " has only " + size + ".") + " It needs at least " + bound + ".";
    }

    private static Finding at(Part part, String code, String message) {
        return Finding.error(code, message, part.place());
    }

    /** The names that would have been right. */
    private List<String> known(Error error, String keyword) {
        return names(elements(error.getSchemaLocation().getFragment()), keyword);
    }

    /**
     * The names that the schema would have taken.
     *
     * @param way from the whole schema to the keyword that failed
     * @param keyword where the names stand: {@code enum} inside the one that failed, {@code properties} beside it
     */
    private List<String> names(List<Object> way, String keyword) {
        Object names = at(keyword.equals("enum") ? way : way.subList(0, Math.max(0, way.size() - 1)), keyword);
        if (names instanceof Map<?, ?> map) {
            return List.copyOf(Json.asObject(map).keySet());
        }
        return names instanceof List<?> list
                ? list.stream().map(Objects::toString).toList()
                : List.of();
    }

    /** What the schema says that a pattern asks for. */
    private String says(Error error) {
        List<Object> way = elements(error.getSchemaLocation().getFragment());
        Object says = at(way.subList(0, Math.max(0, way.size() - 1)), Format.SAYS);
        return says == null ? argument(error) : says.toString();
    }

    private @Nullable Object at(List<Object> way, String keyword) {
        Object here = format.schema();
        for (Object step : way) {
            here = step(here, step);
        }
        return step(here, keyword);
    }

    private @Nullable Object step(@Nullable Object here, Object step) {
        if (here instanceof List<?> list && step instanceof Integer index) {
            return list.get(index);
        }
        Map<?, ?> map = here instanceof Map<?, ?> object ? object : Map.of();
        boolean elsewhere = map.containsKey("$ref") && !map.containsKey(step.toString());
        return elsewhere ? step(named(Objects.toString(map.get("$ref"))), step) : map.get(step.toString());
    }

    /** What a reference such as {@code #/$defs/id} means. */
    private @Nullable Object named(String reference) {
        Object here = format.schema();
        for (String name : reference.substring(2).split("/", -1)) {
            here = here instanceof Map<?, ?> map ? map.get(name) : null;
        }
        return here;
    }

    private static List<String> values(Error error) {
        return error.getSchemaNode() == null
                ? List.of()
                : error.getSchemaNode()
                        .valueStream()
                        .map(value -> value.asString())
                        .toList();
    }

    private static List<Object> elements(NodePath path) {
        List<Object> elements = new ArrayList<>();
        for (int i = 0; i < path.getNameCount(); i++) {
            elements.add(path.getElement(i));
        }
        return elements;
    }

    private static String argument(Error error) {
        return argument(error, 0);
    }

    private static String argument(Error error, int index) {
        Object[] arguments = error.getArguments();
        return arguments != null && arguments.length > index ? Objects.toString(arguments[index]) : "";
    }

    private static String join(List<String> names) {
        return String.join(", ", names);
    }

    private static String shown(@Nullable Object data) {
        if (data instanceof Map) {
            return "an object with keys";
        } else if (data instanceof List) {
            return "a list";
        } else if (data instanceof String text) {
            return "“" + (text.length() > 60 ? text.substring(0, 60) + "…" : text) + "”";
        }
        return data instanceof java.math.BigDecimal number ? number.toPlainString() : Objects.toString(data);
    }
}
