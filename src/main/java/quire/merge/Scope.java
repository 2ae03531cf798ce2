package quire.merge;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The values in sight at one place of a template: the current value, and around it everything the enclosing sections
 * see. Both executors look keys up here, so a key means the same in Word and in HTML.
 */
public final class Scope {

    private final @Nullable Scope parent;
    private final Value value;
    private final int position;
    private final int size;

    private Scope(@Nullable Scope parent, Value value, int position, int size) {
        this.parent = parent;
        this.value = value;
        this.position = position;
        this.size = size;
    }

    public static Scope root(Value value) {
        return new Scope(null, value, -1, 0);
    }

    /** The scope inside a section that shows once. */
    public Scope within(Value inner) {
        return new Scope(this, inner, -1, 0);
    }

    /**
     * The scope of one item of a list.
     *
     * @param index from 0
     * @param count how many items there are
     */
    public Scope item(Value item, int index, int count) {
        return new Scope(this, item, index, count);
    }

    public Value value() {
        return value;
    }

    /**
     * The value that a key names here: its first name is sought from the inside out, the others only inside what the
     * first one found. Null if nothing of that name is known.
     */
    public @Nullable Value find(Key key) {
        List<String> segments = key.segments();
        if (segments.isEmpty()) {
            return value;
        }
        Value found = first(segments.get(0));
        for (int i = 1; i < segments.size() && found != null; i++) {
            found = found.member(segments.get(i));
        }
        return found;
    }

    private @Nullable Value first(String name) {
        for (Scope scope = this; scope != null; scope = scope.parent) {
            Value found = scope.value.member(name);
            if (found == null && scope.position >= 0) {
                found = scope.counter(name);
            }
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private @Nullable Value counter(String name) {
        return switch (name) {
            case "_number" -> new Value.Num(BigDecimal.valueOf(position + 1L));
            case "_first" -> Value.Flag.of(position == 0);
            case "_last" -> Value.Flag.of(position == size - 1);
            default -> null;
        };
    }
}
