package quire.forms;

import quire.yaml.Part;

/** What the record fills in can be neither asked for nor added to. */
final class FillingRules {

    private FillingRules() {}

    static void check(Outline outline) {
        for (Outline.Entry entry : outline.entries()) {
            if (entry.part().member("filled_by").isPresent()) {
                check(entry);
            }
        }
    }

    private static void check(Outline.Entry entry) {
        if (entry.part().member("required").truth()) {
            forbid(entry, "required", "so nobody can be asked for it");
        }
        if (entry.type().equals("repeat")) {
            for (String key : new String[] {"min", "add_label"}) {
                forbid(entry, key, "so people add no entries");
            }
            forbid(entry, "rows", "so it cannot have the rows of a list too");
        }
    }

    private static void forbid(Outline.Entry entry, String key, String why) {
        Part part = entry.part().member(key);
        if (part.isPresent()) {
            part.fault(
                    "filled",
                    "The field “" + entry.id() + "” is filled in from the record, " + why + ". Take out “" + key
                            + "”.");
        }
    }
}
