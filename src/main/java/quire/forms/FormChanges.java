package quire.forms;

import static quire.forms.FormChange.Kind.KEEPS_TEXT;
import static quire.forms.FormChange.Kind.NEEDS_WORK;
import static quire.forms.FormChange.Kind.REFUSED;
import static quire.forms.FormChange.Kind.SAFE;
import static quire.forms.FormChange.Kind.TEXT;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is different in a new version of a form, and what each difference means for papers that people are writing. Once
 * there are papers, nothing may change that would turn one answer into another, or show it to somebody else.
 */
public final class FormChanges {

    private static final String ANOTHER_FORM =
            " People have begun papers on this form, so this needs a form of its own.";

    private final Form before;
    private final Form after;
    private final InUse use;
    private final ChangeList changes = new ChangeList();

    private FormChanges(Form before, Form after, InUse use) {
        this.before = before;
        this.after = after;
        this.use = use;
    }

    /**
     * Every difference, in the order of the paper.
     *
     * @param before a published version
     * @param after a later one
     * @param use what people have begun on the form
     */
    public static List<FormChange> between(Form before, Form after, InUse use) {
        FormChanges compared = new FormChanges(before, after, use);
        compared.compareWhole();
        compared.compareSections();
        compared.compareQuestions();
        compared.compareSigning();
        return compared.changes.all();
    }

    private void compareWhole() {
        changes.compare(TEXT, "title", before.title(), after.title(), "The title is “" + after.title() + "” now.")
                .compare(TEXT, "code", before.code(), after.code(), "The number of the form has changed.")
                .compare(TEXT, "reference", before.reference(), after.reference(), "The reference has changed.")
                .compare(TEXT, "about", before.about(), after.about(), "What the form says about itself has changed.")
                .compare(TEXT, "series", before.series(), after.series(), "How papers are numbered has changed.")
                .compare(TEXT, "print", before.print(), after.print(), "The paper is printed with another layout.");
        before.roles().forEach((id, role) -> compareRole(role, after.roles().get(id)));
        after.roles().forEach((id, role) -> {
            if (!before.roles().containsKey(id)) {
                changes.add(SAFE, "roles." + id, "“" + role.label() + "” is a new part in this paper.");
            }
        });
    }

    private void compareRole(Role role, @Nullable Role now) {
        String key = "roles." + role.id();
        if (now == null) {
            changes.add(SAFE, key, "“" + role.label() + "” has no part in this paper any more.");
            return;
        }
        changes.compare(
                        TEXT,
                        key,
                        role.label(),
                        now.label(),
                        "“" + role.label() + "” is called “" + now.label() + "” now.")
                .compare(
                        graver(REFUSED),
                        key + ".from",
                        role.source(),
                        now.source(),
                        "Who “" + now.label() + "” is comes from somewhere else." + reason())
                .compare(
                        SAFE,
                        key,
                        List.of(role.accountOptional(), String.valueOf(role.expiresDays())),
                        List.of(now.accountOptional(), String.valueOf(now.expiresDays())),
                        "How “" + now.label() + "” is invited has changed.");
    }

    private void compareSections() {
        Map<String, Section> now = byId(after);
        for (Section section : before.sections()) {
            Section other = now.get(section.id());
            ChangeList found = changes.inSection(section.id());
            if (other == null) {
                found.add(
                        graver(REFUSED),
                        "id",
                        "The section “" + section.title() + "” is taken out."
                                + (use.isStarted()
                                        ? " People have begun papers that have it: keep it, and take out its questions."
                                        : ""));
            } else {
                compareSection(section, other, found);
            }
        }
        Map<String, Section> then = byId(before);
        after.sections().stream()
                .filter(section -> !then.containsKey(section.id()))
                .forEach(section -> changes.inSection(section.id())
                        .add(NEEDS_WORK, "id", "The section “" + section.title() + "” is new."));
        changes.compare(TEXT, "sections", order(before, now), order(after, then), "The sections are in another order.");
    }

