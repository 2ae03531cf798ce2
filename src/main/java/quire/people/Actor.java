package quire.people;

import org.jspecify.annotations.Nullable;
import quire.trail.Entry;

/**
 * Who does something.
 *
 * @param person the id of the person, or {@link #SYSTEM}'s word
 * @param deputyOf the id of the person they stand in for; null if they act for themselves
 * @param session the id of their session; null where there is none
 */
public record Actor(
        String person, @Nullable String deputyOf, @Nullable String session) {

    /** The program itself: a sweep, the set-up. */
    public static final Actor SYSTEM = new Actor("system", null, null);

    /** A person who acts for themselves. */
    public static Actor of(String person) {
        return new Actor(person, null, null);
    }

    /** The same person, standing in for somebody; null for nobody. */
    public Actor asDeputyOf(@Nullable String other) {
        return new Actor(person, other, session);
    }

    /** An entry of the trail that says that this one did it. */
    public Entry did(String action, String kind, String subject) {
        return Entry.of(person, action, kind, subject)
                .with("deputy_of", deputyOf)
                .with("session", session);
    }
}
