package quire.forms;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import quire.yaml.Part;

/** Every name stands once, and none is taken by Quire itself. */
final class NameRules {

    /** Keys that every template sees besides the fields. */
    private static final Set<String> RESERVED =
            Set.of("record", "form", "document", "heading", "sections", "signatures");
    /** Keys of the entries of a repeat. */
    private static final Set<String> RESERVED_IN_REPEATS = Set.of("id", "row");

    private NameRules() {}

    /** @param wanted what the file has to be called */
    static void check(Outline outline, String fileName, String wanted) {
        checkFileName(outline.root().member("form"), "form", fileName, wanted);
        checkOnce("section", outline.sections());
        outline.root()
                .member("lists")
                .members()
                .forEach((id, list) -> checkOnce("item of the list “" + id + "”", ChoiceLists.items(list)));
        checkOnce("field", outline.entries().stream().map(Outline.Entry::part).toList());
        outline.entries().forEach(NameRules::checkReserved);
    }

    /** A file is found by its name, so the id inside must be the same. */
    static void checkFileName(Part id, String key, String fileName) {
        checkFileName(id, key, fileName, id.text("") + ".yaml");
    }

    private static void checkFileName(Part id, String key, String fileName, String wanted) {
        String bare = fileName.substring(1 + Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')));
        String text = id.text();
        if (text == null || !bare.endsWith(".yaml") || bare.equals(wanted)) {
            return;
        }
        id.fault(
                "file-name",
                wanted.equals(text + ".yaml")
                        ? "“" + key + "” is “" + text + "”, but the file is called “" + bare
                                + "”. The two must be the same."
                        : "The file is called “" + bare + "”. From what is in it, an earlier version is called “"
                                + wanted + "”.");
    }

    static void checkOnce(String kind, List<Part> things) {
        Map<String, Part> first = new HashMap<>();
        for (Part thing : things) {
            String id = thing.member("id").text("");
            Part earlier = id.isEmpty() ? null : first.putIfAbsent(id, thing);
            if (earlier != null) {
                thing.member("id")
                        .fault(
                                "duplicate-id",
                                "The id “" + id + "” is used for another " + kind + " on line "
                                        + earlier.member("id").place().line() + ". Give this one an id of its own.");
            }
        }
    }

    private static void checkReserved(Outline.Entry entry) {
        boolean reserved =
                RESERVED.contains(entry.id()) || (entry.repeat() != null && RESERVED_IN_REPEATS.contains(entry.id()));
        if (reserved) {
            entry.part()
                    .member("id")
                    .fault(
                            "reserved-id",
                            "The id “" + entry.id() + "” is taken: templates and answers use it for something else. "
                                    + "Give the field another id.");
        }
    }
}
