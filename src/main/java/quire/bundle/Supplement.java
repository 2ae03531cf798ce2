package quire.bundle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import quire.core.Problem;

/**
 * What has come to a portfolio since its newest final bundle, and whether a supplement can bring it: not where something that
 * the bundle or its supplements hold is another one now, or gone.
 *
 * @param base the newest final version
 * @param changes what is otherwise than in it and its supplements
 */
public record Supplement(Bundle base, Changes changes) {

    private static final int MOST_NAMED = 5;

    /** Nothing where no final version was made yet. */
    static Optional<Supplement> since(Earlier earlier, Plan plan) {
        return earlier.find()
                .flatMap(base -> earlier.together()
                        .map(before -> new Supplement(base, Changes.between(before, Contents.of(plan)))));
    }

    public boolean isPossible() {
        return refusal().isEmpty();
    }

    /** Why there can be none, in a sentence or two; empty if there can. */
    public String refusal() {
        List<Changes.Change> old = changes.ofOld();
        if (!old.isEmpty()) {
            return "A supplement only adds. This is not as it was in version " + base.number() + ": " + titles(old)
                    + ". Make a new version.";
        }
        return changes.added().isEmpty()
                ? "Nothing was added since version " + base.number() + " and its supplements were made."
                : "";
    }

    /** What a supplement goes on from. */
    static Continued continued(Making making) {
        Earlier earlier = making.earlier();
        Bundle base = base(earlier);
        return new Continued(base.id(), base.number(), base.digest(), making.number(), earlier.lastPage());
    }

    /**
     * What stands in a supplement.
     *
     * @param all what would stand in a new version
     * @param plan the plan of that
     * @throws Problem if there is no bundle to supplement, or no supplement can be made to it
     */
    static List<Piece> pieces(List<Piece> all, Plan plan, Earlier earlier) {
        Supplement supplement =
                new Supplement(base(earlier), Changes.between(earlier.together().orElseThrow(), Contents.of(plan)));
        if (!supplement.isPossible()) {
            throw Problem.of(Problem.Kind.CONFLICT, supplement.refusal());
        }
        Set<String> added =
                supplement.changes().added().stream().map(Contents.Line::key).collect(Collectors.toSet());
        List<Piece> pieces = new ArrayList<>();
        pieces.add(Selection.made(Plan.Kind.COVER, Plan.Kind.COVER.key(), "Cover", 1));
        pieces.add(Selection.made(Plan.Kind.CONTENTS, Plan.Kind.CONTENTS.key(), "Contents", 1));
        all.stream()
                .filter(piece -> added.contains(piece.entry().key()))
                .map(piece -> piece.with(piece.entry().atTop()))
                .forEach(pieces::add);
        pieces.add(Selection.made(Plan.Kind.CONTROL, Plan.Kind.CONTROL.key(), "Control sheet", 1));
        return pieces;
    }

    private static Bundle base(Earlier earlier) {
        return earlier.find()
                .orElseThrow(() -> Problem.of(
                        Problem.Kind.CONFLICT,
                        "A supplement continues a final bundle, and none was made yet. Make that first."));
    }

    private static String titles(List<Changes.Change> changes) {
        String named = changes.stream()
                .limit(MOST_NAMED)
                .map(change -> "“" + change.line().title() + "”" + (isGone(change) ? " (gone)" : ""))
                .collect(Collectors.joining(", "));
        int more = changes.size() - MOST_NAMED;
        return more > 0 ? named + " and " + more + " more" : named;
    }

    private static boolean isGone(Changes.Change change) {
        return change.kind() == Changes.Kind.GONE;
    }
}
