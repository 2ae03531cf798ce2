package quire.web.year;

import java.util.List;
import quire.people.BreakGlass;
import quire.people.Capacity;
import quire.people.Deed;
import quire.people.Permits;
import quire.people.Standing;
import quire.portfolio.Portfolio;
import quire.web.frame.Rooms;
import quire.web.frame.Times;
import quire.web.frame.View;
import quire.web.frame.Visit;

/** What the page of a portfolio says of those who opened what is closed to them. */
record Glass(Rooms rooms) {

    /**
     * Fills in the page: the offer for whoever may, the reminder for whoever has it open, and for the co-ordinator and the
     * social worker everybody who did; why, for the co-ordinator alone.
     */
    void show(View view, Portfolio portfolio, Standing standing, Visit visit) {
        boolean mayBreak = Permits.of(standing, Deed.BREAK_GLASS).allowed();
        List<BreakGlass.Broken> all = rooms.people().glass().ofPortfolio(portfolio.id());
        String until = all.stream()
                .filter(one ->
                        one.person().equals(visit.who().id()) && visit.now().isBefore(one.ends()))
                .map(one -> Times.time(one.ends(), rooms.clock()))
                .findFirst()
                .orElse("");
        boolean pauses = Permits.of(standing, Deed.PAUSE).as() == Capacity.COORDINATOR;
        boolean own = portfolio.nqsw().equals(visit.who().id());
        view.flag("mayBreak", mayBreak && until.isEmpty())
                .text("openUntil", mayBreak ? until : "")
                .list(
                        "broken",
                        pauses || own
                                ? all.stream().map(one -> view(one, pauses)).toList()
                                : List.of());
    }

    private View view(BreakGlass.Broken one, boolean why) {
        return new View()
                .text("name", rooms.people().persons().get(one.person()).name())
                .text("at", Times.words(one.opened(), rooms.clock()))
                .text("reason", why ? one.reason() : "");
    }
}
