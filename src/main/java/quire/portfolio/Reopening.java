package quire.portfolio;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import quire.core.Digest;
import quire.people.Actor;

/**
 * Somebody asks that a signed paper is opened again which stands in a bundle that was made to decide by. Until a second person
 * has agreed, nothing changes.
 *
 * @param document the paper
 * @param number its place among all requests about the paper, from 1
 * @param sections the ids of those that would go back to their owners, sorted
 * @param reason in the words of whoever asks, to be escaped by whoever shows it
 * @param signatures the digest of those that stood then: the request holds for nothing else
 * @param by the id of the person who asks
 * @param deputyOf the id of the person they stand in for; null if they act for themselves
 * @param at when
 * @param answer what became of it; null while it waits
 */
public record Reopening(
        String document,
        int number,
        List<String> sections,
        String reason,
        Digest signatures,
        String by,
        @Nullable String deputyOf,
        Instant at,
        @Nullable Answer answer) {

    /** How a request ended. */
    public enum Outcome {
        AGREED,
        DECLINED,
        /** By whoever asked. */
        TAKEN_BACK,
        /** The paper was signed otherwise by the time that somebody asked anew. */
        LAPSED
    }

    /**
     * What became of a request.
     *
     * @param words why, to be escaped by whoever shows them; empty for none
     * @param by the id of the person who answered
     * @param deputyOf the id of the person they stood in for; null if they acted for themselves
     */
    public record Answer(
            Outcome outcome,
            String words,
            String by,
            @Nullable String deputyOf,
            Instant at) {}

    public Reopening {
        sections = List.copyOf(new TreeSet<>(sections));
    }

    /** The digest of the signatures that stand. */
    static Digest standing(List<Signature> signatures) {
        return Digest.of(signatures.stream()
                .filter(Signature::stands)
                .map(Signature::id)
                .sorted()
                .collect(Collectors.joining("\n")));
    }

    /** Whether it waits for an answer. */
    public boolean isOpen() {
        return answer == null;
    }

    /** Whether somebody has asked for it. */
    public boolean isBy(Actor actor) {
        return by.equals(actor.person());
    }

    /**
     * Whether somebody can be the second person: nobody can who asked, or stands in for whoever did, or is stood in for by
     * them.
     */
    public boolean canBeAnsweredBy(Actor actor) {
        return !isOneOfThem(actor.person()) && (actor.deputyOf() == null || !isOneOfThem(actor.deputyOf()));
    }

    private boolean isOneOfThem(String person) {
        return person.equals(by) || person.equals(deputyOf);
    }

    /** Whether the same person asks for the same. */
    boolean isAskedAgain(Reopening other) {
        return by.equals(other.by)
                && Objects.equals(deputyOf, other.deputyOf)
                && sections.equals(other.sections)
                && reason.equals(other.reason);
    }

    /** Whoever asks. */
    Actor asker() {
        return Actor.of(by).asDeputyOf(deputyOf);
    }
}
