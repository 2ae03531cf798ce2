package quire.web.paper;

import static io.javalin.http.HandlerType.GET;
import static io.javalin.http.HandlerType.POST;
import static quire.web.frame.Rule.reads;
import static quire.web.frame.Rule.sees;
import static quire.web.frame.Rule.writes;

import java.util.List;
import java.util.stream.Stream;
import quire.people.Deed;
import quire.web.frame.Pages;
import quire.web.frame.Proof;
import quire.web.frame.Rooms;
import quire.web.frame.Route;
import quire.web.frame.Rule;

/** The addresses of papers. */
public final class PaperRoutes {

    private final Rooms rooms;
    private final Pages pages;

    private PaperRoutes(Rooms rooms, Pages pages) {
        this.rooms = rooms;
        this.pages = pages;
    }

    public static List<Route> of(Rooms rooms, Pages pages, Proof proof) {
        PaperRoutes routes = new PaperRoutes(rooms, pages);
        return Stream.of(routes.papers(), routes.earlier(), routes.versions(), routes.comments(), routes.signing(proof))
                .flatMap(List::stream)
                .toList();
    }

    /** What the pages of a section and of signing are for somebody whose browser is let in to one paper alone. */
    public static List<Route> forGuests(Rooms rooms, Pages pages, Proof proof) {
        SectionPages sections = new SectionPages(rooms, pages);
        ConflictPages conflicts = new ConflictPages(rooms, pages);
        SigningPages signing = new SigningPages(rooms, pages, proof);
        String section = "/guest/{document}/sections/{section}";
        return List.of(
                Route.at(GET, "/guest/{document}/check", sees().forGuests(), new CheckPages(rooms, pages)::show),
                Route.at(GET, "/guest/{document}/files/{digest}", sees().forGuests(), new PaperDownloads(rooms)::file),
                Route.at(GET, section, reads().forGuests(), sections::show),
                Route.at(POST, section, writes().forGuests(), sections::save),
                Route.at(POST, section + "/autosave", writes().forGuests(), new Autosave(rooms)::save),
                Route.at(GET, section + "/conflicts", writes().forGuests(), conflicts::show),
                Route.at(POST, section + "/conflicts", writes().forGuests(), conflicts::decide),
                Route.at(GET, "/guest/{document}/sign/{place}", Rule.signs().forGuests(), signing::ask),
                Route.at(POST, "/guest/{document}/sign/{place}", Rule.signs().forGuests(), signing::sign));
    }

    private List<Route> papers() {
        DocumentPages documents = new DocumentPages(rooms, pages);
        SectionPages sections = new SectionPages(rooms, pages);
        Autosave autosave = new Autosave(rooms);
        PaperDownloads downloads = new PaperDownloads(rooms);
        return List.of(
                Route.at(GET, "/documents/{document}", sees(), documents::show),
                Route.at(GET, "/documents/{document}/check", sees(), new CheckPages(rooms, pages)::show),
                Route.at(GET, "/documents/{document}/word", sees(), downloads::word),
                Route.at(GET, "/documents/{document}/pdf", sees(), downloads::pdf),
                Route.at(GET, "/documents/{document}/signed/{version}/word", sees(), downloads::signedWord),
                Route.at(GET, "/documents/{document}/signed/{version}/pdf", sees(), downloads::signedPdf),
                Route.at(GET, "/documents/{document}/files/{digest}", sees(), downloads::file),
                Route.at(GET, "/documents/{document}/sections/{section}", reads(), sections::show),
                Route.at(POST, "/documents/{document}/sections/{section}", writes(), sections::save),
                Route.at(POST, "/documents/{document}/sections/{section}/autosave", writes(), autosave::save));
    }

    private List<Route> earlier() {
        ConflictPages conflicts = new ConflictPages(rooms, pages);
        HistoryPages history = new HistoryPages(rooms, pages);
        InsertPages insert = new InsertPages(rooms, pages);
        ReleasePages release = new ReleasePages(rooms, pages);
        String section = "/documents/{document}/sections/{section}";
        return List.of(
                Route.at(GET, section + "/conflicts", writes(), conflicts::show),
                Route.at(POST, section + "/conflicts", writes(), conflicts::decide),
                Route.at(GET, section + "/history", reads(), history::show),
                Route.at(POST, section + "/history", writes(), history::bringBack),
                Route.at(GET, section + "/insert", writes(), insert::show),
                Route.at(POST, section + "/insert", writes(), insert::insert),
                Route.at(GET, section + "/release/{to}", Rule.releases(), release::ask),
                Route.at(POST, section + "/release/{to}", Rule.releases(), release::release));
    }

    private List<Route> versions() {
        MovePages move = new MovePages(rooms, pages);
        return List.of(
                Route.at(GET, "/documents/{document}/earlier", sees(), new EarlierPages(rooms, pages)::show),
                Route.at(GET, "/documents/{document}/version", Rule.may(Deed.MOVE_PAPER), move::ask),
                Route.at(POST, "/documents/{document}/version", Rule.may(Deed.MOVE_PAPER), move::move));
    }

    private List<Route> signing(Proof proof) {
        SigningPages signing = new SigningPages(rooms, pages, proof);
        ReturnPages returns = new ReturnPages(rooms, pages);
        ReopeningPages reopening = new ReopeningPages(rooms, pages, returns);
        String reopen = "/documents/{document}/reopen";
        return List.of(
                Route.at(GET, "/documents/{document}/sign/{place}", Rule.signs(), signing::ask),
                Route.at(POST, "/documents/{document}/sign/{place}", Rule.signs(), signing::sign),
                Route.at(GET, "/documents/{document}/return", Rule.may(Deed.RETURN_SECTION), returns::ask),
                Route.at(POST, "/documents/{document}/return", Rule.may(Deed.RETURN_SECTION), returns::giveBack),
                Route.at(GET, reopen, Rule.may(Deed.REOPEN_SIGNED), reopening::show),
                Route.at(POST, reopen, Rule.may(Deed.REOPEN_SIGNED), returns::reopen),
                Route.at(POST, reopen + "/answer", Rule.may(Deed.REOPEN_SIGNED), reopening::answer),
                Route.at(POST, reopen + "/take-back", Rule.may(Deed.REOPEN_SIGNED), reopening::takeBack));
    }

    private List<Route> comments() {
        CommentPages comments = new CommentPages(rooms);
        String all = "/documents/{document}/sections/{section}/comments";
        return List.of(
                Route.at(POST, all, Rule.comments(), comments::add),
                Route.at(POST, all + "/{comment}", Rule.discusses(), comments::change),
                Route.at(POST, all + "/{comment}/answer", Rule.discusses(), comments::answer));
    }
}
