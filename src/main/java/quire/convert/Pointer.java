package quire.convert;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One relationship of a Word file: what a part points to, inside the file or outside it.
 *
 * @param id its name inside the part that it belongs to
 * @param type what kind of thing it points to, an address of ECMA-376
 * @param target where to
 * @param isExternal whether it says that the target lies outside the file
 */
record Pointer(String id, String type, String target, boolean isExternal) {

    private static final Set<String> PROGRAMS = Set.of(
            "oleobject",
            "package",
            "control",
            "vbaproject",
            "wordvbadata",
            "activexcontrolbinary",
            "afchunk",
            "attachedtoolbars",
            "webextension",
            "webextensiontaskpanes");

    private static final Pattern LINK = Pattern.compile("(?i)(https?://|mailto:|tel:|#).*", Pattern.DOTALL);
    private static final Pattern OUTSIDE = Pattern.compile("(?i)([a-z][a-z0-9+.-]*:|//|\\\\).*", Pattern.DOTALL);

    /** The last word of the type, in small letters. */
    String kind() {
        return type.substring(type.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    }

    boolean leadsToAProgram() {
        return PROGRAMS.contains(kind());
    }

    boolean leadsOutside() {
        return isExternal || OUTSIDE.matcher(target).matches();
    }

    boolean isHyperlink() {
        return kind().equals("hyperlink");
    }

    /** A link that a reader may follow by hand, and that fetches nothing by itself. */
    boolean isHarmlessLink() {
        return isHyperlink() && LINK.matcher(target).matches();
    }
}
