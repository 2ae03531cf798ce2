package quire.bundle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one version of a bundle has that the one before had not, and the other way round. Cover, contents and the other pages
 * that are made for a bundle are left out: they differ always.
 *
 * @param lines in the order of the later version; what is gone comes last
 */
public record Changes(List<Change> lines) {

    /** What became of something. */
    public enum Kind {
        ADDED,
        /** It is still there, and its file is another one. */
        CHANGED,
        GONE
    }

    /**
     * Something that is not as it was.
     *
     * @param kind what became of it
     * @param line as it stands in the later version; for what is gone, in the earlier one
     */
    public record Change(Kind kind, Contents.Line line) {}

    public Changes {
        lines = List.copyOf(lines);
    }

    static Changes between(Contents before, Contents after) {
        Map<String, Contents.Line> earlier = items(before);
        List<Change> changes = new ArrayList<>();
        items(after).forEach((key, line) -> {
            Contents.Line was = earlier.remove(key);
            if (was == null) {
                changes.add(new Change(Kind.ADDED, line));
            } else if (!isSame(was, line)) {
                changes.add(new Change(Kind.CHANGED, line));
            }
        });
        earlier.values().forEach(line -> changes.add(new Change(Kind.GONE, line)));
        return new Changes(changes);
    }

    private static boolean isSame(Contents.Line was, Contents.Line is) {
        return was.kind() == is.kind() && was.source().equals(is.source());
    }

    private static Map<String, Contents.Line> items(Contents contents) {
        Map<String, Contents.Line> items = new LinkedHashMap<>();
        contents.lines().stream()
                .filter(line -> !line.kind().isMadeForTheBundle() || line.kind() == Plan.Kind.SLIP)
                .forEach(line -> items.put(line.key(), line));
        return items;
    }
}