    private void compareSection(Section section, Section now, ChangeList found) {
        String named = "The section “" + now.title() + "”";
        found.compare(TEXT, "title", section.title(), now.title(), named + " was called “" + section.title() + "”.")
                .compare(TEXT, "intro", section.intro(), now.intro(), named + " begins with other words.")
                .compare(
                        graver(REFUSED),
                        "owner",
                        section.owner(),
                        now.owner(),
                        named + " is written by " + who(after, now.owner()) + ", and was written by "
                                + who(before, section.owner()) + "." + reason())
                .compare(
                        graver(REFUSED),
                        "visible_to",
                        Set.copyOf(section.visibleTo()),
                        Set.copyOf(now.visibleTo()),
                        named + " is open to other people while it is written." + reason())
                .compare(
                        graver(REFUSED),
                        "release_to",
                        section.releaseTo(),
                        now.releaseTo(),
                        named + " is opened to other people later on." + reason())
                .compare(
                        graver(REFUSED),
                        "nature",
                        section.nature(),
                        now.nature(),
                        named + " is more or less private than before." + reason())
                .compare(
                        SAFE,
                        "comments",
                        Set.copyOf(section.comments()),
                        Set.copyOf(now.comments()),
                        named + " can be commented on by others.")
                .compare(
                        now.startWhen() == null ? SAFE : NEEDS_WORK,
                        "start_when",
                        section.startWhen(),
                        now.startWhen(),
                        named + " may be started at another time.")
                .compare(
                        NEEDS_WORK,
                        "show_if",
                        section.showIf(),
                        now.showIf(),
                        named + " is part of the paper under another condition.")
                .compare(
                        TEXT,
                        "fields",
                        order(section, now),
                        order(now, section),
                        named + " has its questions in another order.");
    }

    private void compareQuestions() {
        Map<String, PlacedField> now = PlacedField.all(after);
        Map<String, PlacedField> then = PlacedField.all(before);
        then.forEach((id, placed) -> {
            PlacedField other = now.get(id);
            if (other != null) {
                QuestionChanges.of(placed, other, use, changes);
            } else if (placed.isWorthKeeping()) {
                placed.in(changes)
                        .add(
                                KEEPS_TEXT,
                                "id",
                                "“" + placed.label() + "” is no longer asked. What was written there is"
                                        + " kept under “Earlier answers”.");
            } else {
                placed.in(changes).add(TEXT, "id", "“" + placed.label() + "” no longer stands there.");
            }
        });
        now.forEach((id, placed) -> {
            if (!then.containsKey(id)) {
                QuestionChanges.ofNew(placed, changes);
            }
        });
    }

    private void compareSigning() {
        for (int i = 0; i < Math.max(before.signOff().size(), after.signOff().size()); i++) {
            String key = "sign_off[" + i + "]";
            Optional<SignOffStep> then = step(before, i);
            Optional<SignOffStep> now = step(after, i);
            if (then.isEmpty()) {
                changes.add(NEEDS_WORK, key, "There is a new step of signing: " + signers(after, i) + ".");
            } else if (now.isEmpty()) {
                changes.add(SAFE, key, "A step of signing is taken out: " + signers(before, i) + ".");
            } else {
                compareStep(then.get(), now.get(), key);
            }
        }
    }

    private void compareStep(SignOffStep then, SignOffStep now, String key) {
        String named = "Step " + now.step() + " of signing";
        changes.compare(TEXT, key + ".statement", then.statement(), now.statement(), named + " states other words.")
                .compare(
                        NEEDS_WORK,
                        key,
                        new SignOffStep(
                                then.step(),
                                then.signers(),
                                then.everyone(),
                                then.covers(),
                                now.statement(),
                                then.reauth(),
                                then.locksDocument(),
                                then.showIf()),
                        now,
                        named + " is signed by others, stands for other sections, or is asked for at other times.");
    }

    /** What may not be once there are papers, and may while there are none. */
    private FormChange.Kind graver(FormChange.Kind kind) {
        return use.isStarted() ? kind : NEEDS_WORK;
    }

    private String reason() {
        return use.isStarted() ? ANOTHER_FORM : "";
    }

    private static String who(Form form, String role) {
        return "“" + form.roleLabel(role) + "”";
    }

    private static String signers(Form form, int step) {
        return form.signOff().get(step).signers().stream().map(form::roleLabel).collect(Collectors.joining(", "));
    }

    private static Optional<SignOffStep> step(Form form, int index) {
        return index < form.signOff().size() ? Optional.of(form.signOff().get(index)) : Optional.empty();
    }

    private static Map<String, Section> byId(Form form) {
        Map<String, Section> sections = new TreeMap<>();
        form.sections().forEach(section -> sections.put(section.id(), section));
        return sections;
    }

    private static List<String> order(Form form, Map<String, Section> others) {
        return form.sections().stream()
                .map(Section::id)
                .filter(others::containsKey)
                .toList();
    }

    private static List<String> order(Section section, Section other) {
        Set<String> others = new HashSet<>();
        other.fields().forEach(field -> others.add(field.id()));
        return section.fields().stream().map(Field::id).filter(others::contains).toList();
    }
}
