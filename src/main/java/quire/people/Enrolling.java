package quire.people;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What the import of people has to know of portfolios, which live in a room above this one.
 *
 * @param programmes the ids of the programmes that people can be enrolled in
 * @param find the portfolio that a person has now, if any
 * @param enrol makes a portfolio and gives back its id; called inside the transaction of the import
 */
public record Enrolling(
        Set<String> programmes, Function<String, Optional<Enrolled>> find, Function<Enrolment, String> enrol) {

    /** Where nobody can be enrolled. */
    public static final Enrolling NONE = new Enrolling(Set.of(), person -> Optional.empty(), enrolment -> {
        throw new IllegalStateException("Nobody can be enrolled here");
    });

    /**
     * Somebody has begun a programme.
     *
     * @param portfolio the id of their portfolio
     * @param programme the id of the programme
     * @param start the first day of their year
     */
    public record Enrolled(String portfolio, String programme, LocalDate start) {}
}
