package quire.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import quire.programme.Choices;
import quire.programme.KnownDates;
import quire.programme.Programme;

/**
 * One person's year, as far as it has come.
 *
 * @param code the portfolio's own
 * @param nqsw the id of the person whose year it is
 * @param programme in the version that they began with
 * @param choices what was decided for this portfolio
 * @param employer the id of the organisation
 * @param team the team and its address
 * @param setting whom the team works with
 * @param dates when it began, what is booked, pauses
 * @param standing where it stands, in a sentence
 * @param assignments who is what to this person, and when
 * @param evidence files beside the documents
 * @param documents by name
 */
public record SamplePortfolio(
        String code,
        String nqsw,
        Programme programme,
        Choices choices,
        String employer,
        String team,
        String setting,
        KnownDates dates,
        String standing,
        List<Assignment> assignments,
        List<Evidence> evidence,
        List<SampleDocument> documents) {

    public SamplePortfolio {
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
                choices,
                employer,
                team,
                setting,
                dates,
                standing,
                assignments,
                evidence,
                written);
    }

    public LocalDate end() {
        return programme.timetable(choices, dates).dateOf("end");
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
