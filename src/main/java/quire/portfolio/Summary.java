package quire.portfolio;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A document as a list shows it.
 *
 * @param id the document
 * @param paper the paper of its portfolio's programme that it is; null for a document by itself
 * @param title what the paper is called
 * @param form the form's id
 * @param created when it was started
 * @param changed when somebody last changed an answer
 * @param completed how many of its sections are completed
 * @param sections how many it has
 * @param progress how far it has come
 * @param awaits the roles whose signature it waits for, in the words of its form
 */
public record Summary(
        String id,
        @Nullable String paper,
        String title,
        String form,
        Instant created,
        Instant changed,
        int completed,
        int sections,
        Progress progress,
        Set<String> awaits) {

    public Summary {
        awaits = Set.copyOf(awaits);
    }

    /** Whether everything is written, and signed by all who sign it. */
    public boolean isFinished() {
        return progress.isWritten() && awaits.isEmpty();
    }
}
