package quire.web.people;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import quire.core.Digest;
import quire.core.Problem;
import quire.people.Deed;
import quire.people.ImportPlan;
import quire.people.Organisation;
import quire.people.PeopleExport;
import quire.people.PeopleImport;
import quire.people.RowFate;
import quire.web.frame.Body;
import quire.web.frame.Boxes;
import quire.web.frame.Complaints;
import quire.web.frame.Downloads;
import quire.web.frame.Frame;
import quire.web.frame.Pages;
import quire.web.frame.Posted;
import quire.web.frame.Rooms;
import quire.web.frame.Typed;
import quire.web.frame.View;
import quire.web.frame.Visit;
import quire.web.frame.Wording;

/** People from a table: what would become of each row, and then exactly that. */
final class ImportPages {

    private static final int MOST_FINDINGS = 50;

    private final Rooms rooms;
    private final Pages pages;

    ImportPages(Rooms rooms, Pages pages) {
        this.rooms = rooms;
        this.pages = pages;
    }

    void form(Context request) {
        form(request, new Complaints());
    }

    void template(Context request) {
        Downloads.send(
                request,
                "people.csv",
                "text/csv; charset=utf-8",
                PeopleExport.template().getBytes(StandardCharsets.UTF_8));
    }

    /** Shows what would be done. The table travels on in the page, so that nothing of it is kept before it is wanted. */
    void plan(Context request) {
        Optional<Posted.PostedFile> file = Body.form(request).file("table");
        if (file.isEmpty()) {
            refuse(request, new Complaints().add("table", "Select a table."));
            return;
        }
        Table table = new Table(file.get().name(), file.get().bytes());
        try {
            ImportPlan plan = rooms.people()
                    .imports()
                    .plan(source(request, table), Visit.of(request).today());
            show(request, table, plan, new Complaints());
        } catch (Problem refused) {
            refuse(request, complaints(refused));
        }
    }

    void run(Context request) {
        Table table = Table.carried(Body.form(request));
        Visit visit = Visit.of(request);
        PeopleImport.Source source = source(request, table);
        try {
            ImportPlan done = rooms.people()
                    .imports()
                    .run(source, seen(Body.form(request)), visit.actor(), visit.now(), visit.today());
            View view = counts(Frame.page("The table is imported", "", Frame.At.PEOPLE), done)
                    .text("file", table.name());
            pages.show(request, "people-imported", view);
        } catch (Problem refused) {
            Complaints complaints = complaints(refused);
            request.status(
                    refused.kind() == Problem.Kind.CONFLICT ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT);
            show(request, table, rooms.people().imports().plan(source, visit.today()), complaints);
        }
    }

    /** A table on its way from one page to the next. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Table(String name, byte[] content) {

        static Table carried(Posted posted) {
            try {
                return new Table(posted.one("_file"), Base64.getDecoder().decode(posted.one("_table")));
            } catch (IllegalArgumentException e) {
                throw Body.malformed("The table did not arrive as it was sent. Choose it again.")
                        .because(e);
            }
        }

        View carry(View view) {
            return view.text("file", name).text("table", Base64.getEncoder().encodeToString(content));
        }
    }

    private static Digest seen(Posted posted) {
        String seen = posted.one("_seen");
        return seen.matches("[0-9a-f]{64}") ? new Digest(seen) : Digest.of("nothing was seen");
    }

    private PeopleImport.Source source(Context request, Table table) {
        Visit visit = Visit.of(request);
        return new PeopleImport.Source(
                table.content(),
                table.name(),
                rooms.people().organisationsWhere(visit.who().id(), Deed.IMPORT_PEOPLE, visit.today()).stream()
                        .map(Organisation::id)
                        .collect(Collectors.toSet()),
                rooms.portfolios().enrolments().enrolling(visit.actor(), visit.now()));
    }

    private void form(Context request, Complaints complaints) {
        View view = Frame.page("Import people", "", Frame.At.PEOPLE)
                .group("table", new Boxes(Typed.NOTHING, complaints).secret("table", "Table", "", ""))
                .list(
                        "programmes",
                        rooms.programmes().list().stream()
                                .map(programme ->
                                        new View().text("id", programme.id()).text("name", programme.title()))
                                .toList());
        Frame.back(view, "/people", "People");
        pages.show(request, "people-import", complaints.on(view));
    }

    private void refuse(Context request, Complaints complaints) {
        request.status(HttpStatus.UNPROCESSABLE_CONTENT);
        form(request, complaints);
    }

    private void show(Context request, Table table, ImportPlan plan, Complaints complaints) {
        View view = counts(Frame.page("Check the import", "", Frame.At.PEOPLE), plan)
                .flag("possible", plan.isPossible())
                .text("seen", plan.fingerprint().hex())
                .list("rows", plan.rows().stream().map(ImportPages::row).toList());
        table.carry(view);
        Frame.back(view, "/people/import", "Choose another table");
        pages.show(request, "people-plan", complaints.on(view));
    }

    private static View counts(View view, ImportPlan plan) {
        return view.number("new", plan.count(RowFate.Kind.NEW))
                .number("changed", plan.count(RowFate.Kind.CHANGED))
                .number("unchanged", plan.count(RowFate.Kind.UNCHANGED))
                .number("refused", plan.count(RowFate.Kind.REFUSED));
    }

    private static View row(RowFate row) {
        List<String> notes = row.kind() == RowFate.Kind.REFUSED
                ? row.reasons()
                : row.changes().stream()
                        .map(change -> words(change, row.kind()))
                        .toList();
        return new View()
                .text("line", String.valueOf(row.line()))
                .text("name", row.name())
                .text("email", row.email())
                .text("fate", fate(row.kind()))
                .text("tag", tag(row.kind()))
                .list(
                        "notes",
                        notes.stream()
                                .map(note -> new View().text("note", note))
                                .toList());
    }

    private static String words(RowFate.Change change, RowFate.Kind kind) {
        String what = Wording.capital(change.what()) + ": ";
        if (kind == RowFate.Kind.NEW || change.from().isEmpty()) {
            return what + change.to();
        }
        return what
                + (change.to().isEmpty()
                        ? "“" + change.from() + "” is taken out"
                        : "“" + change.from() + "” becomes “" + change.to() + "”");
    }

    private static String fate(RowFate.Kind kind) {
        return switch (kind) {
            case NEW -> "New";
            case CHANGED -> "Changed";
            case UNCHANGED -> "As it is";
            case REFUSED -> "Refused";
        };
    }

    private static String tag(RowFate.Kind kind) {
        return switch (kind) {
            case NEW -> "govuk-tag--green";
            case CHANGED -> "govuk-tag--blue";
            case UNCHANGED -> "govuk-tag--grey";
            case REFUSED -> "govuk-tag--red";
        };
    }

    /** All that is wrong, each with its line; a table can be wrong in more places than a page can show. */
    private static Complaints complaints(Problem refused) {
        Complaints complaints = new Complaints();
        if (refused.findings().isEmpty()) {
            return complaints.add(refused);
        }
        refused.findings().stream()
                .limit(MOST_FINDINGS)
                .forEach(finding -> complaints.add(
                        finding.place().line() > 0
                                ? "Line " + finding.place().line() + ": " + finding.message()
                                : finding.message()));
        return complaints;
    }
}
