package quire.hints;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Finds what may identify somebody in what people have written: numbers, addresses, dates of birth, and names of a list. It
 * takes time in proportion to the text, whatever it says. May be shared between threads.
 */
public final class Hints {

    private final List<ListedName> names;

    /** @param names of people as they are called, given names first; others than these are not found */
    public Hints(Collection<String> names) {
        this.names =
                names.stream().flatMap(name -> ListedName.of(name).stream()).toList();
    }

    /** All hints in their order; none of them overlap. */
    public List<Hint> in(String text) {
        NavigableMap<Integer, Hint> found = new TreeMap<>();
        for (TextForm form : TextForm.ALL) {
            form.in(text).forEach(hint -> addIfFree(hint, found));
        }
        FoldedText folded = FoldedText.of(text);
        names.stream()
                .flatMap(name -> name.in(folded).stream())
                .sorted(Comparator.comparing(hint -> hint.start() - hint.end()))
                .forEach(hint -> addIfFree(hint, found));
        return List.copyOf(found.values());
    }

    /** @param found by their beginnings */
    private static void addIfFree(Hint hint, NavigableMap<Integer, Hint> found) {
        Map.Entry<Integer, Hint> before = found.lowerEntry(hint.end());
        if (before == null || !before.getValue().overlaps(hint)) {
            found.put(hint.start(), hint);
        }
    }
}
