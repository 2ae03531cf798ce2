package quire.forms;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import quire.core.Nearest;
import quire.yaml.Part;

/** Whatever a form names is there: roles, sections, other dates. */
final class ReferenceRules {

    private final Outline outline;

    private ReferenceRules(Outline outline) {
        this.outline = outline;
    }

    static void check(Outline outline) {
        ReferenceRules rules = new ReferenceRules(outline);
        outline.sections().forEach(rules::section);
        outline.entries().forEach(entry -> {
            rules.bound(entry, "not_before");
            rules.bound(entry, "not_after");
            rules.rows(entry);
        });
    }

    private void section(Part section) {
        String name = "The section “" + section.member("id").text("?") + "”";
        role(section.member("owner"), name + " is owned by");
        section.member("visible_to").entries().forEach(role -> role(role, name + " is visible to"));
        section.member("comments").entries().forEach(role -> role(role, name + " may be commented on by"));
        section.member("release_to").members().forEach((id, how) -> {
            if (!outline.roles().contains(id)) {
                unknownRole(how, id, name + " is released to");
            }
            role(how.member("by"), name + " is released by");
        });
        startWhen(section, name);
    }

    private void role(Part part, String sentence) {
        String id = part.text();
        if (id != null && !outline.roles().contains(id)) {
            unknownRole(part, id, sentence);
        }
    }

    private void unknownRole(Part part, String id, String sentence) {
        part.fault(
                "unknown-role",
                sentence + " “" + id + "”, which is not under “roles”.",
                Nearest.to(id, outline.roles()));
    }

    private void startWhen(Part section, String name) {
        Part after = section.member("start_when").member("section");
        String id = after.text();
        if (id == null) {
            return;
        }
        if (!outline.sectionIds().contains(id)) {
            unknownSection(after, id, name + " starts after", outline.sectionIds());
        } else if (waitsForItself(section)) {
            after.fault(
                    "circle",
                    name + " can never start, because it waits for “" + id + "”, which waits for it in turn.");
        }
    }

    static void unknownSection(Part part, String id, String sentence, Collection<String> known) {
        part.fault(
                "unknown-section",
                sentence + " the section “" + id + "”, which is not in the form.",
                Nearest.to(id, known));
    }

    private boolean waitsForItself(Part section) {
        String start = section.member("id").text("");
        Set<String> seen = new LinkedHashSet<>();
        String next = before(section);
        while (next != null && seen.add(next)) {
            if (next.equals(start)) {
                return true;
            }
            next = before(sectionOf(next));
        }
        return false;
    }

    private static @Nullable String before(@Nullable Part section) {
        return section == null
                ? null
                : section.member("start_when").member("section").text();
    }

    private @Nullable Part sectionOf(String id) {
        return outline.sections().stream()
                .filter(section -> section.member("id").text("").equals(id))
                .findFirst()
                .orElse(null);
    }

    private void bound(Outline.Entry entry, String key) {
        Part part = entry.part().member(key).member("field");
        String id = part.text();
        if (id == null) {
            return;
        }
        Set<String> inSight = outline.inSightOf(entry);
        Outline.Entry other = outline.find(id);
        if (other == null || !inSight.contains(id)) {
            part.fault(
                    "unknown-field",
                    "“" + key + "” of the field “" + entry.id() + "” names “" + id
                            + "”, which is not another field that it can look at.",
                    Nearest.to(id, inSight));
        } else if (!other.type().equals("date")) {
            part.fault(
                    "unknown-field",
                    "“" + key + "” of the field “" + entry.id() + "” names “" + id + "”, which is not a date.");
        }
    }

    private void rows(Outline.Entry entry) {
        if (!entry.part().member("rows").isPresent()) {
            return;
        }
        for (String key : new String[] {"min", "max", "add_label"}) {
            if (entry.part().member(key).isPresent()) {
                entry.part()
                        .member(key)
                        .fault(
                                "bounds",
                                "The field “" + entry.id()
                                        + "” has the rows of a list, so nothing can be added or left "
                                        + "out. Take out “" + key + "”.");
            }
        }
    }
}
