package quire.portfolio;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import quire.core.Finding;
import quire.core.Place;
import quire.core.Problem;
import quire.forms.Words;
import quire.programme.KnownDates;
import quire.programme.Programme;
import quire.programme.Row;
import quire.programme.Setting;

/** What may be said of a portfolio. */
final class PortfolioRules {

    static final String HOURS = "Working hours must be between 1 and 100 per cent of full time";
    private static final String CODE = "[A-Za-z0-9][A-Za-z0-9/._-]{1,39}";
    private static final int LONGEST_WORDS = 300;

    private PortfolioRules() {}

    /** @throws Problem if somebody cannot be enrolled like that */
    static void check(Enrolment enrolment) {
        List<Finding> findings = new ArrayList<>();
        if (!enrolment.code().matches(CODE)) {
            findings.add(refused(
                    "code", "Enter a code of 2 to 40 letters, digits, hyphens, dots or strokes, such as NV-2026-014"));
        }
        checkWords(enrolment.team(), enrolment.setting(), findings);
        if (enrolment.hours() < 1 || enrolment.hours() > KnownDates.FULL_TIME) {
            findings.add(refused("hours", HOURS));
        }
        enrolment
                .decided()
                .forEach((setting, value) -> findings.addAll(objections(enrolment.programme(), setting, value)));
        refuse(findings);
    }

    /** What is said about a team fits into the head of a paper. */
    static void checkWords(String team, String setting, List<Finding> findings) {
        if (Words.characters(team) > LONGEST_WORDS) {
            findings.add(refused("team", "The team and its address must be " + LONGEST_WORDS + " characters or fewer"));
        }
        if (Words.characters(setting) > LONGEST_WORDS) {
            findings.add(
                    refused("setting", "Whom the team works with must be " + LONGEST_WORDS + " characters or fewer"));
        }
    }

    static List<Finding> objections(Programme programme, String setting, String value) {
        Optional<Setting> found = programme.settings().stream()
                .filter(one -> one.id().equals(setting))
                .filter(one -> one.decidedBy() == Setting.DecidedBy.PORTFOLIO)
                .findFirst();
        if (found.isEmpty()) {
            return List.of(refused(setting, "The programme leaves no choice “" + setting + "” to a portfolio"));
        }
        return found.get().find(value).isPresent()
                ? List.of()
                : List.of(refused(setting, "“" + value + "” is not one of the choices"));
    }

    /**
     * The papers that a decision would put out of the year although there is something in them.
     *
     * @param writtenIn the papers of the portfolio that somebody has written in
     */
    static List<Finding> lost(Portfolio portfolio, String setting, String value, Set<String> writtenIn) {
        Map<String, String> decided = new LinkedHashMap<>(portfolio.decided());
        decided.put(setting, value);
        Programme programme = portfolio.programme();
        Set<String> stay =
                programme.plan(programme.choices(decided)).all().map(Row::id).collect(Collectors.toSet());
        return portfolio
                .plan()
                .all()
                .filter(row -> writtenIn.contains(row.id()) && !stay.contains(row.id()))
                .map(row -> refused(
                        setting,
                        "This cannot be decided otherwise any more, because somebody has written in “" + row.title()
                                + "”, which would not be part of the year then"))
                .toList();
    }

    static Finding refused(String path, String message) {
        return Finding.error("portfolio", message + ".", Place.atPath(path));
    }

    static void refuse(List<Finding> findings) {
        if (!findings.isEmpty()) {
            throw Problem.badInput(findings.get(0).message(), findings);
        }
    }
}
