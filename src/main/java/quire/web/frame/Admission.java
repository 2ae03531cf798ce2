package quire.web.frame;

import io.javalin.http.Context;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import quire.core.Problem;
import quire.people.Deed;
import quire.people.Organisation;
import quire.people.Pass;
import quire.people.People;
import quire.people.Permit;
import quire.people.Permits;
import quire.people.Person;
import quire.people.Session;
import quire.people.Standing;
import quire.people.Standings;
import quire.portfolio.Document;
import quire.portfolio.PaperRights;
import quire.portfolio.Portfolio;

/**
 * Finds out who asks, what the address names and what the one is to the other, and asks {@link Permits}. Whoever may not is
 * told what whoever names something that is not there is told.
 */
public final class Admission {

    /** Requests that a page makes by itself, which keep no session open. */
    static final String UNASKED = "X-Quire-Unasked";

    private final Rooms rooms;

    public Admission(Rooms rooms) {
        this.rooms = rooms;
    }

    /** Whoever is signed in; or, where an address is for them, whose browser has a pass. */
    Optional<Visitor> visitor(Route route, Context request) {
        if (route.rule().guests()) {
            return new GuestAdmission(rooms).visitor(route, request);
        }
        Instant now = rooms.clock().instant();
        return SessionCookie.token(request).flatMap(token -> {
            Optional<Session> session = isAsked(request)
                    ? rooms.people().sessions().find(token, now, rooms.today())
                    : rooms.people().sessions().look(token, now, rooms.today());
            return session.map(open -> Visitor.of(person(open), open, token));
        });
    }

    /** A stream of events comes again and again by itself, too. */
    private static boolean isAsked(Context request) {
        return request.header(UNASKED) == null && !"text/event-stream".equals(request.header("Accept"));
    }

    /**
     * Lets a visitor in.
     *
     * @throws Gate.SignedOut if somebody must be signed in and nobody is
     * @throws Gate.PassedOut if the browser has no pass where it must have one
     * @throws Problem of the kind NOT_FOUND if they may not
     */
    Visit admit(Route route, Optional<Visitor> visitor, Context request) {
        Instant now = rooms.clock().instant();
        Rule rule = route.rule();
        if (rule.isOpen() || rule.kind() == Rule.Kind.PROGRAM) {
            return new Visit(visitor.orElse(null), null, Permit.NO, null, null, now, rooms.today());
        }
        Visitor who = visitor.orElseThrow(() -> nobody(rule, request, now));
        Named named = named(request);
        Standing standing = standing(who, named, now);
        Permit permit = permit(rule, standing, named, request);
        if (!permit.allowed()) {
            SecurityLog.refused("what is not theirs", request, who.id());
            throw Problem.notFound("There is no such page, or it is not yours.");
        }
        return new Visit(who, standing, permit, named.portfolio(), named.document(), now, rooms.today());
    }

    /** To a guest, everything but their one paper is not there. */
    private RuntimeException nobody(Rule rule, Context request, Instant now) {
        if (rule.guests()) {
            return new Gate.PassedOut();
        }
        boolean guest = PassCookie.token(request)
                .flatMap(token -> rooms.people().passes().find(token, now))
                .filter(Pass::isGuest)
                .isPresent();
        return guest ? Problem.notFound("There is no such page, or it is not yours.") : new Gate.SignedOut();
    }

    /** What an address names. */
    private record Named(
            @Nullable Portfolio portfolio,
            @Nullable Document document,
            @Nullable NamedBundle bundle,
            @Nullable Organisation organisation) {}

    private Named named(Context request) {
        Set<String> names = request.pathParamMap().keySet();
        Document document = names.contains("document") ? rooms.documents().get(request.pathParam("document")) : null;
        NamedBundle bundle = NamedBundle.find(rooms, request);
        Portfolio portfolio = null;
        if (names.contains("portfolio")) {
            portfolio = rooms.portfolios().get(request.pathParam("portfolio"));
        } else if (bundle != null) {
            portfolio = rooms.portfolios().get(bundle.portfolio());
        } else if (document != null && document.place() != null) {
            portfolio = rooms.portfolios().get(document.place().portfolio());
        }
        return new Named(portfolio, document, bundle, organisation(request, names));
    }

    /** The one that the address names, or the employer of the person that it names. */
    private @Nullable Organisation organisation(Context request, Set<String> names) {
        People people = rooms.people();
        if (names.contains("organisation")) {
            return people.organisations().get(request.pathParam("organisation"));
        }
        return names.contains("person")
                ? people.organisations()
                        .get(people.persons().get(request.pathParam("person")).organisation())
                : null;
    }

    private Standing standing(Visitor who, Named named, Instant now) {
        LocalDate today = rooms.today();
        if (named.portfolio() != null) {
            Portfolio portfolio = named.portfolio();
            Standings standings = rooms.people().standings();
            return named.document() == null
                    ? standings
                            .toPortfolio(who.id(), portfolio.id(), portfolio.organisation(), now, today)
                            .onPanel(isReleased(named.bundle(), who))
                    : standings.toPaper(
                            who.id(), named.document().id(), portfolio.id(), portfolio.organisation(), now, today);
        } else if (named.organisation() != null) {
            return rooms.people()
                    .standings()
                    .toOrganisation(who.id(), named.organisation().id(), today);
        }
        return rooms.people().standings().anywhere(who.id(), today);
    }

    private boolean isReleased(@Nullable NamedBundle bundle, Visitor who) {
        return bundle != null
                && bundle.id() != null
                && rooms.bundles().releases().isOpen(bundle.id(), who.id(), rooms.today());
    }

    private Permit permit(Rule rule, Standing standing, Named named, Context request) {
        if (rule.kind() == Rule.Kind.DEED) {
            return deed(Objects.requireNonNull(rule.deed()), standing, named);
        }
        if (rule.kind() == Rule.Kind.BUNDLE) {
            return Permits.opensPack(
                    standing, Objects.requireNonNull(named.bundle()).isDraft());
        }
        PaperRights rights = PaperRights.of(Objects.requireNonNull(named.document()), standing);
        return switch (rule.kind()) {
            case PAPER -> rights.sees();
            case READING -> rights.reads(request.pathParam("section"));
            case WRITING -> rights.writes(request.pathParam("section"));
            case COMMENTING -> rights.comments(request.pathParam("section"));
            case RELEASING -> rights.releases(request.pathParam("section"), request.pathParam("to"));
            case SIGNING -> rights.signs(request.pathParam("place"));
            case DISCUSSING -> rights.discusses(request.pathParam("section"));
            case ANYBODY, ANYWHERE, PROGRAM, DEED, BUNDLE -> throw new IllegalStateException("No paper is asked about");
        };
    }

    /** An address that names no organisation is about all those where the visitor may do it, and is empty for the others. */
    private Permit deed(Deed deed, Standing standing, Named named) {
        if (deed.scope() != Deed.Scope.ORGANISATION || named.organisation() != null) {
            return Permits.of(standing, deed);
        }
        List<Organisation> where = rooms.people().organisationsWhere(standing.person(), deed, rooms.today());
        return where.isEmpty()
                ? Permit.NO
                : Permits.of(
                        rooms.people()
                                .standings()
                                .toOrganisation(standing.person(), where.get(0).id(), rooms.today()),
                        deed);
    }

    private Person person(Session session) {
        return rooms.people().persons().get(session.person());
    }
}
