package quire.web.bundle;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import quire.bundle.Contents;
import quire.people.Deed;
import quire.people.Permits;
import quire.portfolio.Checklist;
import quire.portfolio.Portfolio;
import quire.portfolio.Summary;
import quire.web.frame.Rooms;
import quire.web.frame.View;
import quire.web.frame.Visit;

/** The tables of what is in a bundle and what is missing, with links for those who find the papers behind them. */
final class ContentsView {

    /** More than these would push everything else off the screen. */
    private static final int FEW = 5;

    private final Rooms rooms;
    private final Visit visit;
    private final boolean inside;

    ContentsView(Rooms rooms, Visit visit) {
        this.rooms = rooms;
        this.visit = visit;
        this.inside = Permits.of(visit.stands(), Deed.SEE_PORTFOLIO).allowed();
    }

    List<View> lines(Contents contents) {
        return contents.lines().stream().map(this::line).toList();
    }

    View line(Contents.Line line) {
        return new View()
                .text("numbers", BundleWords.numbers(line))
                .text("title", line.title())
                .text("href", inside && !line.document().isEmpty() ? "/documents/" + line.document() : "")
                .text("kind", BundleWords.kind(line.kind()))
                .text("why", line.reason());
    }

    /** What is missing, as it stood; with links for those who can do something about it. */
    void gaps(View view, Contents contents, Portfolio portfolio) {
        int many = contents.gaps().size();
        view.list("gaps", gaps(contents, portfolio))
                .text("many", many == 1 ? "1 thing is" : many + " things are")
                .flag("few", many <= FEW);
    }

    private List<View> gaps(Contents contents, Portfolio portfolio) {
        Map<String, String> addresses = inside && !contents.gaps().isEmpty() ? addresses(portfolio) : Map.of();
        return contents.gaps().stream()
                .map(gap -> new View()
                        .text("title", gap.title())
                        .text("href", addresses.getOrDefault(gap.title(), ""))
                        .text("sentence", gap.sentence())
                        .text("who", gap.who()))
                .toList();
    }

    /** Where papers are found that were begun, and where those are begun that were not. */
    private Map<String, String> addresses(Portfolio portfolio) {
        Map<String, String> addresses = new HashMap<>();
        Checklist checklist = rooms.documents().checklist(portfolio, visit.today());
        Stream.concat(checklist.items(), checklist.further().stream())
                .forEach(item -> addresses.put(
                        item.row().title(),
                        KindPages.address(portfolio) + "/papers/" + item.row().id()));
        for (Summary paper : rooms.documents().ofPortfolio(portfolio.id())) {
            addresses.put(paper.title(), "/documents/" + paper.id());
        }
        return addresses;
    }
}
