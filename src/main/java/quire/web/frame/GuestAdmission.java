package quire.web.frame;

import io.javalin.http.Context;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import quire.people.Display;
import quire.people.Invitation;
import quire.people.Pass;
import quire.people.Person;

/**
 * Finds out whose browser is let in to one paper by a pass. It opens the addresses of guests and of that paper alone; everywhere
 * else nobody looks at it.
 */
final class GuestAdmission {

    /** What is open to a guest who has sent what they were asked for. */
    private static final Set<String> AFTERWARDS =
            Set.of("/guest/{document}", "/guest/{document}/copy", "/guest/{document}/finish");

    private final Rooms rooms;

    GuestAdmission(Rooms rooms) {
        this.rooms = rooms;
    }

    Optional<Visitor> visitor(Route route, Context request) {
        Instant now = rooms.clock().instant();
        return PassCookie.token(request)
                .flatMap(token -> rooms.people()
                        .passes()
                        .find(token, now)
                        .filter(pass ->
                                pass.document().equals(request.pathParamMap().get("document")))
                        .flatMap(pass -> person(pass, route).map(person -> Visitor.of(person, pass, token))));
    }

    private Optional<Person> person(Pass pass, Route route) {
        if (pass.invitation() == null) {
            return rooms.people().persons().find(pass.person());
        }
        Invitation invitation = rooms.people().invitations().get(pass.document(), pass.invitation());
        Invitation.State state = invitation.state(rooms.today());
        boolean sent = state == Invitation.State.SUBMITTED && AFTERWARDS.contains(route.path());
        return state.isOpen() || sent ? Optional.of(guest(invitation)) : Optional.empty();
    }

    /** Whoever was asked, as pages see those who visit them. */
    private static Person guest(Invitation invitation) {
        Invitation.Addressee to = invitation.to();
        String registration = to.registration().isEmpty() ? null : to.registration();
        return new Person(
                invitation.guest(),
                new Person.Details(to.name(), to.email(), to.post(), registration, invitation.organisation()),
                Display.PLAIN,
                null);
    }
}
