package quire.people;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Somebody we know.
 *
 * @param id a random id
 * @param details what they are known by
 * @param display how they want to read
 * @param endedOn the last day on which they have access; null for no end in sight
 */
public record Person(
        String id,
        Details details,
        Display display,
        @Nullable LocalDate endedOn) {

    /**
     * What a person is known by.
     *
     * @param email where they are written to, as they spell it; no two persons have the same in any spelling
     * @param post what they are employed as; may be empty
     * @param registration with their regulator; null for none
     * @param organisation the id of their employer
     */
    public record Details(
            String name,
            String email,
            String post,
            @Nullable String registration,
            String organisation) {

        /** Somebody of whom no more is known yet. */
        public static Details of(String name, String email, String organisation) {
            return new Details(name, email, "", null, organisation);
        }
    }

    /** Their name. */
    public String name() {
        return details.name();
    }

    /** Where they are written to. */
    public String email() {
        return details.email();
    }

    /** The id of their employer. */
    public String organisation() {
        return details.organisation();
    }

    /** Whether they have access on a day. */
    public boolean isActive(LocalDate day) {
        return endedOn == null || !day.isAfter(endedOn);
    }
}
