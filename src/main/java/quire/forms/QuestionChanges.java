package quire.forms;

import static quire.forms.FormChange.Kind.KEEPS_TEXT;
import static quire.forms.FormChange.Kind.NEEDS_WORK;
import static quire.forms.FormChange.Kind.REFUSED;
import static quire.forms.FormChange.Kind.SAFE;
import static quire.forms.FormChange.Kind.TEXT;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What is different about one question. */
final class QuestionChanges {

    /** What changes nothing but how a question looks. */
    private static final Set<String> LOOKS =
            Set.of("label", "hint", "guidance", "error", "layout", "add_label", "lines", "unit", "text");
    /** What is compared by itself. */
    private static final Set<String> KNOWN =
            Set.of("id", "type", "required", "show_if", "filled_by", "list", "rows", "item", "fields");
    /** What people do not have to do anything about. */
    private static final Set<String> HARMLESS = Set.of("recorded_for", "carry", "editable_by");

    private final PlacedField then;
    private final PlacedField now;
    private final InUse use;
    private final ChangeList found;
    private final String named;

    private QuestionChanges(PlacedField then, PlacedField now, InUse use, ChangeList changes) {
        this.then = then;
        this.now = now;
        this.use = use;
        this.found = now.in(changes);
        this.named = "“" + now.label() + "”";
    }

    /** A question that both versions have. */
    static void of(PlacedField then, PlacedField now, InUse use, ChangeList changes) {
        QuestionChanges compared = new QuestionChanges(then, now, use, changes);
        if (!then.kind().equals(now.kind())) {
            compared.otherKind();
            return;
        }
        compared.compareRules();
        compared.compareItems();
        compared.compareLimits();
    }

    /** A question that is new; one to which nothing can be answered is only words. */
    static void ofNew(PlacedField now, ChangeList changes) {
        String named = "“" + now.label() + "”";
        if (!now.field().asksPeople()) {
            now.in(changes).add(now.isWorthKeeping() ? SAFE : TEXT, "id", named + " is new. Nobody types there.");
        } else if (now.field().required()) {
            now.in(changes).add(NEEDS_WORK, "id", named + " is a new question, which must be answered.");
        } else {
            now.in(changes).add(SAFE, "id", named + " is a new question, which may be left empty.");
        }
    }

    private void otherKind() {
        found.add(
                use.isStarted() ? REFUSED : NEEDS_WORK,
                "type",
                named + " is " + now.kind() + ", and was " + then.kind()
                        + ". An id never changes what it holds once there are answers: give the question another id.");
    }

    private void compareRules() {
        Field before = then.field();
        Field after = now.field();
        found.compare(
                after.required() ? NEEDS_WORK : SAFE,
                "required",
                before.required(),
                after.required(),
                named + (after.required() ? " must be answered." : " may be left empty."));
        found.compare(
                NEEDS_WORK, "show_if", before.showIf(), after.showIf(), named + " is asked under another condition.");
        found.compare(
                after.filledByRecord() ? KEEPS_TEXT : after.required() ? NEEDS_WORK : SAFE,
                "filled_by",
                before.filledByRecord(),
                after.filledByRecord(),
                after.filledByRecord()
                        ? named
                                + " is filled in from the record. What people wrote there is kept under “Earlier answers”."
                        : named + " is written by people, and was filled in from the record.");
        compareSection();
    }

    private void compareSection() {
        Section before = then.section();
        Section after = now.section();
        if (before == null || after == null || before.id().equals(after.id())) {
            return;
        }
        String words = named + " stands in the section “" + after.title() + "”, and stood in “" + before.title() + "”.";
        if (use.isStarted()) {
            found.add(REFUSED, "section", words + " There are answers to it: give the question another id.");
        } else {
            found.add(NEEDS_WORK, "section", words);
        }
    }

