package quire.pdf;

import org.jspecify.annotations.Nullable;
import quire.core.Problem;

/** An item cannot be bound as it is. Its sentence is for people, and says what is wrong with the file. */
public final class Unbindable extends RuntimeException {

    /** What the item is called in its {@link Volume}; empty where nobody knows yet. */
    private final String key;

    Unbindable(String reason, @Nullable Throwable cause) {
        this("", reason, cause);
    }

    /** One that is so damaged that nobody can say in advance what that does to its reader. */
    public static Unbindable damaged(Throwable cause) {
        return new Unbindable("It is damaged and cannot be bound.", cause);
    }

    /** One that was refused, with the sentence that says why. */
    public static Unbindable because(Problem refused) {
        return new Unbindable(refused.getMessage(), refused);
    }

    private Unbindable(String key, String reason, @Nullable Throwable cause) {
        super(reason, cause);
        this.key = key;
    }

    Unbindable of(String item) {
        return new Unbindable(item, reason(), this);
    }

    /** The key of the {@link Item} that cannot be bound. */
    public String key() {
        return key;
    }

    /** A sentence for people. */
    public String reason() {
        String reason = getMessage();
        return reason == null ? "" : reason;
    }
}
