package quire.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import quire.core.Ordered;

/**
 * A meeting of a panel that the cohort looks forward to.
 *
 * @param programme the programme whose portfolios it reads
 * @param kind which of the programme's panels it is
 * @param title what people call it
 * @param chair the id of a person
 * @param members the ids of the others who attend
 * @param moderators who reports on which portfolio: a person's id by the portfolio's code
 */
public record PlannedPanel(
        String id,
        String programme,
        String kind,
        String title,
        LocalDate day,
        String place,
        String chair,
        List<String> members,
        Map<String, String> moderators) {

    public PlannedPanel {
        members = List.copyOf(members);
        moderators = Ordered.copyOf(moderators);
    }
}
