package quire.convert;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import quire.convert.PdfObjects.Stored;
import quire.convert.PdfSyntax.Name;
import quire.convert.PdfSyntax.Reference;

/**
 * What a PDF file has to become before its pages stand among others: no forms, no comments, nothing that runs, nothing that
 * hides beside the pages. What lies on a page is drawn into it, or would be lost.
 */
final class SafeCopy implements PdfCopy.Changes {

    private static final Set<String> OF_A_CATALOG = Set.of(
            "Type", "Version", "Lang", "StructTreeRoot", "MarkInfo", "OCProperties", "Outlines", "Dests", "Names");

    private static final Set<String> OF_A_PAGE = Set.of(
            "Type",
            "Resources",
            "MediaBox",
            "CropBox",
            "Rotate",
            "UserUnit",
            "Contents",
            "Group",
            "StructParents",
            "Tabs");

    /** What asks a screen to smooth a picture, or a printer to fetch another one; archives allow neither. */
    private static final Set<String> NOT_OF_A_DRAWING =
            Set.of("Interpolate", "Alternates", "OPI", "PS", "Metadata", "PieceInfo");

    private static final Set<String> OF_TAGS = Set.of("StructTreeRoot", "MarkInfo", "StructParents", "Tabs");

    private final PdfObjects objects;
    private final PdfActions actions;
    private final boolean keepsTags;
    private final int catalog;
    private final Map<Integer, SafePage> pages = new HashMap<>();
    private final Set<Integer> looks = new HashSet<>();
    private final List<PdfCopy.New> added = new ArrayList<>();
    private final Set<Integer> links = new HashSet<>();
    private final Reference tree;
    /** Below 0, where no file has numbers. */
    private int lastNumber;

    /** @param keepsTags whether the tags still say what is there when all else is done */
    SafeCopy(PdfObjects objects, List<SafePage> all, boolean keepsTags) {
        this.objects = objects;
        this.actions = new PdfActions(objects::resolve);
        this.keepsTags = keepsTags;
        this.catalog = objects.root() instanceof Reference root ? root.number() : 0;
        this.tree = new Reference(--lastNumber);
        addTree(all);
    }

    @Override
    public Object changed(Stored stored) {
        SafePage page = pages.get(stored.number());
        Object value = actions.without(stored.value());
        if (!(value instanceof Map<?, ?> dictionary)) {
            return value;
        } else if (page != null) {
            return page(page, dictionary);
        } else if (stored.number() == catalog) {
            return catalog(dictionary);
        } else if (links.contains(stored.number())) {
            return Links.plain(dictionary, objects);
        }
        return stored.from() >= 0 ? drawing(stored.number(), dictionary) : value;
    }

    @Override
    public List<PdfCopy.New> added() {
        return added;
    }

    @Override
    public boolean keepsInformation() {
        return false;
    }

    /** All pages directly below one node; those that had no number get one. */
    private void addTree(List<SafePage> all) {
        List<Object> kids = new ArrayList<>();
        for (SafePage page : all) {
            int number = page.number();
            if (number == 0) {
                number = --lastNumber;
                Map<?, ?> own = objects.resolve(page.object()) instanceof Map<?, ?> known ? known : Map.of();
                addDrawing(page);
                added.add(new PdfCopy.New(number, page(page, (Map<?, ?>) actions.without(own)), new byte[0]));
            } else {
                pages.put(number, page);
                addDrawing(page);
            }
            kids.add(new Reference(number));
        }
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("Type", new Name("Pages"));
        node.put("Kids", kids);
        node.put("Count", (long) kids.size());
        added.add(new PdfCopy.New(tree.number(), node, new byte[0]));
    }

    /** What is drawn before the page, so that it leaves nothing behind, and after it. */
    private void addDrawing(SafePage page) {
        page.links().forEach(link -> {
            if (link.object() instanceof Reference reference) {
                links.add(reference.number());
            }
        });
        if (!page.appearances().isEmpty()) {
            page.begins(new Reference(--lastNumber));
            page.ends(new Reference(--lastNumber));
            added.add(stream(page.begin(), "q\n"));
            added.add(stream(page.end(), page.ending()));
            page.appearances().forEach(look -> looks.add(look.drawing().number()));
        }
    }

    private static PdfCopy.New stream(Reference number, String content) {
        return new PdfCopy.New(number.number(), Map.of(), content.getBytes(StandardCharsets.ISO_8859_1));
    }

    private Map<String, Object> catalog(Map<?, ?> old) {
        Map<String, Object> kept = only(OF_A_CATALOG, old);
        kept.put("Pages", tree);
        if (objects.resolve(kept.remove("Names")) instanceof Map<?, ?> names && names.containsKey("Dests")) {
            kept.put("Names", Map.of("Dests", actions.without(names.get("Dests"))));
        }
        return kept;
    }

    private Map<String, Object> page(SafePage page, Map<?, ?> own) {
        Map<String, Object> all = new LinkedHashMap<>(page.inherited());
        own.forEach((key, value) -> all.put((String) key, value));
        Map<String, Object> kept = only(OF_A_PAGE, all);
        kept.put("Parent", tree);
        if (keepsTags && !page.links().isEmpty()) {
            kept.put("Annots", page.links().stream().map(this::link).toList());
        }
        if (!page.appearances().isEmpty()) {
            kept.put("Contents", page.contents(all.get("Contents"), objects));
            kept.put("Resources", page.resources(all.get("Resources"), objects));
        }
        return kept;
    }

    /** A link that the tags know by its number keeps that. */
    private Object link(Annotations.Annotation link) {
        return link.object() instanceof Reference ? link.object() : Links.plain(link.dictionary(), objects);
    }

    private Map<String, Object> only(Set<String> wanted, Map<?, ?> dictionary) {
        Map<String, Object> kept = new LinkedHashMap<>();
        dictionary.forEach((key, value) -> {
            boolean isTag = OF_TAGS.contains(key);
            if (wanted.contains(key) && (keepsTags || !isTag)) {
                kept.put((String) key, value);
            }
        });
        return kept;
    }

    private Map<String, Object> drawing(int number, Map<?, ?> dictionary) {
        Map<String, Object> kept = new LinkedHashMap<>();
        dictionary.forEach((key, value) -> {
            if (!NOT_OF_A_DRAWING.contains(key)) {
                kept.put((String) key, value);
            }
        });
        if (looks.contains(number)) {
            kept.put("Type", new Name("XObject"));
            kept.put("Subtype", new Name("Form"));
        }
        return kept;
    }
}
