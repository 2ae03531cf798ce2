package quire.portfolio;

import java.time.LocalDate;
import java.util.Map;
import quire.core.Ordered;
import quire.programme.KnownDates;
import quire.programme.Programme;

/**
 * Somebody begins a year.
 *
 * @param code what the portfolio is to be called
 * @param nqsw the person
 * @param organisation their employer
 * @param programme the version that they begin with, and keep
 * @param team the team and its address
 * @param setting whom the team works with
 * @param decided what is decided for this portfolio already, by setting
 * @param start the day on which the year begins
 * @param hours working hours in per cent of full time
 */
public record Enrolment(
        String code,
        String nqsw,
        String organisation,
        Programme programme,
        String team,
        String setting,
        Map<String, String> decided,
        LocalDate start,
        int hours) {

    public Enrolment {
        decided = Ordered.copyOf(decided);
    }

    /** Full time, with nothing decided. */
    public static Enrolment of(String code, String nqsw, String organisation, Programme programme, LocalDate start) {
        return new Enrolment(code, nqsw, organisation, programme, "", "", Map.of(), start, KnownDates.FULL_TIME);
    }
}
