package quire.convert;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import quire.convert.PdfSyntax.Name;

/** What lies on a page beside what draws it: boxes of forms, comments, links (ISO 32000-2, 12.5). */
final class Annotations {

    private static final int MOST = 20_000;
    private static final Set<String> NO_COMMENT =
            Set.of("Link", "Widget", "Popup", "TrapNet", "PrinterMark", "Watermark", "Screen");

    private final PdfObjects objects;

    /**
     * One of them.
     *
     * @param object the annotation, or what points to it
     */
    record Annotation(Object object, Map<?, ?> dictionary) {}

    Annotations(PdfObjects objects) {
        this.objects = objects;
    }

    /** The annotations of a page, in the order in which they lie. */
    List<Annotation> of(Map<String, Object> page) {
        List<Annotation> found = new ArrayList<>();
        if (objects.resolve(page.get("Annots")) instanceof List<?> list) {
            for (Object one : list.size() > MOST ? list.subList(0, MOST) : list) {
                if (objects.resolve(one) instanceof Map<?, ?> annotation) {
                    found.add(new Annotation(one, annotation));
                }
            }
        }
        return found;
    }

    boolean isComment(Annotation annotation) {
        return !NO_COMMENT.contains(kind(annotation));
    }

    String kind(Annotation annotation) {
        return name(annotation.dictionary().get("Subtype"));
    }

    private String name(@Nullable Object object) {
        return objects.resolve(object) instanceof Name name ? name.text() : "";
    }
}
