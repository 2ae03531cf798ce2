package quire.merge.word;

import java.util.List;
import org.jspecify.annotations.Nullable;
import quire.merge.PlacedTag;
import quire.merge.Scope;
import quire.merge.Value;

/**
 * Something that is repeated for each item of a list, or shown once or not at all.
 *
 * @param number which section of the part this is, for counting its copies
 * @param source the opening tag
 * @param inverted whether it shows when there is nothing
 * @param restarts the numbered lists that begin inside and so begin anew in each copy
 * @param body what is repeated
 * @param mark what a draft shows in its place when its key is not known; null where words cannot stand, between rows
 */
record Section(
        int number,
        Lookup source,
        boolean inverted,
        List<String> restarts,
        List<Operation> body,
        @Nullable Mark mark) implements Operation {

    @Override
    public void run(Execution run) {
        Value value = run.section(source);
        if (value == null && mark != null && run.marks()) {
            mark.write(source, run);
            return;
        }
        boolean truthy = value != null && value.truthy();
        if (inverted) {
            if (!truthy) {
                run.copy(this);
            }
        } else if (truthy) {
            show(run, value);
        }
    }

    private void show(Execution run, @Nullable Value value) {
        Scope outside = run.scope();
        if (value instanceof Value.Items items) {
            int count = items.items().size();
            for (int i = 0; i < count; i++) {
                run.enter(outside.item(items.items().get(i), i, count));
                run.copy(this);
            }
        } else if (value != null) {
            run.enter(outside.within(value));
            run.copy(this);
        }
        run.enter(outside);
    }

    /**
     * A mark in the place of a section.
     *
     * @param before what opens a paragraph for it; empty where it stands in one
     * @param after what closes that paragraph
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Mark(byte[] before, RunFrame frame, byte[] after) {
        void write(Lookup source, Execution run) {
            run.sink().write(before);
            run.mark(source, frame);
            run.sink().write(after);
        }
    }

    /** A tag whose value is asked for, its key read once. */
    record Lookup(quire.merge.Key key, PlacedTag tag) {
        static Lookup of(PlacedTag tag) {
            return new Lookup(tag.tag().key(), tag);
        }
    }
}
