package quire.people;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed to ask somebody else.
 *
 * @param document the id of the paper
 * @param portfolio the id of the portfolio that it belongs to
 * @param organisation the id of the employer whose paper it is
 * @param role the part they are to play, in the word of the form
 * @param until the last day; null for one that was no day
 */
public record Asking(
        String document,
        String portfolio,
        String organisation,
        String role,
        String name,
        String email,
        String relationship,
        String message,
        boolean withCode,
        @Nullable LocalDate until) {

    static final int LONGEST_LINE = 100;
    static final int LONGEST_MESSAGE = 1_000;

    /** The longest time, in days, that somebody is given. */
    static final int LONGEST_DAYS = 180;

    /** The last day, of what was checked. */
    LocalDate lastDay() {
        return Objects.requireNonNull(until, "What was checked has a last day");
    }

    /**
     * The same as it will be kept.
     *
     * @throws quire.core.Problem with a finding for each box that is wrong
     */
    public Asking checked(LocalDate today) {
        Typed typed = new Typed();
        String goodName = typed.required("name", "name", name, LONGEST_LINE);
        String goodEmail = typed.required("email", "e-mail address", email, 254);
        if (!goodEmail.isEmpty() && !EmailAddress.isGood(goodEmail)) {
            typed.wrong("email", "email", EmailAddress.WRONG);
        }
        String goodTie = typed.required(
                "relationship", "words for how they know the social worker’s work", relationship, LONGEST_LINE);
        String goodMessage = typed.lines("message", "message", message, LONGEST_MESSAGE);
        if (until == null || !until.isAfter(today) || until.isAfter(today.plusDays(LONGEST_DAYS))) {
            typed.wrong(
                    "until", "until", "The last day must be a date after today, and within " + LONGEST_DAYS + " days.");
        }
        typed.refuse("Nobody can be asked like this.");
        return new Asking(
                document, portfolio, organisation, role, goodName, goodEmail, goodTie, goodMessage, withCode, until);
    }
}
