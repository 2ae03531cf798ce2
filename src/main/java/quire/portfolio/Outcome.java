package quire.portfolio;

import org.jspecify.annotations.Nullable;
import quire.core.Problem;

/**
 * How a save ended: one of the two.
 *
 * @param saved what was saved; null if it was refused
 * @param conflict why it was refused, what was sent having been set aside; null if it was saved
 */
public record Outcome(@Nullable Saved saved, @Nullable Conflict conflict) {

    static Outcome of(Saved saved) {
        return new Outcome(saved, null);
    }

    static Outcome of(Conflict conflict) {
        return new Outcome(null, conflict);
    }

    /**
     * What was saved.
     *
     * @throws Problem of the kind CONFLICT if it was refused
     */
    public Saved orThrow() {
        if (saved == null) {
            throw conflict == null ? new IllegalStateException("Neither saved nor refused") : conflict.problem();
        }
        return saved;
    }
}
