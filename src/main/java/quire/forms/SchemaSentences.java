package quire.forms;

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

/** Turns what a JSON Schema validator says into sentences for somebody who writes forms. */
final class SchemaSentences {

    /** What each pattern of the schema asks for. */
    static final Map<String, String> PATTERNS = Map.of(
            "^[a-z][a-z0-9_]{0,39}$",
            "Use a lower-case letter first, then lower-case letters, digits and underscores, 40 in all at most.",
            "^[a-z][a-z0-9-]{0,39}$",
            "Use a lower-case letter first, then lower-case letters, digits and hyphens, 40 in all at most.",
            "^[A-Za-z0-9][A-Za-z0-9_-]{0,79}\\.docx$",
            "Write the name of a Word file without folders, such as agreement.docx.",
            "^[A-Za-z0-9][A-Za-z0-9_-]{0,79}\\.html$",
            "Write the name of an HTML file without folders, such as agreement.html.",
            "^(on_sign|on_document_signed)$",
            "Write on_sign, on_document_signed, or {by: …} with a role.",
            "^(today|[0-9]{4}-[0-9]{2}-[0-9]{2})$",
            "Write “today”, a day such as 2026-03-14, or {field: …} with the id of another date.",
            "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
            "Write a day such as 2027-03-31.",
            "\\{n\\}",
            "Put {n} where the number goes, such as “Direct observation {n}”.");

    private final Part root;
    private final FormatSchema format;

    private SchemaSentences(Part root, FormatSchema format) {
        this.root = root;
        this.format = format;
    }

    /** One finding for each error. */
    static List<Finding> of(List<Error> errors, Part root, FormatSchema format) {
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
        Whereabouts where = Whereabouts.of(root, elements(error.getInstanceLocation()), format.whole());
        Part part = where.part();
        if (where.isOddList()) {
            return at(
                    part,
                    "kind",
                    where.owner() + " must be a list of items, each with “id” and “text”, or {standard: …}.");
        }
        return switch (error.getKeyword()) {
            case "required" ->
                at(part, "missing-key", where.thing() + " has no “" + error.getProperty() + "”. Add it.");
            case "additionalProperties" ->
                unknownKey(where, Objects.toString(error.getProperty()), known(error, "properties"));
            case "propertyNames" -> name(where, Objects.toString(error.getProperty()), error);
            case "type" -> wrongKind(where, error);
            case "enum" -> choice(where, values(error));
            case "pattern" ->
                at(
                        part,
                        "format",
                        where.thing() + " is " + shown(part.data()) + ". "
                                + PATTERNS.getOrDefault(argument(error), argument(error)));
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
        if (error.getArguments().length > 1 && argument(error, 1).contains("regex")) {
            return at(
                    where.part().member(key),
                    "format",
                    "“" + key + "” cannot be an id here. " + PATTERNS.get("^[a-z][a-z0-9_]{0,39}$"));
        }
        if (where.isCondition() && Condition.Operator.find(key).isPresent()) {
            return at(
                    where.part().member(key),
                    "condition",
                    where.thing() + " has “" + key + "” without “field” or “record”. Write {field: …, " + key
                            + ": …}.");
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
        boolean test = where.isCondition()
                && (where.part().member("field").isPresent()
                        || where.part().member("record").isPresent());
        String say =
                switch (error.getKeyword()) {
                    case "minLength" -> thing + " is empty. Write something.";
                    case "maxLength" -> thing + " is too long. It may have at most " + bound + " characters.";
                    case "minimum" ->
                        thing + " is " + shown(where.part().data()) + ". It must be " + bound + " or more.";
                    case "maximum" ->
                        thing + " is " + shown(where.part().data()) + ". It must be " + bound + " or less.";
                    case "minItems" -> thing + " is empty. It needs at least " + bound + ".";
                    case "maxItems" ->
                        thing + " has " + where.part().entries().size() + " entries. It may have at most " + bound
                                + ".";
                    case "uniqueItems" -> thing + " names something twice.";
                    case "minProperties", "maxProperties" ->
                        test
                                ? thing
                                        + " must have “field” or “record”, and exactly one of is, is_not, in, includes, gt, lt, answered."
                                : error.getKeyword().equals("minProperties")
                                        ? thing + " is empty. Fill it in."
                                        : thing + " has "
                                                + where.part().members().size() + " keys. It may have only " + bound
                                                + ".";
                    default -> thing + " is not right: " + error.getMessage() + ".";
                };
        return at(where.part(), "limit", say);
    }

    private static Finding at(Part part, String code, String message) {
        return Finding.error(code, message, part.place());
    }

    /** The names that would have been right. */
    private List<String> known(Error error, String keyword) {
        return format.names(elements(error.getSchemaLocation().getFragment()), keyword);
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
        return error.getArguments().length > index ? Objects.toString(error.getArguments()[index]) : "";
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
