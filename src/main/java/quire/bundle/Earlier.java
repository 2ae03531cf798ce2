package quire.bundle;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was made of a kind of bundle before.
 *
 * @param newest the newest version; null before the first
 * @param supplements those of that version, in their order
 */
record Earlier(@Nullable Bundle newest, List<Bundle> supplements) {

    static final Earlier NOTHING = new Earlier(null, List.of());

    Earlier {
        supplements = List.copyOf(supplements);
    }

    Optional<Bundle> find() {
        return Optional.ofNullable(newest);
    }

    /** What the next version is numbered. */
    int nextVersion() {
        return newest == null ? 1 : newest.number() + 1;
    }

    /** What somebody has who has the newest version and all its supplements. */
    Optional<Contents> together() {
        return find().map(base -> supplements.stream().map(Contents::of).reduce(Contents.of(base), Contents::with));
    }

    /** The number of the last page of them all. */
    int lastPage() {
        return find().map(Bundle::pages).orElse(0)
                + supplements.stream().mapToInt(Bundle::pages).sum();
    }

    /**
     * The newest version, if a plan would make the same again. Its input tells; one from before inputs were reckoned as they are
     * now is known by what is in it.
     */
    Optional<Bundle> same(Plan plan) {
        return find().filter(bundle -> bundle.input().equals(plan.input())
                || Changes.between(Contents.of(bundle), Contents.of(plan)).isNone());
    }
}
