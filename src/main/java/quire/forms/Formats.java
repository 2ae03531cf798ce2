package quire.forms;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import quire.core.Finding;
import quire.core.Nearest;
import quire.yaml.Format;
import quire.yaml.Nouns;
import quire.yaml.Part;
import quire.yaml.Whereabouts;

/** The formats of the files that this room reads. */
public final class Formats {

    /** The format of forms. */
    public static final Format FORM = Format.of(
            Formats.class,
            "form.schema.json",
            new Nouns(
                    "the form",
                    Map.of("sections", "section", "fields", "field", "item", "field", "sign_off", "entry"),
                    Map.of("roles", "role", "lists", "list")),
            Formats::words);

    /** The format of record blocks, which is a part of that of forms. */
    static final Format RECORD =
            FORM.inside("record", new Nouns("the record block", Map.of("fields", "field"), Map.of("lists", "list")));

    /** The format of standards. */
    public static final Format STANDARD = Format.of(
            Formats.class,
            "standard.schema.json",
            new Nouns("the standard", Map.of("statements", "statement", "groups", "group"), Map.of()),
            (where, keyword, key) -> null);

    private Formats() {}

    private static @Nullable Finding words(Whereabouts where, String keyword, String key) {
        Part part = where.part();
        if (isOddList(where)) {
            return error(
                    part,
                    "kind",
                    where.owner() + " must be a list of items, each with “id” and “text”, or " + "{standard: …}.");
        } else if (!where.key().startsWith("show_if")) {
            return null;
        } else if (keyword.equals("propertyNames") && isLost(part, key)) {
            return error(
                    part.member(key),
                    "condition",
                    where.thing() + " has “" + key + "” without “field” or “record”. Write {field: …, " + key
                            + ": …}.");
        }
        boolean count = keyword.equals("minProperties") || keyword.equals("maxProperties");
        return count && isTest(part)
                ? error(
                        part,
                        "limit",
                        where.thing() + " must have “field” or “record”, and exactly one of is, is_not, in, includes, "
                                + "gt, lt, answered.")
                : null;
    }

    /** Whether this is an object where a list should stand, and not the one that names a standard. */
    private static boolean isOddList(Whereabouts where) {
        if (!where.key().isEmpty() || !where.part().path().matches("lists\\.[^.]*")) {
            return false;
        }
        Set<String> keys = where.part().members().keySet();
        return !keys.isEmpty() && keys.stream().allMatch(key -> Nearest.to(key, List.of("standard")) == null);
    }

    private static boolean isLost(Part condition, String key) {
        return !isTest(condition) && Condition.Operator.find(key).isPresent();
    }

    private static boolean isTest(Part condition) {
        return condition.member("field").isPresent()
                || condition.member("record").isPresent();
    }

    private static Finding error(Part part, String code, String message) {
        return Finding.error(code, message, part.place());
    }
}
