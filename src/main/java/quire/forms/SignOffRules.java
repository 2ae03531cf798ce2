package quire.forms;

import java.util.List;
import java.util.Set;
import quire.core.Finding;
import quire.core.Nearest;
import quire.yaml.Part;

/** Sign-off goes upwards, covers what is there, and is done by who can read it. */
final class SignOffRules {

    private SignOffRules() {}

    static void check(Outline outline) {
        int before = 0;
        Part locked = null;
        for (Part step : outline.root().member("sign_off").entries()) {
            int number = step.member("step").whole(before);
            if (number < before) {
                step.member("step")
                        .fault(
                                "order",
                                "Step " + number + " stands after step " + before + ". Put them in their order.");
            }
            if (locked != null && number > locked.member("step").whole(0)) {
                locked.member("locks")
                        .fault(
                                "order",
                                "This step closes the paper, so step " + number
                                        + " could never be signed. Let the last " + "step close it.");
                locked = null;
            }
            locked = step.member("locks").isPresent() ? step : locked;
            before = Math.max(before, number);
            checkStep(step, outline);
        }
    }

    private static void checkStep(Part step, Outline outline) {
        String name = "Step " + step.member("step").whole(0) + " of “sign_off”";
        for (Part section : step.member("covers").entries()) {
            String id = section.text();
            if (id != null && !outline.sectionIds().contains(id)) {
                ReferenceRules.unknownSection(section, id, name + " covers", outline.sectionIds());
            }
        }
        for (String who : List.of("all", "any")) {
            for (Part role : step.member("by").member(who).entries()) {
                checkSigner(step, role, name, outline);
            }
        }
    }

    private static void checkSigner(Part step, Part role, String name, Outline outline) {
        String id = role.text();
        if (id == null) {
            return;
        }
        if (!outline.roles().contains(id)) {
            role.fault(
                    "unknown-role",
                    name + " is signed by “" + id + "”, which is not under “roles”.",
                    Nearest.to(id, outline.roles()));
            return;
        }
        Set<String> covered = Set.copyOf(step.member("covers").texts());
        for (Part section : outline.sections()) {
            String sectionId = section.member("id").text("");
            if (covered.contains(sectionId) && !outline.readers(section).contains(id)) {
                role.add(Finding.warning(
                        "unread",
                        name + " lets “" + id + "” sign the section “" + sectionId
                                + "”, which that role can never read.",
                        role.place()));
            }
        }
    }
}
