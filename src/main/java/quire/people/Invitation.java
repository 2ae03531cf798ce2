package quire.people;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody was asked to play one part in one paper, without an account.
 *
 * @param id a random id
 * @param guest who they are in revisions, signatures and the trail, also in the next invitation after a return
 * @param document the id of the paper
 * @param portfolio the id of the portfolio that it belongs to
 * @param organisation the id of the employer of whoever asks
 * @param role the part, in the word of the form
 * @param to who is asked
 * @param terms what whoever asked has added
 * @param asked by whom, and when
 * @param moments what has become of it so far
 */
public record Invitation(
        String id,
        String guest,
        String document,
        String portfolio,
        String organisation,
        String role,
        Addressee to,
        Terms terms,
        Asked asked,
        Moments moments) {

    /** How long the link tells what was sent with it. */
    public static final Period RECEIPT = Period.ofDays(14);

    /** After how long somebody may be reminded. */
    public static final Duration PATIENCE = Duration.ofDays(7);

    /** What a guest is called where ids of persons stand. */
    static final String GUEST = "guest:";

    /**
     * Who is asked.
     *
     * @param relationship what they are to the social worker
     * @param post what they do, in their own words; empty until they say it
     * @param registration with their regulator; empty for none
     */
    public record Addressee(String name, String email, String relationship, String post, String registration) {

        /** As they are printed: {@code Mary Osei, ward sister, 1234567}. */
        public String printed() {
            return name + (post.isEmpty() ? "" : ", " + post) + (registration.isEmpty() ? "" : ", " + registration);
        }
    }

    /**
     * What goes with it.
     *
     * @param message from whoever asks; may be empty
     * @param withCode whether the link alone is not enough
     * @param until the last day on which they can answer
     */
    public record Terms(String message, boolean withCode, LocalDate until) {}

    /** Who asked, for whom they stood in, and when. */
    public record Asked(String by, @Nullable String deputyOf, Instant at) {}

    /** When what happened; null for what has not. */
    public record Moments(
            @Nullable Instant reminded,
            @Nullable Instant started,
            @Nullable Instant submitted,
            @Nullable Instant declined,
            @Nullable Instant cancelled,
            @Nullable Instant replaced) {

        /** Nothing so far. */
        static final Moments NONE = new Moments(null, null, null, null, null, null);
    }

    /** How it stands. */
    public enum State {
        SENT("Sent"),
        STARTED("Started"),
        SUBMITTED("Answered"),
        DECLINED("Not for them"),
        CANCELLED("Cancelled"),
        EXPIRED("Too late"),
        REPLACED("Replaced by a new link");

        private final String label;

        State(String label) {
            this.label = label;
        }

        /** As a list says it. */
        public String label() {
            return label;
        }

        /** Whether it waits for an answer. */
        public boolean isOpen() {
            return this == SENT || this == STARTED;
        }
    }

    /** What somebody is about to send; nothing of it is kept. */
    public static Invitation draft(Asking asking, Actor actor, Instant now) {
        return new Invitation(
                UUID.randomUUID().toString(),
                GUEST + UUID.randomUUID(),
                asking.document(),
                asking.portfolio(),
                asking.organisation(),
                asking.role(),
                new Addressee(asking.name(), asking.email(), asking.relationship(), "", ""),
                new Terms(asking.message(), asking.withCode(), asking.lastDay()),
                new Asked(actor.person(), actor.deputyOf(), now),
                Moments.NONE);
    }

    /** The same guest, asked once more. */
    Invitation again(LocalDate newUntil, Actor actor, Instant now) {
        return new Invitation(
                UUID.randomUUID().toString(),
                guest,
                document,
                portfolio,
                organisation,
                role,
                to,
                new Terms(terms.message(), terms.withCode(), newUntil),
                new Asked(actor.person(), actor.deputyOf(), now),
                Moments.NONE);
    }

    /** How it stands on a day. */
    public State state(LocalDate today) {
        if (moments.replaced() != null) {
            return State.REPLACED;
        } else if (moments.cancelled() != null) {
            return State.CANCELLED;
        } else if (moments.declined() != null) {
            return State.DECLINED;
        } else if (moments.submitted() != null) {
            return State.SUBMITTED;
        } else if (today.isAfter(terms.until())) {
            return State.EXPIRED;
        }
        return moments.started() != null ? State.STARTED : State.SENT;
    }

    /** When they were written to last. */
    public Instant written() {
        return moments.reminded() == null ? asked.at() : moments.reminded();
    }
}
