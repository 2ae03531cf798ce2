package quire.pdf;

import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSString;
import org.jspecify.annotations.Nullable;

/** Where the links and bookmarks of one file lead, said by page and place and no longer by name (ISO 32000-1, 12.3.2). */
final class Destinations {

    private static final COSName GO_TO = COSName.getPDFName("GoTo");
    private static final COSName PLACE = COSName.getPDFName("XYZ");
    private static final Set<String> VIEWS = Set.of("XYZ", "Fit", "FitH", "FitV", "FitR", "FitB", "FitBH", "FitBV");

    private final SourceFile source;
    private final Set<COSBase> pages = Collections.newSetFromMap(new IdentityHashMap<>());
    private @Nullable Map<String, COSBase> names;

    Destinations(SourceFile source) {
        this.source = source;
        pages.addAll(source.pages());
    }

    /** The top of a page. */
    static COSArray top(COSBase page) {
        COSArray destination = new COSArray();
        destination.add(page);
        destination.add(PLACE);
        for (int i = 0; i < 3; i++) {
            destination.add(COSNull.NULL);
        }
        return destination;
    }

    /** A page at 100 %, as readers of bundles want a file to open. */
    static COSArray atFullSize(COSBase page) {
        COSArray destination = top(page);
        destination.set(4, COSInteger.ONE);
        return destination;
    }

    /** Where a bookmark or link leads within the file; null where it leads nowhere or elsewhere. */
    @Nullable
    COSArray of(COSDictionary link) {
        COSBase destination = link.getDictionaryObject(COSName.DEST);
        if (destination == null
                && link.getDictionaryObject(COSName.A) instanceof COSDictionary action
                && GO_TO.equals(action.getCOSName(COSName.S))) {
            destination = action.getDictionaryObject(COSName.D);
        }
        return explicit(destination);
    }

    private @Nullable COSArray explicit(@Nullable COSBase destination) {
        COSBase found = destination;
        if (found instanceof COSString name) {
            found = named(name.getString());
        } else if (found instanceof COSName name) {
            found = named(name.getName());
        }
        if (found instanceof COSDictionary wrapped) {
            found = wrapped.getDictionaryObject(COSName.D);
        }
        if (!(found instanceof COSArray array) || array.size() == 0) {
            return null;
        }
        COSBase page = page(array.getObject(0));
        return page == null ? null : view(page, array);
    }

    private @Nullable COSBase page(COSBase given) {
        if (given instanceof COSInteger index) {
            int place = index.intValue();
            return place >= 0 && place < source.pages().size() ? source.pages().get(place) : null;
        }
        return given != null && pages.contains(given) ? given : null;
    }

    private static COSArray view(COSBase page, COSArray given) {
        String name = given.size() > 1 && given.getObject(1) instanceof COSName known ? known.getName() : "";
        if (!VIEWS.contains(name)) {
            return top(page);
        }
        COSArray view = new COSArray();
        view.add(page);
        view.add(COSName.getPDFName(name));
        for (int i = 2; i < Math.min(given.size(), 6); i++) {
            view.add(given.getObject(i) instanceof COSNumber number ? number : COSNull.NULL);
        }
        return view;
    }

    private @Nullable COSBase named(String name) {
        if (names == null) {
            names = read();
        }
        return names.get(name);
    }

    private Map<String, COSBase> read() {
        Map<String, COSBase> found = new HashMap<>();
        COSDictionary old = source.part("Dests");
        if (old != null) {
            old.keySet().forEach(name -> put(found, name.getName(), old.getDictionaryObject(name)));
        }
        COSDictionary trees = source.part("Names");
        NameTree.walk(trees == null ? null : trees.getDictionaryObject(COSName.DESTS), COSName.NAMES, (key, value) -> {
            if (key instanceof COSString name) {
                put(found, name.getString(), value);
            }
        });
        return found;
    }

    private static void put(Map<String, COSBase> found, String name, @Nullable COSBase destination) {
        if (destination != null) {
            found.putIfAbsent(name, destination);
        }
    }
}
