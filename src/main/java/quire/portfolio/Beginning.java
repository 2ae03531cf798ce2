package quire.portfolio;

import java.time.LocalDate;
import java.util.Map;
import quire.people.PortfolioRole;
import quire.programme.Programme;

/**
 * Somebody is to begin a year, with those who look after them.
 *
 * @param nqsw the id of the person
 * @param organisation the id of their employer
 * @param programme the version that they begin with, and keep
 * @param team the team and its address; may be empty
 * @param setting whom the team works with; may be empty
 * @param start the day on which the year begins
 * @param hours working hours in per cent of full time
 * @param parts the ids of those who have the other parts in it; a part that nobody has yet is left out
 */
public record Beginning(
        String nqsw,
        String organisation,
        Programme programme,
        String team,
        String setting,
        LocalDate start,
        int hours,
        Map<PortfolioRole, String> parts) {

    public Beginning {
        parts = Map.copyOf(parts);
    }
}
