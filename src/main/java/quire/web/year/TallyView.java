package quire.web.year;

import java.util.List;
import quire.portfolio.Checklist;
import quire.portfolio.Documents;
import quire.portfolio.Portfolio;
import quire.portfolio.Tally;
import quire.web.frame.View;

/** How much of each kind of evidence there is, and how much there must be, as pages show it. */
final class TallyView {

    private TallyView() {}

    static List<View> of(Documents documents, Portfolio portfolio, Checklist checklist) {
        return documents.tallies(portfolio, checklist).stream()
                .map(TallyView::row)
                .toList();
    }

    private static View row(Tally tally) {
        return new View()
                .text("title", tally.title())
                .text("stage", tally.stage())
                .number("counted", tally.counted())
                .number("needed", tally.needed())
                .flag("enough", tally.isReached())
                .list("shares", tally.shares().stream().map(TallyView::share).toList());
    }

    private static View share(Tally.Share share) {
        return new View()
                .text("text", share.text())
                .number("counted", share.counted())
                .number("needed", share.needed());
    }
}
