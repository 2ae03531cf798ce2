package quire.web.year;

import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import quire.people.Assignment;
import quire.people.Deed;
import quire.people.Organisation;
import quire.people.Person;
import quire.people.PortfolioRole;
import quire.portfolio.Checklist;
import quire.portfolio.Portfolio;
import quire.web.frame.Frame;
import quire.web.frame.Pages;
import quire.web.frame.Rooms;
import quire.web.frame.Times;
import quire.web.frame.View;
import quire.web.frame.Visit;

/** Tables of portfolios: a cohort for those who run it, and their own for assessors and line managers. */
final class CohortPages {

    private final Rooms rooms;
    private final Pages pages;

    CohortPages(Rooms rooms, Pages pages) {
        this.rooms = rooms;
        this.pages = pages;
    }

    /** Everybody on a programme in the organisations that the visitor runs it for. */
    void cohort(Context request) {
        Visit visit = Visit.of(request);
        Map<String, Organisation> organisations =
                rooms.people().organisationsWhere(visit.who().id(), Deed.SEE_COHORT, visit.today()).stream()
                        .collect(Collectors.toMap(Organisation::id, Function.identity()));
        List<Row> rows = rows(rooms.portfolios().ofOrganisations(organisations.keySet()), organisations, visit.today());
        Sought sought = Sought.in(request);
        View view = Frame.page("Cohort", "", Frame.At.COHORT)
                .number("all", rows.size())
                .text("name", sought.name())
                .list(
                        "organisations",
                        choices(organisations.values().stream().map(Organisation::name), sought.organisation()))
                .list("shown", Show.choices(sought.show()))
                .list(
                        "rows",
                        rows.stream()
                                .filter(sought::fits)
                                .sorted(Row.ORDER)
                                .map(Row::view)
                                .toList());
        pages.show(request, "cohort", view);
    }

    private static List<View> choices(Stream<String> names, String chosen) {
        Set<String> sorted = new TreeSet<>(names.toList());
        return sorted.stream()
                .map(name -> new View().text("name", name).flag("chosen", name.equals(chosen)))
                .toList();
    }

    /** Whom an assessor looks after. */
    void nqsws(Context request) {
        own(request, PortfolioRole.ASSESSOR, "Your NQSWs", Frame.At.NQSWS);
    }

    /** Whom a line manager looks after. */
    void team(Context request) {
        own(request, PortfolioRole.MANAGER, "Your team", Frame.At.TEAM);
    }

    private void own(Context request, PortfolioRole role, String title, Frame.At at) {
        Visit visit = Visit.of(request);
        Map<String, String> deputy = new HashMap<>();
        for (Assignment assignment :
                rooms.people().assignments().ofPerson(visit.who().id(), visit.today())) {
            if (assignment.role() == role && assignment.deputyFor() != null) {
                deputy.put(assignment.portfolio(), nameOf(assignment.deputyFor()));
            }
        }
        List<Portfolio> portfolios = rooms.portfolios().assignedTo(visit.who().id(), role, visit.today());
        List<Row> rows = rows(portfolios, organisations(), visit.today()).stream()
                .map(row -> row.asDeputy(deputy.getOrDefault(row.portfolio().id(), "")))
                .toList();
        List<View> waiting = rows.stream()
                .flatMap(row -> row.checklist().next(role.word()).map(row::waiting).stream())
                .toList();
        View view = Frame.page(title, "", at)
                .flag("assessor", role == PortfolioRole.ASSESSOR)
                .list("waiting", waiting)
                .list("rows", rows.stream().sorted(Row.ORDER).map(Row::view).toList());
        pages.show(request, "nqsws", view);
    }

    private List<Row> rows(List<Portfolio> portfolios, Map<String, Organisation> organisations, LocalDate today) {
        Map<String, Checklist> checklists = rooms.documents().checklists(portfolios, today);
        Map<String, String> names =
                rooms.people().persons().list().stream().collect(Collectors.toMap(Person::id, Person::name));
        return portfolios.stream()
                .map(portfolio -> new Row(
                        portfolio,
                        names.getOrDefault(portfolio.nqsw(), ""),
                        Optional.ofNullable(organisations.get(portfolio.organisation()))
                                .map(Organisation::name)
                                .orElse(""),
                        Objects.requireNonNull(checklists.get(portfolio.id())),
                        today,
                        ""))
                .toList();
    }

