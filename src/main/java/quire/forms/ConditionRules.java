package quire.forms;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import quire.core.Nearest;
import quire.yaml.Part;

/**
 * Conditions look at answers that are there, that their readers may see, in a way that suits the answer, and never at
 * themselves.
 */
final class ConditionRules {

    private final Outline outline;
    private final Map<String, Field> fields;
    private final @Nullable RecordBlock record;

    /** @param fields the fields of the form that could be read, by id, those inside repeats among them */
    private ConditionRules(Outline outline, Map<String, Field> fields, @Nullable RecordBlock record) {
        this.outline = outline;
        this.fields = fields;
        this.record = record;
    }

    static void check(Outline outline, Form form) {
        Map<String, Field> fields = new HashMap<>();
        form.everyField().forEach(field -> fields.put(field.id(), field));
        ConditionRules rules = new ConditionRules(outline, fields, form.record());
        for (Part section : outline.sections()) {
            rules.checkOne(section.member("show_if"), null, looked -> rules.shutOut(section, looked));
        }
        for (Outline.Entry entry : outline.entries()) {
            rules.checkOne(entry.part().member("show_if"), entry, looked -> rules.shutOut(entry.section(), looked));
            // What it looks at stands beside it, in an entry.
            Outline.Entry inside = new Outline.Entry("", entry.part().member("carry"), entry.section(), entry);
            rules.checkOne(inside.part().member("if"), inside, looked -> rules.shutOut(entry.section(), looked));
        }
        for (Part step : outline.root().member("sign_off").entries()) {
            rules.checkOne(step.member("show_if"), null, looked -> rules.signersShutOut(step, looked));
        }
        rules.checkCircles();
    }

    /** @param shutOut the roles that the condition would tell something of a section that they may not read */
    private void checkOne(Part showIf, Outline.@Nullable Entry asker, Function<Part, Set<String>> shutOut) {
        Condition condition = Conditions.read(showIf);
        if (condition == null) {
            return;
        }
        if (condition.depth() > Condition.MAX_DEPTH) {
            showIf.fault(
                    "limit",
                    "This condition has " + condition.depth() + " levels. It may have at most " + Condition.MAX_DEPTH
                            + ".");
        }
        condition.tests().forEach(test -> {
            if (test.looksAtRecord()) {
                checkFact(test, showIf);
            } else {
                checkTest(test, showIf, asker, shutOut);
            }
        });
    }

    /** Everybody who has the paper reads the block at its head, so it gives nothing away. */
    private void checkFact(Condition.Test test, Part showIf) {
        if (record == null) {
            if (!outline.root().member("record").isPresent()) {
                showIf.fault(
                        "unknown-field",
                        "The condition looks at “" + test.field()
                                + "” of the record, but the form names no record block. Add “record”.");
            }
            return; // a block that is not there, or has faults, was told already
        }
        List<String> known = record.fields().stream().map(Field::id).toList();
        if (!known.contains(test.field())) {
            showIf.fault(
                    "unknown-field",
                    "The condition looks at “" + test.field() + "” of the record. The block “" + record.id()
                            + "” has no such field.",
                    Nearest.to(test.field(), known));
            return;
        }
        String objection = record.fields().get(known.indexOf(test.field())).objection(test);
        if (objection != null) {
            showIf.fault(
                    "condition", "The condition looks at “" + test.field() + "” of the record, but " + objection + ".");
        }
    }

    private void checkTest(
            Condition.Test test, Part showIf, Outline.@Nullable Entry asker, Function<Part, Set<String>> shutOut) {
        Outline.Entry looked = outline.find(test.field());
        Set<String> inSight = outline.inSightOf(asker);
        if (looked == null || !inSight.contains(test.field())) {
            unknown(test, looked, showIf, asker, inSight);
            return;
        }
        Field field = fields.get(test.field());
        String objection = field == null ? null : field.objection(test);
        if (objection != null) {
            showIf.fault("condition", "The condition looks at “" + test.field() + "”, but " + objection + ".");
        }
        checkReaders(looked, showIf, shutOut.apply(looked.section()));
    }