    private void compareItems() {
        ChoiceList before = then.list();
        ChoiceList after = now.list();
        if (before == null || after == null) {
            if ((before == null) != (after == null)) {
                found.add(
                        use.isStarted() ? REFUSED : NEEDS_WORK,
                        "rows",
                        named + " has its entries given in another way.");
            }
            return;
        }
        String key = now.field() instanceof RepeatField ? "rows" : "list";
        for (ChoiceList.Item item : before.items()) {
            ChoiceList.Item other = after.find(item.id()).orElse(null);
            if (other == null) {
                removed(item, key);
            } else {
                found.compare(
                        TEXT,
                        key + "." + item.id(),
                        item,
                        other,
                        named + " words “" + item.text() + "” as “" + other.text() + "”.");
            }
        }
        added(before, after, key);
    }

    private void removed(ChoiceList.Item item, String key) {
        boolean used = use.holds(now.field().id(), item.id());
        String words = named + " no longer has “" + item.text() + "”";
        if (used) {
            found.add(
                    REFUSED,
                    key + "." + item.id(),
                    words + ", and answers name it. Keep it, or give the question another id.");
        } else {
            found.add(
                    KEEPS_TEXT,
                    key + "." + item.id(),
                    words + ". An answer that names it meanwhile is kept under “Earlier" + " answers”.");
        }
    }

    private void added(ChoiceList before, ChoiceList after, String key) {
        boolean rows = key.equals("rows");
        List<String> known = new ArrayList<>(after.ids());
        known.retainAll(before.ids());
        for (ChoiceList.Item item : after.items()) {
            if (before.find(item.id()).isEmpty()) {
                found.add(rows ? NEEDS_WORK : SAFE, key + "." + item.id(), named + " also has “" + item.text() + "”.");
            }
        }
        List<String> then = new ArrayList<>(before.ids());
        then.retainAll(after.ids());
        found.compare(TEXT, key, then, known, named + " has its choices in another order.");
    }

    private void compareLimits() {
        Set<String> keys = new TreeSet<>(then.defined().keySet());
        keys.addAll(now.defined().keySet());
        keys.removeAll(KNOWN);
        for (String key : keys) {
            Object before = then.defined().get(key);
            Object after = now.defined().get(key);
            if (LOOKS.contains(key)) {
                found.compare(TEXT, key, before, after, worded(key, after));
            } else if (before instanceof Map<?, ?> || after instanceof Map<?, ?>) {
                compareInside(key, before, after);
            } else if (!Objects.equals(number(before), number(after))) {
                limit(key, before, after);
            }
        }
    }

    private String worded(String key, @Nullable Object after) {
        return key.equals("label")
                ? "“" + then.label() + "” reads “" + (after == null ? "" : after) + "”."
                : named + " has other words of help around it.";
    }

    private void compareInside(String key, @Nullable Object before, @Nullable Object after) {
        if (!key.equals("words")) {
            found.compare(
                    HARMLESS.contains(key) ? SAFE : NEEDS_WORK, key, before, after, named + " has another limit.");
            return;
        }
        found.compare(
                TEXT, "words.guide", inside(before, "guide"), inside(after, "guide"), named + " says another length.");
        if (!Objects.equals(number(inside(before, "max")), number(inside(after, "max")))) {
            limit("words.max", inside(before, "max"), inside(after, "max"));
        }
    }

    private void limit(String key, @Nullable Object before, @Nullable Object after) {
        boolean harmless = HARMLESS.contains(key) || looser(key, number(before), number(after));
        boolean counted = after != null && (key.endsWith("min") || key.endsWith("max"));
        String limit = counted ? ": the " + (key.endsWith("min") ? "least" : "most") + " is " + after : "";
        found.add(harmless ? SAFE : NEEDS_WORK, key, named + " has another limit" + limit + ".");
    }

    /** Where a file says nothing of the most, a kind of question may have a limit of its own. */
    private static boolean looser(String key, @Nullable Object before, @Nullable Object after) {
        if (before instanceof BigDecimal then && after instanceof BigDecimal now) {
            return key.endsWith("min") ? now.compareTo(then) <= 0 : now.compareTo(then) >= 0;
        }
        return after == null && !key.equals("max") && !key.equals("decimals");
    }

    private static @Nullable Object inside(@Nullable Object map, String key) {
        return map instanceof Map<?, ?> inside ? inside.get(key) : null;
    }

    /** Numbers have several spellings. */
    private static @Nullable Object number(@Nullable Object value) {
        return value instanceof Number number ? new BigDecimal(number.toString()).stripTrailingZeros() : value;
    }
}
