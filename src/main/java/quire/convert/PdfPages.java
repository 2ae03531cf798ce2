package quire.convert;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import quire.convert.PdfSyntax.Reference;
import quire.core.Problem;

/** The pages of a PDF file in their order (ISO 32000-2, 7.7.3), each with what it inherits. */
final class PdfPages {

    private static final int MOST_NODES = 10_000;

    /** What a page has of the nodes above it unless it says otherwise. */
    private static final List<String> INHERITED = List.of("Resources", "MediaBox", "CropBox", "Rotate");

    private final PdfObjects objects;
    private final List<Page> pages = new ArrayList<>();
    private final Deque<Page> ahead = new ArrayDeque<>();

    /**
     * Where one page stands. Pages themselves are not kept, they may be very large together.
     *
     * @param object the page, or what points to it
     * @param inherited what it has of the nodes above it
     */
    record Page(Object object, Map<String, Object> inherited) {

        /** The number of its object; 0 if it has none. */
        int number() {
            return object instanceof Reference reference ? reference.number() : 0;
        }

        /** The page, what it inherits included. */
        Map<String, Object> dictionary(PdfObjects objects) {
            Map<String, Object> page = new LinkedHashMap<>(inherited);
            if (objects.resolve(object) instanceof Map<?, ?> own) {
                own.forEach((key, value) -> page.put((String) key, value));
            }
            return page;
        }
    }

    private PdfPages(PdfObjects objects) {
        this.objects = objects;
    }

    /**
     * Walks the tree; one that leads back into itself has no end.
     *
     * @throws Problem if it is damaged, or has more than {@value PdfFile#MOST_PAGES} pages
     */
    static List<Page> of(PdfObjects objects) {
        PdfPages walk = new PdfPages(objects);
        walk.start();
        return List.copyOf(walk.pages);
    }

    private void start() {
        Object root = objects.resolve(objects.root()) instanceof Map<?, ?> catalog ? catalog.get("Pages") : null;
        if (root != null) {
            ahead.push(new Page(root, Map.of()));
        }
        Set<Integer> seen = new HashSet<>();
        while (!ahead.isEmpty()) {
            Page next = ahead.pop();
            boolean again = next.object() instanceof Reference reference && !seen.add(reference.number());
            if (again || seen.size() > MOST_NODES || !(objects.resolve(next.object()) instanceof Map<?, ?> node)) {
                throw PdfFile.damaged();
            }
            visit(next, node);
            if (pages.size() + ahead.size() > PdfFile.MOST_PAGES) {
                throw Refusal.PAGES.problem("Upload only the pages that are needed, or split it into several files.");
            }
        }
    }

    private void visit(Page next, Map<?, ?> node) {
        if (objects.resolve(node.get("Kids")) instanceof List<?> kids) {
            Map<String, Object> known = new LinkedHashMap<>(next.inherited());
            INHERITED.stream().filter(node::containsKey).forEach(key -> known.put(key, node.get(key)));
            for (int i = kids.size() - 1; i >= 0; i--) {
                ahead.push(new Page(kids.get(i), known));
            }
        } else {
            pages.add(next);
        }
    }
}
