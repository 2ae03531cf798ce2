package quire.web.guest;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import quire.core.Problem;
import quire.forms.Section;
import quire.people.Invitation;
import quire.people.Pass;
import quire.portfolio.Document;
import quire.portfolio.PaperRights;
import quire.portfolio.SectionState;
import quire.portfolio.SeenPaper;
import quire.portfolio.SignOff;
import quire.web.frame.Frame;
import quire.web.frame.Pages;
import quire.web.frame.PassCookie;
import quire.web.frame.Rooms;
import quire.web.frame.Times;
import quire.web.frame.View;
import quire.web.frame.Visit;

/** One paper as somebody sees it whose browser is let in to it alone: what is theirs to do, step by step. */
final class GuestPages {

    private final Rooms rooms;
    private final Pages pages;

    GuestPages(Rooms rooms, Pages pages) {
        this.rooms = rooms;
        this.pages = pages;
    }

    void show(Context request) {
        Visit visit = Visit.of(request);
        Pass pass = pass(visit);
        Invitation invitation =
                pass.invitation() == null ? null : rooms.people().invitations().get(pass.document(), pass.invitation());
        if (invitation != null && invitation.state(visit.today()) == Invitation.State.SUBMITTED) {
            sent(request, visit, invitation);
            return;
        }
        Document document = visit.inDocument();
        PaperRights rights = PaperRights.of(document, visit.stands());
        List<View> places = places(document, rights, visit);
        SeenPaper paper = SeenPaper.of(document, visit.stands());
        boolean complete = paper.shown().stream()
                .filter(paper::writes)
                .allMatch(section -> document.state(section.id()).isDone());
        View view = Frame.page(document.title(), "", Frame.At.ELSEWHERE)
                .text("done", Frame.done(request, Map.of("signed", "You have signed.")))
                .text("paper", visit.paper())
                .text("about", document.form().about())
                .text(
                        "until",
                        invitation == null ? "" : Times.day(invitation.terms().until()))
                .list("sections", sections(paper))
                .list("places", places)
                .flag("signs", !places.isEmpty())
                .flag("sends", places.isEmpty() && invitation != null && complete);
        pages.show(request, "guest-paper", view);
    }

    private static Pass pass(Visit visit) {
        return Objects.requireNonNull(visit.pass(), "Only a pass leads here");
    }

    /** Their own sections, and those of others that they may read. */
    private static List<View> sections(SeenPaper paper) {
        List<View> views = new ArrayList<>();
        for (Section section : paper.shown()) {
            if (paper.writes(section) || paper.reads(section)) {
                views.add(section(paper.document(), section, paper.writes(section), views.size() + 1));
            }
        }
        return views;
    }

    private static View section(Document document, Section section, boolean writes, int number) {
        SectionState state = document.state(section.id());
        boolean open = document.mayStart(section);
        String status = state.isSigned()
                ? "Signed"
                : state.isDone() ? "Completed" : state == SectionState.NOT_STARTED ? "Not started" : "In progress";
        return new View()
                .number("number", number)
                .text("id", section.id())
                .text("name", section.title())
                .text("owner", document.form().roleLabel(section.owner()))
                .flag("mine", writes)
                .flag("leads", writes ? open : state != SectionState.NOT_STARTED)
                .text("status", writes && !open ? "Cannot start yet" : status);
    }

    /** Where they sign, and why not yet. */
    private List<View> places(Document document, PaperRights rights, Visit visit) {
        SignOff signOff = rooms.documents().signing().signOff(document, visit.today());
        return signOff.places().stream()
                .filter(place -> rights.signs(place.key()).allowed())
                .map(place -> new View()
                        .text("href", visit.paper() + "/sign/" + place.key())
                        .flag("due", place.isDue())
                        .flag("signed", place.isSigned())
                        .text("waits", waits(place)))
                .toList();
    }

    private static String waits(SignOff.Place place) {
        if (place.isSigned() || place.isDue()) {
            return "";
        } else if (!place.unfinished().isEmpty()) {
            return "You can sign when these sections are complete: "
                    + place.unfinished().stream()
                            .map(section -> "“" + section.title() + "”")
                            .collect(Collectors.joining(", "))
                    + ".";
        }
        return "Somebody else signs before you. We write to you when it is your turn.";
    }

    private void sent(Context request, Visit visit, Invitation invitation) {
        View view = Frame.page("Thank you, this was sent", visit.inDocument().title(), Frame.At.ELSEWHERE)
                .text("paper", visit.inDocument().title())
                .text(
                        "at",
                        Times.words(Objects.requireNonNull(invitation.moments().submitted()), rooms.clock()))
                .text("ends", Times.day(LandingPages.lastDay(invitation, rooms)))
                .text("copy", visit.paper() + "/copy");
        pages.show(request, "guest-receipt", view);
    }

    /** Their own answers to keep. */
    void copy(Context request) {
        Visit visit = Visit.of(request);
        OwnCopy.send(request, visit.inDocument(), role(visit), rooms);
    }

    /** The part that a guest plays; whoever signed in beside somebody has a copy of their own elsewhere. */
    private String role(Visit visit) {
        Pass pass = pass(visit);
        if (pass.invitation() == null) {
            throw Problem.notFound("There is no copy for you here. You find the paper when you are signed in.");
        }
        return rooms.people()
                .invitations()
                .get(pass.document(), pass.invitation())
                .role();
    }

    /** For those who sign nowhere: what they wrote is what they wanted to say. */
    void send(Context request) {
        Visit visit = Visit.of(request);
        rooms.documents().requests().send(visit.inDocument().id(), role(visit), visit.actor(), visit.now());
        request.redirect(visit.paper(), HttpStatus.SEE_OTHER);
    }

    /** The browser is let in no longer; whoever shared it with somebody gives it back to them. */
    void finish(Context request) {
        Visit visit = Visit.of(request);
        Pass pass = pass(visit);
        rooms.people().passes().end(pass, visit.inPortfolio().id(), visit.now());
        PassCookie.drop(request);
        if (pass.isGuest()) {
            pages.show(
                    request,
                    "guest-closed",
                    Frame.page("You have finished for now", "", Frame.At.ELSEWHERE)
                            .text("sentence", "What you wrote is saved. Come back with the link in your letter."));
        } else {
            request.redirect("/documents/" + visit.inDocument().id(), HttpStatus.SEE_OTHER);
        }
    }
}
