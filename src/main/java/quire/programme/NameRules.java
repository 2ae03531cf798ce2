package quire.programme;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import quire.yaml.Part;

/** Every name stands once, and a file is called as what is in it. */
final class NameRules {

    private NameRules() {}

    /** @param earlier whether the file is an earlier version */
    static void check(Draft draft, String fileName, boolean earlier) {
        Part root = draft.root();
        checkFileName(root, fileName, earlier);
        for (String list : List.of("settings", "milestones", "stages", "minimums", "checks", "recipes", "panels")) {
            checkOnce(list.substring(0, list.length() - 1), root.member(list).entries());
        }
        checkOnce(
                "paper",
                Stream.of("documents", "further")
                        .flatMap(list -> root.member(list).entries().stream())
                        .toList());
        checkOnce("session", root.member("training").member("sessions").entries());
        checkOnce("kind of evidence", root.member("evidence").member("kinds").entries());
        root.member("settings")
                .entries()
                .forEach(setting -> checkOnce(
                        "value of the setting “" + setting.member("id").text("") + "”",
                        setting.member("values").entries()));
    }

    private static void checkFileName(Part root, String fileName, boolean earlier) {
        Part id = root.member("programme");
        String bare = fileName.substring(1 + Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')));
        String version = earlier ? "." + root.member("version").whole(1) : "";
        String wanted = id.text("") + version + ".yaml";
        if (id.text() != null && bare.endsWith(".yaml") && !bare.equals(wanted)) {
            id.fault(
                    "file-name",
                    earlier
                            ? "The file is called “" + bare + "”. From what is in it, an earlier version is called “"
                                    + wanted + "”."
                            : "“programme” is “" + id.text() + "”, but the file is called “" + bare
                                    + "”. The two must be the same.");
        }
    }

    private static void checkOnce(String kind, List<Part> things) {
        Map<String, Part> first = new HashMap<>();
        for (Part thing : things) {
            Part id = thing.member("id");
            Part before = id.text() == null ? null : first.putIfAbsent(id.text(""), id);
            if (before != null) {
                id.fault(
                        "duplicate-id",
                        "The id “" + id.text() + "” is used for another " + kind + " on line "
                                + before.place().line() + ". Give this one an id of its own.");
            }
        }
    }
}
