package quire.web.paper;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quire.core.Json;
import quire.forms.Field;
import quire.forms.FieldType;
import quire.forms.RepeatField;
import quire.merge.Value;
import quire.web.frame.View;

/** One answer by itself, as it is or as it once was: for the part {@code said}, and as plain lines. */
final class SaidView {

    private final Field field;
    private final @Nullable Object answer;

    private SaidView(Field field, @Nullable Object answer) {
        this.field = field;
        this.answer = field.isAnswered(answer) ? answer : null;
    }

    static SaidView of(Field field, @Nullable Object answer) {
        return new SaidView(field, answer);
    }

    View view() {
        View view = cell(field, answer);
        return view.list("rows", field instanceof RepeatField repeat ? rows(repeat) : List.of());
    }

    /** The same in plain lines, so that two of them can be compared word by word; nothing for no answer. */
    String lines() {
        if (answer == null) {
            return "";
        }
        return field instanceof RepeatField repeat ? lines(repeat) : text(field, answer);
    }

    private String lines(RepeatField repeat) {
        List<String> lines = new ArrayList<>();
        entries(repeat).forEach((heading, entry) -> {
            lines.add(heading + ":");
            repeat.items().stream()
                    .filter(item -> item.isAnswered(entry.get(item.id())))
                    .forEach(item -> lines.add(item.label() + ": " + text(item, entry.get(item.id()))));
            lines.add("");
        });
        return String.join("\n", lines).strip();
    }

    private static String text(Field field, @Nullable Object answer) {
        if (answer == null) {
            return "";
        } else if (field.type() == FieldType.PICTURE) {
            return "A picture";
        } else if (answer instanceof String text && field.type() == FieldType.LONGTEXT) {
            return text;
        }
        return answer instanceof List<?> && field.value(answer) instanceof Value.Items items
                ? each(items)
                : words(field, answer);
    }

    private static String words(Field field, Object answer) {
        String text = field.text(answer);
        return text.isEmpty() ? String.valueOf(answer) : text;
    }

    private static String each(Value.Items items) {
        List<String> words = new ArrayList<>();
        for (Value item : items.items()) {
            Value name = item instanceof Value.Group group ? group.member("name") : null;
            words.add((name == null ? item : name).text());
        }
        return String.join(", ", words);
    }

    private List<View> rows(RepeatField repeat) {
        List<View> rows = new ArrayList<>();
        entries(repeat)
                .forEach((heading, entry) -> rows.add(new View()
                        .text("label", heading)
                        .list(
                                "cells",
                                repeat.items().stream()
                                        .map(item -> cell(item, entry.get(item.id())))
                                        .toList())));
        return rows;
    }

    /** The entries under what they are called. */
    private Map<String, Map<String, @Nullable Object>> entries(RepeatField repeat) {
        EntryViews named = new EntryViews(repeat, repeat.id());
        Map<String, Map<String, @Nullable Object>> entries = new LinkedHashMap<>();
        for (Object one : answer instanceof List<?> list ? list : List.of()) {
            if (one instanceof Map<?, ?> map) {
                Map<String, @Nullable Object> entry = Json.asObject(map);
                String id = String.valueOf(entry.get(repeat.entryKey()));
                String heading =
                        repeat.rows() == null ? named.heading(id) + " " + (entries.size() + 1) : named.heading(id);
                entries.put(heading, entry);
            }
        }
        return entries;
    }

    private static View cell(Field field, @Nullable Object answer) {
        View is = new View();
        for (FieldType type : FieldType.values()) {
            is.flag(type.word(), field.type() == type);
        }
        boolean answered = field.isAnswered(answer);
        return new View()
                .text("label", field.label())
                .flag("answered", answered)
                .flag("filled", field.filledByRecord())
                .value("value", answer == null || !answered ? field.blank() : field.value(answer))
                .group("is", is);
    }
}
