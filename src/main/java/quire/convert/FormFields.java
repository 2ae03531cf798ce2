package quire.convert;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import quire.convert.PdfSyntax.Name;
import quire.convert.PdfSyntax.Reference;
import quire.convert.PdfSyntax.Text;

/** The boxes of a PDF file that people write into, and its signatures (ISO 32000-2, 12.7). */
final class FormFields {

    private static final int MOST = 20_000;
    private static final int PUSH_BUTTON = 1 << 16;

    private final PdfObjects objects;
    private final Deque<Field> ahead = new ArrayDeque<>();
    private final Set<Integer> seen = new HashSet<>();
    private int boxes;
    private int filled;
    private int signatures;
    private boolean redrawn;

    /** A field with what it has of those above it. */
    private record Field(
            Object object, @Nullable Object kind, @Nullable Object value) {}

    private FormFields(PdfObjects objects) {
        this.objects = objects;
    }

    /** @param catalog of the file */
    static FormFields of(Map<?, ?> catalog, PdfObjects objects) {
        FormFields fields = new FormFields(objects);
        if (objects.resolve(catalog.get("AcroForm")) instanceof Map<?, ?> form) {
            fields.redrawn = new PdfSyntax.Word("true").equals(objects.resolve(form.get("NeedAppearances")));
            fields.push(form.get("Fields"), null, null);
            fields.walk();
        }
        return fields;
    }

    /** How many boxes there are to write into, tick or choose from. */
    int boxes() {
        return boxes;
    }

    int filled() {
        return filled;
    }

    /** How many places are signed electronically. */
    int signatures() {
        return signatures;
    }

    /** Whether each program is asked to draw anew what was filled in, because how it is drawn in the file may be old. */
    boolean mayLookDifferent() {
        return redrawn && filled > 0;
    }

    private void walk() {
        for (int i = 0; i < MOST && !ahead.isEmpty(); i++) {
            Field next = ahead.pop();
            boolean again = next.object() instanceof Reference reference && !seen.add(reference.number());
            if (!again && objects.resolve(next.object()) instanceof Map<?, ?> field) {
                visit(next, field);
            }
        }
    }

    private void visit(Field next, Map<?, ?> field) {
        Object kind = field.containsKey("FT") ? objects.resolve(field.get("FT")) : next.kind();
        Object value = field.containsKey("V") ? objects.resolve(field.get("V")) : next.value();
        if (objects.resolve(field.get("Kids")) instanceof List<?> kids && hasFields(kids)) {
            push(kids, kind, value);
        } else if (new Name("Sig").equals(kind)) {
            signatures += value instanceof Map<?, ?> ? 1 : 0;
        } else if (kind instanceof Name && !isButton(field)) {
            boxes++;
            filled += isSomething(value) ? 1 : 0;
        }
    }

    /** What is below may be places of one field, or fields of their own. */
    private boolean hasFields(List<?> kids) {
        return !kids.isEmpty() && objects.resolve(kids.get(0)) instanceof Map<?, ?> kid && kid.containsKey("T");
    }

    private boolean isButton(Map<?, ?> field) {
        return ((int) Numbers.of(objects.resolve(field.get("Ff")), 0) & PUSH_BUTTON) != 0;
    }

    private static boolean isSomething(@Nullable Object value) {
        return (value instanceof Text text && text.raw().length() > 2)
                || (value instanceof Name name
                        && !name.text().equals("Off")
                        && !name.text().isEmpty())
                || (value instanceof List<?> list && !list.isEmpty());
    }

    private void push(@Nullable Object fields, @Nullable Object kind, @Nullable Object value) {
        if (objects.resolve(fields) instanceof List<?> list) {
            list.stream().limit(MOST).forEach(one -> ahead.push(new Field(one, kind, value)));
        }
    }
}
