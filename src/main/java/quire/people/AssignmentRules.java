package quire.people;

import java.util.List;
import org.jspecify.annotations.Nullable;
import quire.core.Finding;
import quire.core.Place;
import quire.core.Problem;

/** What may not be, whoever asks for it: judged over everything that a portfolio has, had and is going to have. */
final class AssignmentRules {

    private AssignmentRules() {}

    /** @throws Problem if the new one cannot stand beside the others */
    static void check(Assignment added, List<Assignment> all) {
        List<Assignment> others = all.stream()
                .filter(other -> !other.id().equals(added.id()) && !other.span().isEmpty())
                .toList();
        String wrong = added.isDeputy() ? wrongDeputy(added, others) : wrongHolder(added, others);
        if (wrong == null && isOnBothSides(added, others)) {
            wrong = "Nobody can be the " + PortfolioRole.NQSW.label()
                    + " of a portfolio and something else to it as well.";
        }
        if (wrong != null) {
            throw Problem.badInput(Finding.error("assignment", wrong, Place.atPath("person")));
        }
    }

    /** One holder at a time, so that it is always plain whose turn it is; and one social worker for good. */
    private static @Nullable String wrongHolder(Assignment added, List<Assignment> others) {
        for (Assignment other : others) {
            boolean same = other.role() == added.role() && !other.isDeputy();
            if (same && added.role() == PortfolioRole.NQSW && !other.person().equals(added.person())) {
                return "This portfolio belongs to another social worker.";
            } else if (same && other.span().meets(added.span())) {
                return "Somebody is the " + added.role().label() + " of this portfolio already on some of these days.";
            }
        }
        return null;
    }

    private static @Nullable String wrongDeputy(Assignment added, List<Assignment> others) {
        if (added.role() == PortfolioRole.NQSW) {
            return "Nobody can stand in for the social worker whose portfolio it is.";
        } else if (added.span().until() == null) {
            return "Enter the last day on which the deputy stands in.";
        } else if (added.person().equals(added.deputyFor())) {
            return "Nobody can be their own deputy.";
        }
        boolean stoodIn = others.stream()
                .anyMatch(other -> isPrincipal(other, added) && other.span().covers(added.span()));
        return stoodIn
                ? null
                : "The person they stand in for is not the " + added.role().label() + " on all of these days.";
    }

    /** Whoever judges somebody's work must not be the one whose work it is; on whatever days. */
    private static boolean isOnBothSides(Assignment added, List<Assignment> others) {
        return others.stream()
                .anyMatch(other -> other.person().equals(added.person())
                        && (other.role() == PortfolioRole.NQSW) != (added.role() == PortfolioRole.NQSW));
    }

    static boolean isPrincipal(Assignment candidate, Assignment deputy) {
        return !candidate.isDeputy()
                && candidate.role() == deputy.role()
                && candidate.person().equals(deputy.deputyFor());
    }
}
