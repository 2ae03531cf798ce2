package quire.forms;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import quire.core.Json;
import quire.core.Ordered;
import quire.merge.Shape;
import quire.merge.Value;
import quire.yaml.Part;

/**
 * The same fields once for each of several things: a table, or a row of cards.
 *
 * @param items the fields of one entry; none of them a repeat
 * @param addLabel what the button that adds an entry says
 * @param min the fewest entries
 * @param max the most
 * @param rows where the entries are given: one for each item of this list; null where people add them
 * @param layout how it is shown
 * @param carry what the next paper takes over from it; null for nothing
 */
public record RepeatField(
        Question question,
        List<Field> items,
        @Nullable String addLabel,
        int min,
        int max,
        @Nullable ChoiceList rows,
        Layout layout,
        @Nullable Carry carry)
        implements Field {

    static final int MAX_ENTRIES = 50;

    private static final Set<FieldType> SHORT =
            EnumSet.of(FieldType.NUMBER, FieldType.DATE, FieldType.YESNO, FieldType.CHOICE, FieldType.PERSON);

    /** How a repeat is shown. */
    public enum Layout {
        TABLE,
        CARDS
    }

    public RepeatField {
        items = List.copyOf(items);
    }

    static Field read(Question question, FieldSource source) {
        int min = source.at("min").whole(0);
        int max = source.at("max").whole(MAX_ENTRIES);
        if (min > max) {
            source.fault(
                    "min",
                    "bounds",
                    "The field " + source.name() + " wants at least " + min + " entries and at most " + max + ".");
        }
        ChoiceList rows = source.listIfAny("rows");
        if (rows != null && rows.items().size() > MAX_ENTRIES) {
            source.fault(
                    "rows",
                    "limit",
                    "The field " + source.name() + " has " + rows.items().size() + " rows. A repeat may have at most "
                            + MAX_ENTRIES + ".");
        }
        List<Field> items = source.itemReader().apply(source.at("item"));
        return new RepeatField(
                question,
                items,
                source.at("add_label").text(),
                min,
                max,
                rows,
                layout(source.at("layout"), items),
                CarryRules.read(source, items));
    }

    private static Layout layout(Part part, List<Field> items) {
        String word = part.text();
        if (word == null) {
            return items.stream().allMatch(RepeatField::isShort) ? Layout.TABLE : Layout.CARDS;
        }
        return word.equals("table") ? Layout.TABLE : Layout.CARDS;
    }

    private static boolean isShort(Field field) {
        return field instanceof TextField text ? text.lines() == 1 : SHORT.contains(field.type());
    }

    /** Whether the entries are given by the form, so that nothing can be added or removed. */
    public boolean hasFixedRows() {
        return rows != null;
    }

    /** Whether people neither add nor remove entries, because the form or the record gives them. */
    public boolean hasGivenEntries() {
        return rows != null || filledByRecord();
    }

    /** What names an entry: its row, or an id of its own. */
    public String entryKey() {
        return rows == null ? "id" : "row";
    }

    /** The entries of a repeat may be given, and people still type in them. */
    @Override
    public boolean asksPeople() {
        return items.stream().anyMatch(Field::asksPeople);
    }

    @Override
    public FieldType type() {
        return FieldType.REPEAT;
    }

    @Override
    public boolean required() {
        return question.required() || (min > 0 && rows == null);
    }

    /** An empty list is the answer “none”; given rows are answered when something in one of them is. */
    @Override
    public boolean isAnswered(@Nullable Object answer) {
        if (rows == null || !(answer instanceof List<?> entries)) {
            return Field.super.isAnswered(answer);
        }
        return entries.stream()
                .anyMatch(entry -> entry instanceof Map<?, ?> row
                        && items.stream().anyMatch(field -> field.isAnswered(row.get(field.id()))));
    }

    @Override
    public @Nullable Object standing(@Nullable Object answer) {
        return Field.super.isAnswered(answer) ? answer : rows == null ? null : Rows.inOrder(rows, List.of());
    }

    @Override
    public Object tidy(Object answer) {
        if (!(answer instanceof List<?> entries)) {
            return answer;
        }
        List<@Nullable Object> tidied = new ArrayList<>();
        entries.forEach(entry -> tidied.add(entry instanceof Map<?, ?> item ? tidied(item) : entry));
        return rows == null ? tidied : Rows.inOrder(rows, tidied);
    }

    private Map<String, @Nullable Object> tidied(Map<?, ?> item) {
        Map<String, @Nullable Object> tidied = new LinkedHashMap<>();
        item.forEach((key, value) -> tidied.put((String) key, value));
        for (Field field : items) {
            tidied.computeIfPresent(field.id(), (id, value) -> field.tidy(value));
        }
        return tidied;
    }

    @Override
    public String emptyMessage() {
        if (rows != null) {
            return "Fill in the rows of " + question.wording().quoted();
        }
        return min > 0
                ? "Add at least " + min + (min == 1 ? " entry to " : " entries to ")
                        + question.wording().quoted()
                : "Add an entry to " + question.wording().quoted() + ", or say that there are none";
    }

    @Override
    public void check(Object answer, Review review) {
        if (!(answer instanceof List<?> entries)) {
            review.wrongKind("a list of entries");
        } else if (rows == null && entries.size() > max) {
            review.breaks(
                    "max",
                    question.wording().quoted() + " has " + entries.size() + " entries. It must have " + max
                            + " or fewer");
        } else {
            new EntryCheck(this).check(rows == null ? entries : Rows.inOrder(rows, entries), review);
            if (review.complete() && rows == null && entries.size() < min) {
                review.breaks("min", emptyMessage());
            }
        }
    }

    @Override
    public Map<String, @Nullable Object> schema() {
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        properties.put(
                rows == null ? "id" : "row",
                rows == null
                        ? Ordered.of("type", List.of("string", "null"), "maxLength", Members.MAX)
                        : Ordered.of("enum", rows.ids()));
        items.forEach(field -> properties.put(field.id(), field.schema()));
        Map<String, @Nullable Object> entry = new LinkedHashMap<>();
        entry.put("type", "object");
        entry.put("properties", properties);
        entry.put("required", rows == null ? List.of() : List.of("row"));
        entry.put("additionalProperties", false);
        int most = rows == null ? max : rows.items().size();
        Map<String, @Nullable Object> schema = Texts.described(this);
        schema.put("anyOf", List.of(Ordered.of("type", "array", "maxItems", most, "items", entry), Blank.SCHEMA));
        return schema;
    }

    @Override
    public Shape shape() {
        Map<String, Shape> members = new LinkedHashMap<>();
        if (rows != null) {
            members.put("row", Choosing.rowShape(rows));
        }
        items.forEach(field -> members.put(field.id(), field.shape()));
        return Shape.list(Shape.group(members)).required(required());
    }

    @Override
    public Value value(Object answer) {
        return value(answer, Visibility.ALONE);
    }

    /** As {@link #value(Object)}, with what conditions hide inside the entries left blank. */
    Value value(Object answer, Visibility sight) {
        if (!(answer instanceof List<?> entries)) {
            return blank();
        }
        List<?> inOrder = rows == null ? entries : Rows.inOrder(rows, entries);
        return new Value.Items(inOrder.stream()
                .filter(Map.class::isInstance)
                .map(entry -> entry(Json.asObject((Map<?, ?>) entry), sight))
                .toList());
    }

    private Value entry(Map<String, @Nullable Object> item, Visibility around) {
        Visibility sight = around.inItem(this, item);
        Map<String, Value> members = new LinkedHashMap<>();
        if (rows != null) {
            members.put("row", Choosing.row(rows.find(item.get("row")).orElse(null), rows));
        }
        items.forEach(field -> members.put(field.id(), FormValues.value(field, item.get(field.id()), sight)));
        return new Value.Group(members);
    }

    @Override
    public Value blank() {
        return Value.Items.NONE;
    }

    @Override
    public Value gap() {
        return Value.Items.NONE;
    }
}
