package quire.web.year;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import quire.portfolio.Checklist;
import quire.portfolio.Portfolio;
import quire.programme.Milestone;
import quire.programme.Pause;
import quire.web.frame.Times;
import quire.web.frame.View;

/**
 * One portfolio, as tables of portfolios show it.
 *
 * @param name whose it is
 * @param organisation the name of their employer
 * @param comments how many conversations beside its papers are open
 * @param deputyFor whom the visitor stands in for; empty for nobody
 */
record CohortRow(
        Portfolio portfolio,
        String name,
        String organisation,
        Checklist checklist,
        int comments,
        LocalDate today,
        String deputyFor) {

    /** Without a word for so many days, somebody should ask. */
    static final int QUIET_DAYS = 21;

    /** The columns of the table that is taken away. */
    static final List<String> TITLES = List.of(
            "Name",
            "Code",
            "Employer",
            "Programme",
            "Stage",
            "Start",
            "End",
            "Completed",
            "Papers",
            "Overdue",
            "Open comments",
            "Due next",
            "Due on",
            "Last change");

    static final Comparator<CohortRow> ORDER = Comparator.comparing(
                    (CohortRow row) -> row.portfolio().closed() != null)
            .thenComparing(CohortRow::name);

    CohortRow asDeputy(String other) {
        return new CohortRow(portfolio, name, organisation, checklist, comments, today, other);
    }

    boolean isOpen() {
        return portfolio.closed() == null;
    }

    long overdue() {
        return isOpen() ? checklist.items().filter(Checklist.Item::overdue).count() : 0;
    }

    /** Whether nothing was written for long, in a year that has begun and does not stand still. */
    boolean isQuiet() {
        LocalDate last = checklist
                .lastActivity()
                .map(CohortRow::day)
                .orElse(portfolio.dates().start());
        return isOpen() && pause().isEmpty() && ChronoUnit.DAYS.between(last, today) >= QUIET_DAYS;
    }

    View view() {
        return new View()
                .text("href", Act.address(portfolio))
                .text("name", name)
                .text("code", portfolio.code())
                .text("organisation", organisation)
                .text("deputyFor", deputyFor)
                .text("stage", stage())
                .number("complete", complete())
                .number("papers", checklist.items().count())
                .number("overdue", overdue())
                .flag("late", overdue() > 0)
                .text("comments", comments == 0 ? "" : comments == 1 ? "1 open comment" : comments + " open comments")
                .text("quiet", isQuiet() ? "Nothing written for " + QUIET_DAYS + " days" : "")
                .text("next", next().map(item -> item.row().title()).orElse("Nothing"))
                .text("due", next().map(CohortRow::due).orElse(""));
    }

    View waiting(Checklist.Item item) {
        return new View()
                .text("href", Act.address(portfolio) + "/papers/" + item.row().id())
                .text("title", item.row().title())
                .text("name", name)
                .text("due", due(item))
                .flag("overdue", item.overdue());
    }

    /** What of this year waits for the signature of a role. */
    List<View> toSign(String role) {
        return checklist.toSign(role).stream()
                .map(paper -> new View()
                        .text("href", "/documents/" + paper.id())
                        .text("title", paper.title())
                        .text("name", name))
                .toList();
    }

    /** The same as the cells of a table. */
    List<String> cells() {
        return List.of(
                name,
                portfolio.code(),
                organisation,
                portfolio.programme().title(),
                stage(),
                portfolio.dates().start().toString(),
                portfolio.timetable().dateOf(Milestone.END).toString(),
                String.valueOf(complete()),
                String.valueOf(checklist.items().count()),
                String.valueOf(overdue()),
                String.valueOf(comments),
                next().map(item -> item.row().title()).orElse(""),
                next().map(item -> String.valueOf(item.due())).orElse(""),
                checklist.lastActivity().map(moment -> day(moment).toString()).orElse(""));
    }

    String stage() {
        if (portfolio.closed() != null) {
            return "Closed " + Times.day(portfolio.closed());
        } else if (pause().isPresent()) {
            return "Paused until " + Times.day(pause().get().until());
        }
        return checklist.parts().stream()
                .filter(part -> !today.isBefore(part.from()) && today.isBefore(part.until()))
                .map(part -> part.stage().title())
                .findFirst()
                .orElse(today.isBefore(portfolio.dates().start()) ? "Not begun" : "Past the last stage");
    }

    private Optional<Pause> pause() {
        return portfolio.dates().pauses().stream()
                .filter(pause -> !today.isBefore(pause.from()) && today.isBefore(pause.until()))
                .findFirst();
    }

    private long complete() {
        return checklist
                .items()
                .filter(item -> item.status() == Checklist.Status.COMPLETE)
                .count();
    }

    private Optional<Checklist.Item> next() {
        return isOpen()
                ? checklist
                        .items()
                        .filter(item -> item.status() != Checklist.Status.COMPLETE && item.due() != null)
                        .min(Comparator.comparing(item -> Objects.requireNonNull(item.due())))
                : Optional.empty();
    }

    private static String due(Checklist.Item item) {
        return item.due() == null ? "" : Times.day(item.due());
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }
}
