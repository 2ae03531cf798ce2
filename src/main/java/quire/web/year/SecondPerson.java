package quire.web.year;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import quire.people.Deed;
import quire.people.Permit;
import quire.people.Permits;
import quire.portfolio.Document;
import quire.portfolio.Portfolio;
import quire.portfolio.Reopening;
import quire.web.frame.Rooms;
import quire.web.frame.Times;
import quire.web.frame.View;
import quire.web.frame.Visit;

/** Papers that somebody else wants to open again, for whoever may be the second person who agrees. */
record SecondPerson(Rooms rooms, Visit visit) {

    /** Those of some portfolios, the ones that have waited longest first. */
    List<View> wantedIn(Collection<Portfolio> portfolios) {
        Map<String, Portfolio> open = new LinkedHashMap<>();
        portfolios.stream().filter(one -> one.closed() == null).forEach(one -> open.put(one.id(), one));
        List<View> wanted = new ArrayList<>();
        for (Reopening asked : rooms.documents().reopenings().waiting(open.keySet())) {
            Document document = rooms.documents().get(asked.document());
            Portfolio portfolio = Objects.requireNonNull(open.get(String.valueOf(document.portfolio())));
            if (answers(asked, portfolio)) {
                wanted.add(view(asked, document, portfolio));
            }
        }
        return wanted;
    }

    private boolean answers(Reopening asked, Portfolio portfolio) {
        Permit permit = Permits.of(
                rooms.people()
                        .standings()
                        .toPortfolio(
                                visit.who().id(), portfolio.id(), portfolio.organisation(), visit.now(), visit.today()),
                Deed.REOPEN_SIGNED);
        return permit.allowed() && asked.canBeAnsweredBy(visit.who().actor().asDeputyOf(permit.deputyFor()));
    }

    private View view(Reopening asked, Document document, Portfolio portfolio) {
        var persons = rooms.people().persons();
        return new View()
                .text("href", "/documents/" + document.id() + "/reopen")
                .text("title", document.title())
                .text("name", persons.get(portfolio.nqsw()).name())
                .text("who", persons.get(asked.by()).name())
                .text("at", Times.words(asked.at(), rooms.clock()));
    }
}
