package quire.bundle;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import quire.core.Digest;
import quire.people.Actor;

/**
 * Somebody's wish for a bundle, and how far it has come.
 *
 * @param id a random id
 * @param portfolio the id of the portfolio
 * @param recipe the id of the recipe
 * @param edition what it is for
 * @param reason why it is made although something is missing; empty where nothing is
 * @param input the digest of all that goes into it, as it was asked for; null where that is found out when it is built
 * @param by the id of the person
 * @param deputyOf the id of the person they stood in for; null if they acted for themselves
 * @param at when
 * @param state how far it is
 * @param attempts how often it was begun, but for what came to nothing through no fault of its own
 * @param beginning the number of the last beginning, which whoever builds holds
 * @param step what is being done, in words
 * @param done how many pages are written
 * @param total how many there will be; 0 while nobody knows
 * @param failure why it failed; empty where it did not
 * @param bundle the id of the bundle; null until it is there
 * @param batch the id of the batch that it is part of; null for one that was asked for by itself
 */
public record Order(
        String id,
        String portfolio,
        String recipe,
        Edition edition,
        String reason,
        @Nullable Digest input,
        String by,
        @Nullable String deputyOf,
        Instant at,
        State state,
        int attempts,
        int beginning,
        String step,
        int done,
        int total,
        String failure,
        @Nullable String bundle,
        @Nullable String batch) {

    /** One that nobody has begun to build. */
    static Order of(Wish wish, @Nullable Digest input, @Nullable String batch, Actor actor, Instant now) {
        return new Order(
                UUID.randomUUID().toString(),
                wish.portfolio(),
                wish.recipe(),
                wish.edition(),
                wish.reason(),
                input,
                actor.person(),
                actor.deputyOf(),
                now,
                State.WAITING,
                0,
                0,
                "",
                0,
                0,
                "",
                null,
                batch);
    }

    /**
     * What somebody asks for.
     *
     * @param portfolio the id of the portfolio
     * @param recipe the id of the recipe
     * @param edition what it is for
     * @param reason why it is made although something is missing; empty where nothing is
     */
    record Wish(String portfolio, String recipe, Edition edition, String reason) {}

    /** How far an order is. */
    public enum State {
        WAITING,
        BUILDING,
        DONE,
        FAILED;

        /** Whether nothing more happens to it. */
        public boolean isOver() {
            return this == DONE || this == FAILED;
        }
    }
}