    private Map<String, Organisation> organisations() {
        return rooms.people().organisations().list().stream()
                .collect(Collectors.toMap(Organisation::id, Function.identity()));
    }

    private String nameOf(String person) {
        return rooms.people().persons().get(person).name();
    }

    /** What of the cohort is shown. */
    private enum Show {
        OPEN("Open"),
        OVERDUE("With something overdue"),
        CLOSED("Closed"),
        EVERYONE("Everyone");

        private final String words;

        Show(String words) {
            this.words = words;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static List<View> choices(Show chosen) {
            return Arrays.stream(values())
                    .map(show -> new View()
                            .text("word", show.word())
                            .text("words", show.words)
                            .flag("chosen", show == chosen))
                    .toList();
        }
    }

    /** The filters above the table. */
    private record Sought(String name, String organisation, Show show) {

        static Sought in(Context request) {
            String show = text(request, "show").toUpperCase(Locale.ROOT);
            Show chosen = Arrays.stream(Show.values())
                    .filter(one -> one.name().equals(show))
                    .findFirst()
                    .orElse(Show.OPEN);
            return new Sought(text(request, "name").strip(), text(request, "organisation"), chosen);
        }

        boolean fits(Row row) {
            String words = (row.name() + " " + row.portfolio().code()).toLowerCase(Locale.UK);
            return words.contains(name.toLowerCase(Locale.UK))
                    && (organisation.isEmpty() || organisation.equals(row.organisation()))
                    && shows(row);
        }

        private boolean shows(Row row) {
            return switch (show) {
                case OPEN -> row.portfolio().closed() == null;
                case OVERDUE -> row.portfolio().closed() == null && row.overdue() > 0;
                case CLOSED -> row.portfolio().closed() != null;
                case EVERYONE -> true;
            };
        }

        private static String text(Context request, String name) {
            String text = request.queryParam(name);
            return text == null ? "" : text;
        }
    }

    /** One portfolio. */
    private record Row(
            Portfolio portfolio,
            String name,
            String organisation,
            Checklist checklist,
            LocalDate today,
            String deputyFor) {

        static final Comparator<Row> ORDER = Comparator.comparing(
                        (Row row) -> row.portfolio().closed() != null)
                .thenComparing(Row::name);

        Row asDeputy(String other) {
            return new Row(portfolio, name, organisation, checklist, today, other);
        }

        long overdue() {
            return checklist.items().filter(Checklist.Item::overdue).count();
        }

        View view() {
            long complete = checklist
                    .items()
                    .filter(item -> item.status() == Checklist.Status.COMPLETE)
                    .count();
            return new View()
                    .text("href", "/portfolios/" + portfolio.id())
                    .text("name", name)
                    .text("code", portfolio.code())
                    .text("organisation", organisation)
                    .text("deputyFor", deputyFor)
                    .text("stage", portfolio.closed() == null ? stage() : "Closed " + Times.day(portfolio.closed()))
                    .number("complete", complete)
                    .number("papers", checklist.items().count())
                    .number("overdue", overdue())
                    .flag("late", overdue() > 0)
                    .text("next", next());
        }

        View waiting(Checklist.Item item) {
            return new View()
                    .text(
                            "href",
                            "/portfolios/" + portfolio.id() + "/papers/"
                                    + item.row().id())
                    .text("title", item.row().title())
                    .text("name", name)
                    .text("due", item.due() == null ? "" : Times.day(item.due()))
                    .flag("overdue", item.overdue());
        }

        private String stage() {
            return checklist.parts().stream()
                    .filter(part -> !today.isBefore(part.from()) && today.isBefore(part.until()))
                    .map(part -> part.stage().title())
                    .findFirst()
                    .orElse(today.isBefore(portfolio.dates().start()) ? "Not begun" : "Past the last stage");
        }

        private String next() {
            return checklist
                    .items()
                    .filter(item -> item.status() != Checklist.Status.COMPLETE && item.due() != null)
                    .min(Comparator.comparing(Checklist.Item::due))
                    .map(item -> item.row().title() + ", " + Times.day(Objects.requireNonNull(item.due())))
                    .orElse("Nothing");
        }
    }
}
