package quire.bundle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import quire.people.Span;

/**
 * Somebody may read a bundle on certain days.
 *
 * @param id a random id
 * @param bundle the id of the bundle
 * @param reader the id of the person
 * @param span on which days, both ends included
 * @param by the id of whoever decided it
 * @param at when they did
 * @param ended when it was taken back; null if it was not
 */
public record Release(
        String id,
        String bundle,
        String reader,
        Span span,
        String by,
        Instant at,
        @Nullable Instant ended) {

    /** Whether the bundle may be read on a day. */
    public boolean isOpen(LocalDate day) {
        return ended == null && span.holds(day);
    }

    /** Whether it can be read neither on this day nor on a later one. */
    public boolean isOver(LocalDate day) {
        return ended != null || span.isOver(day);
    }

    public LocalDate lastDay() {
        return Objects.requireNonNull(span.until(), "A release ends");
    }
}
