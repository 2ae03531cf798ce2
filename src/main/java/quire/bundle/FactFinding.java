package quire.bundle;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import quire.core.Ordered;
import quire.pdf.Claims;
import quire.people.Organisation;
import quire.people.People;
import quire.people.Person;
import quire.people.PortfolioRole;
import quire.portfolio.Checklist;
import quire.portfolio.Documents;
import quire.portfolio.Portfolio;
import quire.portfolio.Summary;
import quire.portfolio.SupportFacts;
import quire.portfolio.Tally;
import quire.programme.Recipe;
import quire.programme.Row;

/** Reads from the record what the pages say that are made for a bundle. May be shared between threads. */
final class FactFinding {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    private final People people;
    private final Documents documents;
    private final ZoneId zone;

    FactFinding(People people, Documents documents, ZoneId zone) {
        this.people = people;
        this.documents = documents;
        this.zone = zone;
    }

    BundleFacts of(Portfolio portfolio, Recipe recipe, Checklist checklist, List<Piece> pieces, Making making) {
        Set<String> archival = pieces.stream()
                .filter(piece -> piece.claims().equals(Claims.PAPER))
                .map(piece -> piece.entry().key())
                .collect(Collectors.toSet());
        return new BundleFacts(
                recipe.coded() ? coded(portfolio, recipe, making) : named(portfolio, making),
                confirmations(portfolio, checklist),
                portfolio.programme().basis().roles(),
                recipe.coded(),
                archival,
                making.number(),
                making.earlier().newest(),
                recipe.coded() ? "The programme administrator" : making.builder(),
                making.made(),
                making.program(),
                making.head().seq(),
                making.head().hash().hex());
    }

    private Map<String, String> named(Portfolio portfolio, Making making) {
        Map<String, String> head = new LinkedHashMap<>();
        LocalDate day = LocalDate.ofInstant(making.made(), zone);
        head.put("Social worker", name(portfolio.nqsw()));
        people.persons()
                .find(portfolio.nqsw())
                .map(person -> person.details().registration())
                .ifPresent(number -> head.put("Registration", number));
        for (PortfolioRole role : PortfolioRole.values()) {
            if (role != PortfolioRole.NQSW) {
                people.assignments()
                        .holder(portfolio.id(), role, day)
                        .ifPresent(holder -> head.put(capital(role.label()), name(holder.person())));
            }
        }
        people.organisations()
                .find(portfolio.organisation())
                .map(Organisation::name)
                .ifPresent(name -> head.put("Employer", name));
        if (!portfolio.team().isBlank()) {
            head.put("Team", portfolio.team());
        }
        year(portfolio, head);
        return head;
    }

    private static Map<String, String> coded(Portfolio portfolio, Recipe recipe, Making making) {
        Map<String, String> head = new LinkedHashMap<>();
        head.put("Portfolio", making.code());
        year(portfolio, head);
        head.keySet().removeIf(label -> label.equals("Year") && !recipe.keeps().contains("period"));
        return head;
    }

    private static void year(Portfolio portfolio, Map<String, String> head) {
        head.put("Programme", portfolio.programme().title());
        LocalDate end = portfolio.timetable().dateOf("end");
        head.put("Year", DAY.format(portfolio.dates().start()) + " to " + DAY.format(end));
        if (portfolio.timetable().isBooked("panel")) {
            head.put("Panel", DAY.format(portfolio.timetable().dateOf("panel")));
        }
    }

    private String name(String person) {
        return people.persons().find(person).map(Person::name).orElse("");
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.UK) + words.substring(1);
    }

    private Map<String, @Nullable Object> confirmations(Portfolio portfolio, Checklist checklist) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        List<Map<String, Object>> support = new ArrayList<>();
        new SupportFacts(portfolio)
                .inWords()
                .forEach((what, often) -> support.add(Ordered.of("what", what, "often", often)));
        data.put("support", support);
        data.put(
                "tallies",
                documents.tallies(portfolio, checklist).stream()
                        .map(FactFinding::tally)
                        .toList());
        List<Map<String, Object>> confirmed = new ArrayList<>();
        checklist
                .items()
                .filter(item -> item.row().pack() == Row.Pack.CONFIRMATION)
                .forEach(item -> confirmed.add(confirmed(item)));
        data.put("confirmed", confirmed);
        return data;
    }

    private static Map<String, Object> tally(Tally tally) {
        String stage = tally.stage().isEmpty() ? "" : ": " + tally.stage();
        String shares = tally.shares().stream()
                .map(share -> share.counted() + " of " + share.needed() + " " + share.text())
                .collect(Collectors.joining("; "));
        return Ordered.of(
                "title", tally.title() + stage,
                "counted", String.valueOf(tally.counted()),
                "needed", String.valueOf(tally.needed()),
                "shares", shares,
                "reached", tally.isReached());
    }

    /** That a paper was written, and when; not what is in it. */
    private Map<String, Object> confirmed(Checklist.Item item) {
        Optional<Summary> last =
                item.documents().stream().filter(Summary::isFinished).reduce((earlier, later) -> later);
        String when = last.map(paper -> "Completed on " + DAY.format(LocalDate.ofInstant(paper.changed(), zone)))
                .orElse("Not completed");
        return Ordered.of("title", item.row().title(), "when", when, "done", last.isPresent());
    }
}
