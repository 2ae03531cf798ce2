package quire.bundle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one version of a bundle has that the one before had not, and the other way round. Cover, contents and the other pages
 * that are made for a bundle are left out: they differ always.
 *
 * @param lines in the order of the later version; what is gone comes last
 * @param gaps what is missing now and was not, or the other way round
 * @param reason why the later one was made although something is missing, if that is another reason; empty if it is not
 */
public record Changes(List<Change> lines, List<GapChange> gaps, String reason) {

    /** What became of something. */
    public enum Kind {
        ADDED,
        /** It is still there, and its file or its title is another one. */
        CHANGED,
        /** It is the same, and stands before or behind other things than it did. */
        MOVED,
        GONE
    }

    /**
     * Something that is not as it was.
     *
     * @param kind what became of it
     * @param line as it stands in the later version; for what is gone, in the earlier one
     * @param signed who has signed it since; nobody for what is gone
     */
    public record Change(Kind kind, Contents.Line line, List<Contents.Signed> signed) {

        public Change {
            signed = List.copyOf(signed);
        }
    }

    /** What became of something that is, or was, missing. */
    public enum GapKind {
        OPENED,
        CLOSED,
        /** It is still missing, and something has happened to it. */
        STILL_OPEN
    }

    /**
     * Something missing that is not as it was.
     *
     * @param gap as it is in the later version; for what is closed, in the earlier one
     */
    public record GapChange(GapKind kind, Gap gap) {}

    public Changes {
        lines = List.copyOf(lines);
        gaps = List.copyOf(gaps);
    }

    /** Whether nothing is otherwise. */
    public boolean isNone() {
        return lines.isEmpty() && gaps.isEmpty() && reason.isEmpty();
    }

    /** What is there now and was not. */
    public List<Contents.Line> added() {
        return of(Kind.ADDED).stream().map(Change::line).toList();
    }

    /** What is another one now, or gone. */
    public List<Change> ofOld() {
        return lines.stream()
                .filter(change -> change.kind() == Kind.CHANGED || change.kind() == Kind.GONE)
                .toList();
    }

    List<Change> of(Kind kind) {
        return lines.stream().filter(change -> change.kind() == kind).toList();
    }

    static Changes between(Contents before, Contents after) {
        return new Changes(lines(before, after), gaps(before.gaps(), after.gaps()), reason(before, after));
    }

    private static List<Change> lines(Contents before, Contents after) {
        Map<String, Contents.Line> earlier = items(before);
        Map<String, Contents.Line> later = items(after);
        Set<String> inOrder = Sequence.kept(List.copyOf(earlier.keySet()), List.copyOf(later.keySet()));
        List<Change> changes = new ArrayList<>();
        later.forEach((key, line) -> kind(earlier.get(key), line, inOrder)
                .ifPresent(kind -> changes.add(new Change(kind, line, signed(earlier.get(key), line)))));
        earlier.forEach((key, line) -> {
            if (!later.containsKey(key)) {
                changes.add(new Change(Kind.GONE, line, List.of()));
            }
        });
        return changes;
    }

    /** What became of something that is there; nothing where it is as it was. */
    private static Optional<Kind> kind(Contents.@Nullable Line was, Contents.Line is, Set<String> inOrder) {
        if (was == null) {
            return Optional.of(Kind.ADDED);
        } else if (!isSame(was, is)) {
            return Optional.of(Kind.CHANGED);
        }
        return inOrder.contains(is.key()) ? Optional.empty() : Optional.of(Kind.MOVED);
    }

    private static boolean isSame(Contents.Line was, Contents.Line is) {
        return was.kind() == is.kind()
                && was.source().equals(is.source())
                && was.title().equals(is.title());
    }

    private static List<Contents.Signed> signed(Contents.@Nullable Line was, Contents.Line is) {
        return is.signed().stream()
                .filter(one -> was == null || !was.signed().contains(one))
                .toList();
    }

    private static List<GapChange> gaps(List<Gap> before, List<Gap> after) {
        List<Gap> earlier = new ArrayList<>(before);
        List<Gap> later = new ArrayList<>(after);
        later.removeIf(earlier::remove);
        List<GapChange> changes = new ArrayList<>();
        for (Gap gap : later) {
            boolean known = earlier.stream()
                    .filter(other -> other.title().equals(gap.title()))
                    .findFirst()
                    .map(earlier::remove)
                    .orElse(false);
            changes.add(new GapChange(known ? GapKind.STILL_OPEN : GapKind.OPENED, gap));
        }
        earlier.forEach(gap -> changes.add(new GapChange(GapKind.CLOSED, gap)));
        return changes;
    }

    /** A plan that nobody has given a reason for yet says nothing about it. */
    private static String reason(Contents before, Contents after) {
        return after.reason().equals(before.reason()) ? "" : after.reason();
    }

    private static Map<String, Contents.Line> items(Contents contents) {
        Map<String, Contents.Line> items = new LinkedHashMap<>();
        contents.lines().stream().filter(line -> line.kind().goesIn()).forEach(line -> items.put(line.key(), line));
        return items;
    }
}
