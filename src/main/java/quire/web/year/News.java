package quire.web.year;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import quire.forms.Section;
import quire.people.Standing;
import quire.portfolio.Document;
import quire.portfolio.PaperRights;
import quire.portfolio.Portfolio;
import quire.portfolio.Unread;
import quire.web.frame.Rooms;
import quire.web.frame.Times;
import quire.web.frame.View;
import quire.web.frame.Visit;

/** What others have written since somebody last read it, as far as it is theirs to read; the newest first. */
final class News {

    private static final int SHOWN = 8;
    /** Each needs its paper, to know who may read it. */
    private static final int LOOKED_AT = 40;

    private final Rooms rooms;
    private final Visit visit;
    private final Map<String, Document> papers = new HashMap<>();
    private final Map<String, Standing> standings = new HashMap<>();

    News(Rooms rooms, Visit visit) {
        this.rooms = rooms;
        this.visit = visit;
    }

    List<View> of(Collection<Portfolio> portfolios) {
        Map<String, Portfolio> byId = new HashMap<>();
        portfolios.stream().filter(one -> one.closed() == null).forEach(one -> byId.put(one.id(), one));
        List<Unread> unread = rooms.visits().unread(byId.keySet(), visit.who().id());
        List<View> news = new ArrayList<>();
        Set<String> looked = new HashSet<>();
        for (int i = unread.size() - 1; i >= 0 && news.size() < SHOWN && looked.size() < LOOKED_AT; i--) {
            Unread one = unread.get(i);
            Portfolio portfolio = byId.get(one.portfolio());
            looked.add(one.document());
            if (portfolio != null && mayRead(one, portfolio)) {
                news.add(view(one, portfolio));
            }
        }
        return news;
    }

    private boolean mayRead(Unread one, Portfolio portfolio) {
        Standing standing = standings.computeIfAbsent(
                portfolio.id(),
                id -> rooms.people()
                        .standings()
                        .toPortfolio(visit.who().id(), id, portfolio.organisation(), visit.now(), visit.today()));
        return PaperRights.of(paper(one), standing).reads(one.section()).allowed();
    }

    private View view(Unread one, Portfolio portfolio) {
        Document paper = paper(one);
        Section section = paper.form().section(one.section());
        boolean own = portfolio.nqsw().equals(visit.who().id());
        return new View()
                .text("href", "/documents/" + one.document() + "/sections/" + one.section())
                .text("title", paper.title() + ": " + section.title())
                .text(
                        "name",
                        own
                                ? ""
                                : rooms.people().persons().get(portfolio.nqsw()).name())
                .text("saved", Times.words(one.at(), rooms.clock()))
                .flag("isNew", one.isNew());
    }

    private Document paper(Unread one) {
        return papers.computeIfAbsent(one.document(), rooms.documents()::get);
    }
}
