package quire.forms;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quire.core.Nearest;
import quire.core.Ordered;
import quire.yaml.Part;

/** Reads the lists of a form: items that are written there, or the statements of a standard. */
final class ChoiceLists {

    private ChoiceLists() {}

    /** The lists by id; one that names a standard which is not there has no items. */
    static Map<String, ChoiceList> read(Part lists, Map<String, Standard> standards) {
        Map<String, ChoiceList> byId = new LinkedHashMap<>();
        lists.members().forEach((id, part) -> byId.put(id, list(id, part, standards)));
        return byId;
    }

    /** Where the items of a list are written, if they are. */
    static List<Part> items(Part list) {
        Part taken = list.member("items");
        return taken.isPresent() ? taken.entries() : list.entries();
    }

    /** Complains of standards that are not there. */
    static void check(Part lists, Map<String, Standard> standards) {
        lists.members().forEach((id, list) -> {
            Part named = list.member("standard");
            String standard = named.text();
            if (standard != null && !list.member("items").isPresent() && !standards.containsKey(standard)) {
                named.fault(
                        "unknown-standard",
                        "The list “" + id + "” takes its items from the standard “" + standard
                                + "”. There is no standards/" + standard
                                + ".yaml beside the form, or that file has faults.",
                        Nearest.to(standard, standards.keySet()));
            }
        });
    }

    private static ChoiceList list(String id, Part part, Map<String, Standard> standards) {
        String named = part.member("standard").text();
        Standard standard = named == null || part.member("items").isPresent() ? null : standards.get(named);
        return standard != null
                ? standard.asList(id)
                : new ChoiceList(
                        id, named, items(part).stream().map(ChoiceLists::item).toList());
    }

    private static ChoiceList.Item item(Part part) {
        return new ChoiceList.Item(
                part.member("id").text(""),
                part.member("text").text(""),
                part.member("hint").text());
    }

    /** The lists as they are published: with the items that a standard had on that day. */
    static Map<String, @Nullable Object> definition(
            Map<String, @Nullable Object> lists, Map<String, Standard> standards) {
        Map<String, @Nullable Object> definition = new LinkedHashMap<>(lists);
        definition.replaceAll((id, list) ->
                list instanceof Map<?, ?> map && !map.containsKey("items") ? taken(id, map, standards) : list);
        return definition;
    }

    private static Map<?, ?> taken(String id, Map<?, ?> list, Map<String, Standard> standards) {
        Standard standard = list.get("standard") instanceof String named ? standards.get(named) : null;
        if (standard == null) {
            return list;
        }
        return Ordered.of(
                "standard",
                standard.id(),
                "version",
                BigDecimal.valueOf(standard.version()),
                "items",
                standard.asList(id).items().stream().map(ChoiceList.Item::data).toList());
    }
}
