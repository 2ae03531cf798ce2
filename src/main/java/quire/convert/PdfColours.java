package quire.convert;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import quire.convert.PdfSyntax.Name;

/** Whether colours are for printing presses and do not say which one (DeviceCMYK; ISO 19005-2, 6.2.4.3). */
final class PdfColours {

    private static final Set<String> PRESS = Set.of("DeviceCMYK", "CMYK");
    /** Kinds of colour that stand for another, with its place behind their name. */
    private static final Map<String, Integer> STANDING_FOR =
            Map.of("Indexed", 1, "I", 1, "Pattern", 1, "Separation", 2, "DeviceN", 2);

    private static final int DEEPEST = 4;

    private final PdfObjects objects;

    PdfColours(PdfObjects objects) {
        this.objects = objects;
    }

    /** @param space a colour space, or what points to one, or the name of one among the resources */
    boolean areForPresses(@Nullable Object space, PdfResources resources) {
        return areForPresses(space, resources, 0);
    }

    private boolean areForPresses(@Nullable Object space, PdfResources resources, int depth) {
        if (space == null || depth > DEEPEST) {
            return false;
        }
        Object known = objects.resolve(space);
        if (known instanceof Name name) {
            boolean isPress = PRESS.contains(name.text());
            Object named =
                    isPress ? resources.get("ColorSpace", "DefaultCMYK") : resources.get("ColorSpace", name.text());
            return isPress ? named == null : areForPresses(named, resources, depth + 1);
        }
        if (known instanceof List<?> list && !list.isEmpty() && objects.resolve(list.get(0)) instanceof Name kind) {
            int at = STANDING_FOR.getOrDefault(kind.text(), list.size());
            return at < list.size()
                    ? areForPresses(list.get(at), resources, depth + 1)
                    : list.size() == 1 && areForPresses(kind, resources, depth + 1);
        }
        return false;
    }
}
