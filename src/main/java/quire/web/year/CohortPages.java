package quire.web.year;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import quire.people.Deed;
import quire.people.Organisation;
import quire.people.Person;
import quire.people.Spreadsheet;
import quire.portfolio.Checklist;
import quire.portfolio.Portfolio;
import quire.web.frame.Downloads;
import quire.web.frame.Frame;
import quire.web.frame.Pages;
import quire.web.frame.Paging;
import quire.web.frame.Rooms;
import quire.web.frame.View;
import quire.web.frame.Visit;

/** Everybody on a programme in the organisations that somebody runs it for. */
final class CohortPages {

    private final Rooms rooms;
    private final Pages pages;

    CohortPages(Rooms rooms, Pages pages) {
        this.rooms = rooms;
        this.pages = pages;
    }

    void cohort(Context request) {
        Visit visit = Visit.of(request);
        Map<String, Organisation> organisations = organisations(visit);
        List<CohortRow> all = all(visit, organisations);
        CohortFilter filter = CohortFilter.in(request);
        List<CohortRow> fitting = fitting(all, filter);
        Paging paging = Paging.in(request, fitting.size());
        View view = Frame.page("Cohort", "", Frame.At.COHORT)
                .number("all", all.size())
                .text("name", filter.name())
                .text("found", fitting.size() == 1 ? "1 portfolio" : fitting.size() + " portfolios")
                .list("organisations", employers(organisations, filter.organisation()))
                .list("shown", filter.choices())
                .text("export", filter.export())
                .flag("enrols", may(Deed.ENROL, visit))
                .flag("packs", may(Deed.BUILD_PACKS, visit))
                .list(
                        "wanted",
                        new SecondPerson(rooms, visit)
                                .wantedIn(all.stream().map(CohortRow::portfolio).toList()))
                .list("rows", paging.of(fitting).stream().map(CohortRow::view).toList());
        pages.show(request, "cohort", paging.show(view, filter::address));
    }

    /** What fits, all pages of it, as a table to take away. */
    void export(Context request) {
        Visit visit = Visit.of(request);
        List<CohortRow> fitting = fitting(all(visit, organisations(visit)), CohortFilter.in(request));
        String table = Spreadsheet.csv(
                CohortRow.TITLES, fitting.stream().map(CohortRow::cells).toList());
        rooms.visits().exported(table, fitting.size(), visit.actor(), visit.now());
        Downloads.send(
                request,
                "cohort-" + visit.today() + ".csv",
                "text/csv; charset=utf-8",
                table.getBytes(StandardCharsets.UTF_8));
    }

    private static List<CohortRow> fitting(List<CohortRow> all, CohortFilter filter) {
        return all.stream().filter(filter::fits).sorted(CohortRow.ORDER).toList();
    }

    private List<CohortRow> all(Visit visit, Map<String, Organisation> organisations) {
        return rows(rooms, rooms.portfolios().ofOrganisations(organisations.keySet()), visit);
    }

    /** The rows of some portfolios, with as many questions to the record however many there are. */
    static List<CohortRow> rows(Rooms rooms, List<Portfolio> portfolios, Visit visit) {
        Map<String, Checklist> checklists = rooms.documents().checklists(portfolios, visit.today());
        Map<String, Integer> comments =
                rooms.comments().open(portfolios.stream().map(Portfolio::id).toList());
        Map<String, String> names =
                rooms.people().persons().list().stream().collect(Collectors.toMap(Person::id, Person::name));
        Map<String, String> employers = rooms.people().organisations().list().stream()
                .collect(Collectors.toMap(Organisation::id, Organisation::name));
        return portfolios.stream()
                .map(portfolio -> new CohortRow(
                        portfolio,
                        names.getOrDefault(portfolio.nqsw(), ""),
                        employers.getOrDefault(portfolio.organisation(), ""),
                        Objects.requireNonNull(checklists.get(portfolio.id())),
                        comments.getOrDefault(portfolio.id(), 0),
                        visit.today(),
                        ""))
                .toList();
    }

    private static List<View> employers(Map<String, Organisation> organisations, String chosen) {
        return organisations.values().stream()
                .map(Organisation::name)
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .map(name -> new View().text("name", name).flag("chosen", name.equals(chosen)))
                .toList();
    }

    private Map<String, Organisation> organisations(Visit visit) {
        return rooms.people().organisationsWhere(visit.who().id(), Deed.SEE_COHORT, visit.today()).stream()
                .collect(Collectors.toMap(Organisation::id, Function.identity()));
    }

    private boolean may(Deed deed, Visit visit) {
        return !rooms.people()
                .organisationsWhere(visit.who().id(), deed, visit.today())
                .isEmpty();
    }
}
