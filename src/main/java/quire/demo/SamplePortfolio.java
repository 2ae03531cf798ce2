package quire.demo;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import quire.core.Ordered;
import quire.programme.Choices;
import quire.programme.KnownDates;
import quire.programme.Programme;

/**
 * One person's year, as far as it has come.
 *
 * @param code the portfolio's own
 * @param nqsw the id of the person whose year it is
 * @param programme in the version that they began with
 * @param decided what was decided for this portfolio, by setting of the programme
 * @param employer the id of the organisation
 * @param team the team and its address
 * @param setting whom the team works with
 * @param dates when it began, what is booked, pauses
 * @param pauseReasons why it stood still, by the first day of a pause
 * @param closed the day on which it was closed; null while it is open
 * @param standing where it stands, in a sentence
 * @param assignments who is what to this person, and when
 * @param evidence files beside the documents
 * @param documents by name
 */
public record SamplePortfolio(
        String code,
        String nqsw,
        Programme programme,
        Map<String, String> decided,
        String employer,
        String team,
        String setting,
        KnownDates dates,
        Map<LocalDate, String> pauseReasons,
        @Nullable LocalDate closed,
        String standing,
        List<Assignment> assignments,
        List<Evidence> evidence,
        List<SampleDocument> documents) {

    public SamplePortfolio {
        decided = Ordered.copyOf(decided);
        pauseReasons = Map.copyOf(pauseReasons);
        assignments = List.copyOf(assignments);
        evidence = List.copyOf(evidence);
        documents = List.copyOf(documents);
    }

    /**
     * What somebody is to the person whose year it is.
     *
     * @param until the last day; null while it goes on
     */
    public record Assignment(
            String role,
            String person,
            LocalDate from,
            @Nullable LocalDate until) {

        boolean covers(LocalDate day) {
            return !day.isBefore(from) && (until == null || !day.isAfter(until));
        }
    }

    /**
     * A file that was handed in.
     *
     * @param file its name in the folder {@code evidence} of the samples
     * @param kind one of the programme's kinds of evidence
     * @param document the name of the document that it belongs to; null if it belongs to the portfolio
     * @param by the id of the person who handed it in
     */
    public record Evidence(
            String file,
            String kind,
            String about,
            @Nullable String document,
            String by,
            LocalDate on) {}

    /** The same portfolio with its documents. */
    SamplePortfolio with(List<SampleDocument> written) {
        return new SamplePortfolio(
                code,
                nqsw,
                programme,
                decided,
                employer,
                team,
                setting,
                dates,
                pauseReasons,
                closed,
                standing,
                assignments,
                evidence,
                written);
    }

    /** What holds after what was decided. */
    public Choices choices() {
        return programme.choices(decided);
    }

    public LocalDate end() {
        return programme.timetable(choices(), dates).dateOf("end");
    }

    /** The day on which the first thing of all was done. */
    LocalDate firstDay() {
        return Stream.of(
                        Stream.of(dates.start()),
                        assignments.stream().map(Assignment::from),
                        documents.stream().map(SampleDocument::started),
                        evidence.stream().map(Evidence::on))
                .flatMap(days -> days)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    public Optional<SampleDocument> document(String name) {
        return documents.stream()
                .filter(document -> document.name().equals(name))
                .findFirst();
    }

    /** Who had a role on a day, or had it last before that day; empty if nobody has. */
    public Optional<String> holder(String role, LocalDate day) {
        return assignments.stream()
                .filter(one -> one.role().equals(role) && !one.from().isAfter(day))
                .reduce((earlier, later) -> later.from().isBefore(earlier.from()) ? earlier : later)
                .map(Assignment::person);
    }

    /** Whether somebody has that role on that day. */
    boolean isHeldBy(String person, String role, LocalDate day) {
        return role.equals("nqsw")
                ? person.equals(nqsw)
                : assignments.stream()
                        .anyMatch(one -> one.role().equals(role) && one.person().equals(person) && one.covers(day));
    }
}
