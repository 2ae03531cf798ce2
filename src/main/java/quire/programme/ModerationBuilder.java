package quire.programme;

import static quire.programme.ProgrammeBuilder.list;
import static quire.programme.ProgrammeBuilder.rule;
import static quire.programme.ProgrammeBuilder.text;
import static quire.programme.ProgrammeBuilder.when;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quire.yaml.Part;

/** Makes what panels read and do from the file of a programme; tolerant as {@link ProgrammeBuilder} is. */
final class ModerationBuilder {

    private ModerationBuilder() {}

    static Moderation moderation(Part root) {
        return new Moderation(
                list(root.member("recipes"), ModerationBuilder::recipe),
                list(
                        root.member("never"),
                        part -> new Never(
                                part.member("forms").texts(),
                                part.member("evidence").texts(),
                                text(part, "because"),
                                text(part, "source"))),
                list(
                        root.member("evidence").member("kinds"),
                        part -> new EvidenceKind(text(part, "id"), text(part, "text"))),
                list(root.member("panels"), ModerationBuilder::panel));
    }

    private static Recipe recipe(Part part) {
        return new Recipe(
                text(part, "id"),
                text(part, "title"),
                text(part, "identity").equals("coded"),
                part.member("keeps").texts(),
                !text(part, "only").equals("completed"),
                part.member("part_only").truth(),
                list(part.member("contents"), ModerationBuilder::item),
                part.member("beside").texts(),
                part.member("rules").texts(),
                text(part, "source"));
    }

    private static Recipe.Item item(Part part) {
        Part page = part.member("page");
        return new Recipe.Item(
                page.isPresent() ? ProgrammeBuilder.word(Recipe.Page.class, page, Recipe.Page.COVER) : null,
                part.member("part").text(),
                part.member("papers").texts());
    }

    private static Panel panel(Part part) {
        Map<String, Integer> members = new LinkedHashMap<>();
        part.member("members").members().forEach((role, count) -> members.put(role, count.whole(1)));
        return new Panel(
                text(part, "id"),
                text(part, "title"),
                when(part.member("required_when")),
                part.member("recipes").texts(),
                part.member("papers").texts(),
                members,
                part.member("minutes_each").whole(),
                part.member("outcomes").texts(),
                sample(part.member("sample")),
                list(
                        part.member("steps"),
                        step -> new Panel.Step(rule(step.member("due")), text(step, "by"), text(step, "task"))),
                text(part, "source"));
    }

    private static Panel.@Nullable Sample sample(Part part) {
        return part.isPresent()
                ? new Panel.Sample(
                        part.member("percent").whole(100), part.member("always").texts())
                : null;
    }
}
