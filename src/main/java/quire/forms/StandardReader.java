package quire.forms;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import quire.core.Finding;
import quire.core.Nearest;
import quire.yaml.Definitions;
import quire.yaml.Part;

/** Reads the files of standards. */
final class StandardReader {

    private final Part root;

    private StandardReader(Part root) {
        this.root = root;
    }

    /**
     * Reads one standard.
     *
     * @param findings where faults go
     * @return null if there was an error
     */
    static @Nullable Standard read(String yaml, String fileName, List<Finding> findings) {
        return Definitions.read(yaml, fileName, findings, root -> {
            Formats.STANDARD.check(root);
            StandardReader reader = new StandardReader(root);
            reader.checkNames(fileName);
            return reader.standard();
        });
    }

    private Standard standard() {
        return new Standard(
                root.member("standard").text(""),
                root.member("version").whole(1),
                root.member("title").text(""),
                root.member("source").text(""),
                inForce(root.member("in_force")),
                root.member("placeholder").truth(),
                level(root.member("level")),
                root.member("groups").entries().stream()
                        .map(group -> new Standard.Group(
                                group.member("id").text(""),
                                group.member("title").text("")))
                        .toList(),
                root.member("statements").entries().stream()
                        .map(StandardReader::statement)
                        .toList());
    }

    private static Standard.InForce inForce(Part part) {
        LocalDate from = day(part.member("from"));
        LocalDate until = day(part.member("until"));
        if (from != null && until != null && until.isBefore(from)) {
            part.member("until").fault("bounds", "The standard is in force until a day before it begins.");
        }
        return new Standard.InForce(from, until);
    }

    private static @Nullable LocalDate day(Part part) {
        LocalDate day = Dates.parse(part.data());
        boolean looksLikeOne = part.text("").matches("\\d{4}-\\d{2}-\\d{2}");
        if (day == null && looksLikeOne) {
            part.fault("format", "“" + part.text() + "” is no day of the calendar. Write one such as 2027-03-31.");
        }
        return day;
    }

    private static Standard.@Nullable Level level(Part part) {
        return part.isPresent()
                ? new Standard.Level(
                        part.member("number").text(),
                        part.member("title").text(""),
                        part.member("text").text())
                : null;
    }

    private static Standard.Statement statement(Part part) {
        return new Standard.Statement(
                part.member("id").text(""),
                part.member("number").text(),
                part.member("text").text(""),
                part.member("group").text(),
                part.member("descriptor").text());
    }

    private void checkNames(String fileName) {
        NameRules.checkFileName(root.member("standard"), "standard", fileName);
        NameRules.checkOnce("group", root.member("groups").entries());
        NameRules.checkOnce("statement", root.member("statements").entries());
        Set<String> groups = root.member("groups").entries().stream()
                .map(group -> group.member("id").text(""))
                .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
        for (Part statement : root.member("statements").entries()) {
            String group = statement.member("group").text();
            if (group != null && !groups.contains(group)) {
                statement
                        .member("group")
                        .fault(
                                "unknown-group",
                                "The statement “" + statement.member("id").text("?") + "” stands in the group “" + group
                                        + "”, which is not under “groups”.",
                                Nearest.to(group, groups));
            }
        }
    }
}
