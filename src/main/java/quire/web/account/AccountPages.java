package quire.web.account;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import quire.people.HeldRole;
import quire.people.People;
import quire.people.Person;
import quire.people.PortfolioRole;
import quire.people.Session;
import quire.web.frame.Body;
import quire.web.frame.Frame;
import quire.web.frame.Pages;
import quire.web.frame.Rooms;
import quire.web.frame.SessionCookie;
import quire.web.frame.Times;
import quire.web.frame.View;
import quire.web.frame.Visit;
import quire.web.frame.Visitor;
import quire.web.frame.Wording;

/** What somebody has of their own: who they are here, how they sign in, where they are signed in. */
final class AccountPages {

    /** What was just done, by the word in the address that leads back here. */
    private static final Map<String, String> DONE = Map.of(
            "password", "Your password is changed. Every other browser is signed out.",
            "display", "Pages look as you have chosen.",
            "second-step-off", "The second step is off.",
            "reminders-on", "You will be reminded of papers that wait for you.",
            "reminders-off", "You will not be reminded any more.",
            "session", "That browser is signed out.",
            "sessions", "Every other browser is signed out.");

    private final Rooms rooms;
    private final Pages pages;

    AccountPages(Rooms rooms, Pages pages) {
        this.rooms = rooms;
        this.pages = pages;
    }

    void show(Context request) {
        Visit visit = Visit.of(request);
        Visitor visitor = visit.who();
        List<View> sessions = sessions(visitor, visit);
        View view = Frame.page("Your account", "", Frame.At.ELSEWHERE)
                .text("done", Frame.done(request, DONE))
                .list("details", details(visitor.person(), visit.today()))
                .list("sessions", sessions)
                .flag("others", sessions.size() > 1)
                .flag("reminders", rooms.reminders().wants(visitor.id()))
                .flag("secondStep", people().secondSteps().isOn(visitor.id()))
                .number("codes", people().secondSteps().recoveryCodesLeft(visitor.id()))
                .text("tokens", tokens(people().tokens().ofPerson(visitor.id()).size()));
        pages.show(request, "account", view);
    }

    /** Ends a session of the visitor; if it is this one, they have signed out. */
    void endSession(Context request) {
        Visit visit = Visit.of(request);
        String ended = request.pathParam("session");
        people().sessions().end(visit.who().id(), ended, visit.actor(), visit.now());
        if (ended.equals(visit.who().session().id())) {
            SessionCookie.drop(request);
            request.redirect("/sign-in?out=1", HttpStatus.SEE_OTHER);
        } else {
            request.redirect("/account?done=session", HttpStatus.SEE_OTHER);
        }
    }

    void endOtherSessions(Context request) {
        Visit visit = Visit.of(request);
        people().sessions().endOthers(visit.who().id(), visit.who().session().id(), visit.actor(), visit.now());
        request.redirect("/account?done=sessions", HttpStatus.SEE_OTHER);
    }

    void chooseReminders(Context request) {
        Visit visit = Visit.of(request);
        boolean wanted = Body.form(request).one("wanted").equals("yes");
        rooms.reminders().choose(visit.who().id(), wanted, visit.actor(), visit.now());
        request.redirect("/account?done=reminders-" + (wanted ? "on" : "off"), HttpStatus.SEE_OTHER);
    }

    private static String tokens(int count) {
        return switch (count) {
            case 0 -> "None has a token of yours";
            case 1 -> "One has a token of yours";
            default -> count + " have a token of yours";
        };
    }

    private List<View> details(Person person, LocalDate today) {
        List<View> rows = new ArrayList<>();
        rows.add(View.row("Name", person.name()));
        rows.add(View.row("E-mail address", person.email()));
        rows.add(View.row(
                "Employer", people().organisations().get(person.organisation()).name()));
        rows.add(View.row("Job title", person.details().post()));
        rows.add(View.row("Registration number", person.details().registration()));
        rows.add(View.row("What you do here", String.join("\n", roles(person, today))));
        return rows;
    }

    private List<String> roles(Person person, LocalDate today) {
        List<String> roles = new ArrayList<>();
        for (HeldRole held : people().roles().ofPerson(person.id(), today)) {
            roles.add(Wording.capital(held.role().label()) + ", "
                    + people().organisations().get(held.organisation()).name() + Times.until(held.span()));
        }
        people().assignments().ofPerson(person.id(), today).stream()
                .map(assignment -> assignment.isDeputy()
                        ? "stands in for the " + assignment.role().label()
                        : assignment.role() == PortfolioRole.NQSW
                                ? "newly qualified social worker"
                                : assignment.role().label())
                .map(Wording::capital)
                .distinct()
                .forEach(roles::add);
        return roles;
    }

    private List<View> sessions(Visitor visitor, Visit visit) {
        return people().sessions().ofPerson(visitor.id(), visit.now()).stream()
                .map(session -> session(session, visitor))
                .toList();
    }

    private View session(Session session, Visitor visitor) {
        return new View()
                .text("id", session.id())
                .text("browser", session.browser())
                .text("since", Times.words(session.opened(), rooms.clock()))
                .text("seen", Times.words(session.seen(), rooms.clock()))
                .flag("here", session.id().equals(visitor.session().id()));
    }

    private People people() {
        return rooms.people();
    }
}
