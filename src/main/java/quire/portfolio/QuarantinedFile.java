package quire.portfolio;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import quire.core.Digest;
import quire.people.Actor;

/**
 * A file that waits for the virus scanner, or that was refused after it had waited. Nobody can open it.
 *
 * @param portfolio the id of the portfolio that it was handed in for
 * @param name what to call it
 * @param size of what arrived, in bytes
 * @param content of what is kept of it until then; null once it was refused, because it is not kept then
 * @param note what was said about it
 * @param by who handed it in
 * @param deputyOf whom they stood in for; null for nobody
 * @param at when it arrived
 * @param refusal why it was not taken in the end, in a sentence without its full stop; null as long as it waits
 */
public record QuarantinedFile(
        String id,
        String portfolio,
        String name,
        long size,
        @Nullable Digest content,
        EvidenceNote note,
        String by,
        @Nullable String deputyOf,
        Instant at,
        @Nullable String refusal) {

    /** Whether it still waits. */
    public boolean waits() {
        return refusal == null;
    }

    Actor actor() {
        return Actor.of(by).asDeputyOf(deputyOf);
    }
}