    private void unknown(
            Condition.Test test,
            Outline.@Nullable Entry looked,
            Part showIf,
            Outline.@Nullable Entry asker,
            Set<String> inSight) {
        if (looked != null && looked.equals(asker)) {
            showIf.fault("circle", "The field “" + test.field() + "” is shown only if it is answered itself.");
        } else if (looked != null && looked.repeat() != null) {
            showIf.fault(
                    "unknown-field",
                    "The condition looks at “" + test.field() + "”, which is inside the repeat “"
                            + looked.repeat().id() + "”. Only fields of the same entry may look at it.");
        } else if (record != null
                && record.fields().stream().anyMatch(fact -> fact.id().equals(test.field()))) {
            showIf.fault(
                    "unknown-field",
                    "The condition looks at the field “" + test.field() + "”, which is not in the form but in the "
                            + "record. Write {record: " + test.field() + ", …}.");
        } else {
            showIf.fault(
                    "unknown-field",
                    "The condition looks at the field “" + test.field() + "”, which is not in the form.",
                    Nearest.to(test.field(), inSight));
        }
    }

    /** Whoever sees or misses a question could tell the answer behind it, so they must be allowed to read it. */
    private Set<String> shutOut(Part section, Part looked) {
        Set<String> shut = new TreeSet<>(outline.draftReaders(section));
        shut.removeAll(outline.draftReaders(looked));
        Set<String> later = new TreeSet<>(outline.readers(section));
        later.removeAll(outline.readers(looked));
        shut.addAll(later);
        return shut;
    }

    /** Whoever is asked to sign, or is not, could tell it as well. What is released once all have signed is too late. */
    private Set<String> signersShutOut(Part step, Part looked) {
        Set<String> shut = new TreeSet<>(step.member("by").member("all").texts());
        shut.addAll(step.member("by").member("any").texts());
        shut.retainAll(outline.roles());
        shut.removeAll(outline.draftReaders(looked));
        looked.member("release_to").members().forEach((role, how) -> {
            if (!how.text("").equals("on_document_signed")) {
                shut.remove(role);
            }
        });
        return shut;
    }

    private static void checkReaders(Outline.Entry looked, Part showIf, Set<String> shut) {
        if (!shut.isEmpty()) {
            showIf.fault(
                    "unreadable",
                    "The condition looks at “" + looked.id() + "”, which "
                            + shut.stream().map(role -> "“" + role + "”").collect(Collectors.joining(", "))
                            + " may not read. It would give the answer away.");
        }
    }

    private void checkCircles() {
        Map<String, Set<String>> dependsOn = new HashMap<>();
        for (Outline.Entry entry : outline.entries()) {
            Set<String> others = new LinkedHashSet<>(looksAt(entry.part()));
            others.addAll(looksAt(entry.section()));
            if (entry.repeat() != null) {
                others.addAll(looksAt(entry.repeat().part()));
            }
            if (looksAt(entry.part()).contains(entry.id())) {
                others.remove(entry.id()); // has been told already
            }
            dependsOn.put(entry.id(), others);
        }
        Set<String> told = new LinkedHashSet<>();
        for (Outline.Entry entry : outline.entries()) {
            List<String> circle = Circles.through(entry.id(), dependsOn);
            if (!circle.isEmpty() && told.stream().noneMatch(circle::contains)) {
                told.addAll(circle);
                entry.part()
                        .fault(
                                "circle",
                                "The conditions go round in a circle: “" + entry.id() + "” depends on “"
                                        + String.join("”, which depends on “", turned(circle)) + "”.");
            }
        }
    }

    /** The circle told from its second thing on, so that it ends where it began. */
    private static List<String> turned(List<String> circle) {
        List<String> turned = new ArrayList<>(circle);
        Collections.rotate(turned, -1);
        return turned;
    }

    private static List<String> looksAt(Part part) {
        Condition condition = Conditions.read(part.member("show_if"));
        return condition == null
                ? List.of()
                : condition
                        .tests()
                        .filter(test -> !test.looksAtRecord())
                        .map(Condition.Test::field)
                        .toList();
    }
}
