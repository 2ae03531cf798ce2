package quire.forms;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quire.core.Json;

/**
 * A question of a form, and where it stands.
 *
 * @param field the question
 * @param section the section around it; null in the block at the head
 * @param repeat the repeat around it; null where there is none
 * @param defined what the form's file says of it
 */
record PlacedField(
        Field field, @Nullable Section section, @Nullable RepeatField repeat, Map<String, @Nullable Object> defined) {

    /** Every question of a form, those of the block at its head first, by an id that tells these apart from the others. */
    static Map<String, PlacedField> all(Form form) {
        Map<String, PlacedField> all = new LinkedHashMap<>();
        if (form.record() != null && form.definition().content().get("record") instanceof Map<?, ?> block) {
            add(form.record().fields(), null, null, block.get("fields"), Answers.RECORD + ".", all);
        }
        Map<String, Map<String, @Nullable Object>> sections =
                byId(form.definition().content().get("sections"));
        for (Section section : form.sections()) {
            Object fields = sections.getOrDefault(section.id(), Map.of()).get("fields");
            add(section.fields(), section, null, fields, "", all);
        }
        return all;
    }

    private static void add(
            List<Field> fields,
            @Nullable Section section,
            @Nullable RepeatField repeat,
            @Nullable Object defined,
            String prefix,
            Map<String, PlacedField> all) {
        Map<String, Map<String, @Nullable Object>> definitions = byId(defined);
        for (Field field : fields) {
            Map<String, @Nullable Object> definition = definitions.getOrDefault(field.id(), Map.of());
            all.put(prefix + field.id(), new PlacedField(field, section, repeat, definition));
            if (field instanceof RepeatField inside) {
                add(inside.items(), section, inside, definition.get("item"), prefix, all);
            }
        }
    }

    private static Map<String, Map<String, @Nullable Object>> byId(@Nullable Object list) {
        Map<String, Map<String, @Nullable Object>> byId = new LinkedHashMap<>();
        for (Object one : list instanceof List<?> entries ? entries : List.of()) {
            if (one instanceof Map<?, ?> map) {
                byId.put(String.valueOf(map.get("id")), Json.asObject(map));
            }
        }
        return byId;
    }

    /** The list of changes, at this question. */
    ChangeList in(ChangeList changes) {
        ChangeList around = section == null ? changes.about("record", "head") : changes.inSection(section.id());
        return repeat == null
                ? around.about(field.id(), "fields")
                : around.about(repeat.id(), "fields").about(field.id(), "item");
    }

    /** What people call it. */
    String label() {
        String own = field.label().isEmpty() ? field.id() : field.label();
        return repeat == null ? own : repeat.label() + ": " + own;
    }

    /** The kind of its answers, in words. */
    String kind() {
        String type = "of the type " + field.type().word();
        return repeat == null ? type : type + " in the repeat “" + repeat.id() + "”";
    }

    /** Whether anything that somebody typed, or the record knew, may stand there. */
    boolean isWorthKeeping() {
        return field.type() != FieldType.STATEMENT;
    }

    /** What it chooses from, or the rows that are given; null for neither. */
    @Nullable
    ChoiceList list() {
        if (field instanceof ChoiceField choice) {
            return choice.list();
        } else if (field instanceof ChoicesField choices) {
            return choices.list();
        }
        return field instanceof RepeatField rows ? rows.rows() : null;
    }
}
