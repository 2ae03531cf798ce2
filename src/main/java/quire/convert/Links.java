package quire.convert;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import quire.convert.PdfSyntax.Name;

/** Links on the pages of a PDF file, as they may stand in another one. */
final class Links {

    private static final Set<String> KEPT = Set.of(
            "Type", "Subtype", "Rect", "Border", "BS", "C", "H", "QuadPoints", "Contents", "Dest", "A", "StructParent");

    private static final Set<Name> LEADING = Set.of(new Name("URI"), new Name("GoTo"));
    private static final long PRINTED = 4;

    private Links() {}

    /** The link without anything that does more than lead somewhere. */
    static Map<String, Object> plain(Map<?, ?> link, PdfObjects objects) {
        Map<String, Object> plain = new LinkedHashMap<>();
        link.forEach((key, value) -> {
            if (KEPT.contains(key)) {
                plain.put((String) key, value);
            }
        });
        Object action = objects.resolve(plain.remove("A"));
        if (action instanceof Map<?, ?> leads
                && objects.resolve(leads.get("S")) instanceof Name kind
                && LEADING.contains(kind)) {
            Map<String, Object> only = new LinkedHashMap<>();
            only.put("S", kind);
            leads.forEach((key, value) -> {
                if (key.equals("URI") || key.equals("D")) {
                    only.put((String) key, value);
                }
            });
            plain.put("A", only);
        }
        plain.put("F", PRINTED);
        return plain;
    }
}
