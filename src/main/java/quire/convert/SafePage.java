package quire.convert;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quire.convert.PdfSyntax.Reference;

/** One page with what lies on it, on its way into a safe copy. */
final class SafePage {

    private static final String NAME = "QuireLook";

    private final PdfPages.Page page;
    private final List<Appearance> appearances;
    private final List<Annotations.Annotation> links;
    private final int open;
    private Reference begin = new Reference(0);
    private Reference end = new Reference(0);

    /**
     * @param appearances of what is to be drawn into it, in order
     * @param links that it may keep
     * @param open how many states its content saves and does not take back
     */
    SafePage(PdfPages.Page page, List<Appearance> appearances, List<Annotations.Annotation> links, int open) {
        this.page = page;
        this.appearances = List.copyOf(appearances);
        this.links = List.copyOf(links);
        this.open = open;
    }

    /** The number of its object; 0 if it has none. */
    int number() {
        return page.number();
    }

    Object object() {
        return page.object();
    }

    Map<String, Object> inherited() {
        return page.inherited();
    }

    List<Appearance> appearances() {
        return appearances;
    }

    List<Annotations.Annotation> links() {
        return links;
    }

    Reference begin() {
        return begin;
    }

    Reference end() {
        return end;
    }

    void begins(Reference stream) {
        begin = stream;
    }

    void ends(Reference stream) {
        end = stream;
    }

    /** What is drawn after the content, where it was before anything was drawn. */
    String ending() {
        StringBuilder content = new StringBuilder("\n" + "Q ".repeat(open + 1) + "\n");
        for (int i = 0; i < appearances.size(); i++) {
            content.append(appearances.get(i).operators(NAME + i));
        }
        return content.toString();
    }

    List<Object> contents(@Nullable Object old, PdfObjects objects) {
        List<Object> all = new ArrayList<>();
        all.add(begin);
        if (objects.resolve(old) instanceof List<?> several) {
            all.addAll(several);
        } else if (old != null) {
            all.add(old);
        }
        all.add(end);
        return all;
    }

    /** Those that it had, and the looks. */
    Map<String, Object> resources(@Nullable Object old, PdfObjects objects) {
        Map<String, Object> all = copy(old, objects);
        Map<String, Object> drawings = copy(all.get("XObject"), objects);
        for (int i = 0; i < appearances.size(); i++) {
            drawings.put(NAME + i, appearances.get(i).drawing());
        }
        all.put("XObject", drawings);
        return all;
    }

    private static Map<String, Object> copy(@Nullable Object dictionary, PdfObjects objects) {
        Map<String, Object> copy = new LinkedHashMap<>();
        if (objects.resolve(dictionary) instanceof Map<?, ?> known) {
            known.forEach((key, value) -> copy.put((String) key, value));
        }
        return copy;
    }
}
