package quire.convert.word;

import java.util.Locale;
import java.util.Set;

/** Where links lead to on paper: to another place of the document, or to the web. */
final class Links {

    private static final Set<String> SCHEMES = Set.of("http", "https", "mailto", "tel");

    private final Conversion conversion;
    private final Story story;

    Links(Conversion conversion, Story story) {
        this.conversion = conversion;
        this.story = story;
    }

    /** Where a link of the text leads to; empty for nowhere. */
    String of(Xml link) {
        Relation relation = conversion.file().relation(story.part(), link.attribute("r:id"));
        if (relation.external()) {
            String anchor = link.attribute("anchor");
            boolean more = !anchor.isEmpty() && !relation.target().contains("#");
            return outside(relation.target() + (more ? "#" + anchor : ""));
        }
        return inside(link.attribute("anchor"));
    }

    /** Where a field that links leads to; empty for nowhere. */
    String of(Instruction hyperlink) {
        String address = hyperlink.word();
        String anchor = hyperlink.behind('l');
        if (address.isEmpty()) {
            return inside(anchor);
        }
        return outside(address + (anchor.isEmpty() ? "" : "#" + anchor));
    }

    /** The address of a bookmark; empty if the document has no such place, or links have no place here. */
    String inside(String bookmark) {
        String id = story.margin() ? "" : conversion.targets().id(bookmark);
        return id.isEmpty() ? "" : "#" + id;
    }

    /** An address outside that can be followed from paper; empty for others, which are told. */
    private String outside(String address) {
        String stripped = address.strip();
        int colon = stripped.indexOf(':');
        String scheme = colon < 0 ? "" : stripped.substring(0, colon).toLowerCase(Locale.ROOT);
        if (!SCHEMES.contains(scheme)) {
            conversion
                    .losses()
                    .warning(
                            "link-address",
                            "The link to “" + stripped
                                    + "” cannot be followed from paper and is printed as plain text.");
            return "";
        }
        return story.margin() ? "" : stripped;
    }
}
