package quire.forms;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import quire.merge.Value;

/** The paper as lists of its fields, for a layout that knows no form in particular. */
final class SectionValues {

    private SectionValues() {}

    /** One member, {@code sections}; what conditions hide is not in it. */
    static Value.Group of(Form form, Map<String, Value> values, Visibility sight, DocumentFacts facts) {
        List<Value> sections = new ArrayList<>();
        for (Section section : form.sections()) {
            if (sight.shows(section) && facts.has(section)) {
                sections.add(section(form, section, values, sight));
            }
        }
        return new Value.Group(Map.of("sections", new Value.Items(sections)));
    }

    /** The block at the head of the paper, field by field. */
    static Value.Items heading(Form form, Value.Group record) {
        List<Value> fields = new ArrayList<>();
        if (form.record() != null) {
            for (Field field : form.record().fields()) {
                Value value = record.member(field.id());
                fields.add(new Value.Group(cell(field, value == null ? field.blank() : value)));
            }
        }
        return new Value.Items(fields);
    }

    private static Value section(Form form, Section section, Map<String, Value> values, Visibility sight) {
        List<Value> fields = new ArrayList<>();
        for (Field field : section.fields()) {
            Value value = values.get(field.id());
            if (value != null && sight.shows(field)) {
                fields.add(field(field, value));
            }
        }
        Map<String, Value> members = new LinkedHashMap<>();
        members.put("id", new Value.Text(section.id()));
        members.put("title", new Value.Text(section.title()));
        members.put("intro", new Value.Prose(section.intro() == null ? "" : section.intro()));
        members.put("owner", new Value.Text(form.roleLabel(section.owner())));
        members.put("fields", new Value.Items(fields));
        return new Value.Group(members);
    }

    private static Value field(Field field, Value value) {
        Map<String, Value> members = cell(field, value);
        members.put("table", Value.Flag.NO);
        members.put("wide", Value.Flag.NO);
        members.put("columns", Value.Items.NONE);
        members.put("rows", Value.Items.NONE);
        if (field instanceof RepeatField repeat) {
            List<Value> entries = value instanceof Value.Items items ? items.items() : List.of();
            members.put("table", Value.Flag.of(repeat.layout() == RepeatField.Layout.TABLE));
            members.put("wide", Value.Flag.of(ColumnWidths.isWide(repeat)));
            members.put("columns", columns(repeat, ColumnWidths.of(repeat, entries)));
            members.put("rows", rows(repeat, entries));
        }
        return new Value.Group(members);
    }

    private static Map<String, Value> cell(Field field, Value value) {
        Map<String, Value> members = new LinkedHashMap<>();
        members.put("id", new Value.Text(field.id()));
        members.put("label", new Value.Text(field.label()));
        members.put("hint", FormValues.text(field.hint()));
        members.put("filled", Value.Flag.of(field.filledByRecord()));
        members.put("answered", Value.Flag.of(!value.text().isEmpty() || value.truthy()));
        members.put("value", value);
        Map<String, Value> is = new LinkedHashMap<>();
        Arrays.stream(FieldType.values()).forEach(type -> is.put(type.word(), Value.Flag.of(type == field.type())));
        members.put("is", new Value.Group(is));
        return members;
    }

    private static Value columns(RepeatField repeat, List<Integer> widths) {
        List<Value> columns = new ArrayList<>();
        for (int i = 0; i < widths.size(); i++) {
            Map<String, Value> members = new LinkedHashMap<>();
            members.put("label", new Value.Text(repeat.items().get(i).label()));
            members.put("width", new Value.Num(BigDecimal.valueOf(widths.get(i))));
            columns.add(new Value.Group(members));
        }
        return new Value.Items(columns);
    }

    private static Value rows(RepeatField repeat, List<Value> entries) {
        List<Value> rows = new ArrayList<>();
        for (Value entry : entries) {
            Value row = entry.member("row");
            Value hint = row == null ? null : row.member("hint");
            List<Value> cells = new ArrayList<>();
            for (Field field : repeat.items()) {
                Value answer = entry.member(field.id());
                cells.add(new Value.Group(cell(field, answer == null ? field.blank() : answer)));
            }
            Map<String, Value> members = new LinkedHashMap<>();
            members.put("label", new Value.Text(row == null ? "" : row.text()));
            members.put("hint", hint == null ? new Value.Text("") : hint);
            members.put("cells", new Value.Items(cells));
            rows.add(new Value.Group(members));
        }
        return new Value.Items(rows);
    }
}
