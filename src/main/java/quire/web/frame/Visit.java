package quire.web.frame;

import io.javalin.http.Context;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import quire.people.Actor;
import quire.people.Pass;
import quire.people.Permit;
import quire.people.Standing;
import quire.portfolio.Document;
import quire.portfolio.Portfolio;

/**
 * One request, once it has been let in: who came, what the address names, and in which capacity they may.
 *
 * @param visitor null where nobody is asked for and nobody is signed in
 * @param standing what the visitor is to what the address names
 * @param permit what they were let in on
 * @param portfolio the one that the address names, or whose paper it names; null for none
 * @param document the paper that the address names; null for none
 * @param now when the request came
 * @param today the same as a day
 */
public record Visit(
        @Nullable Visitor visitor,
        @Nullable Standing standing,
        Permit permit,
        @Nullable Portfolio portfolio,
        @Nullable Document document,
        Instant now,
        LocalDate today) {

    private static final String NAME = Visit.class.getName();

    public static Visit of(Context request) {
        return Objects.requireNonNull(request.attribute(NAME), "Every address is entered through the gate");
    }

    /** The visit of a request that may have failed before it was let in. */
    static @Nullable Visit find(Context request) {
        return request.attribute(NAME);
    }

    public void begin(Context request) {
        request.attribute(NAME, this);
    }

    /** The same for somebody who has signed in with this very request. */
    public Visit as(Visitor other) {
        return new Visit(other, standing, permit, portfolio, document, now, today);
    }

    /** Whoever is signed in; only where the address asks for somebody. */
    public Visitor who() {
        return Objects.requireNonNull(visitor, "This address lets in people who are not signed in");
    }

    public Actor actor() {
        return who().actor().asDeputyOf(permit.deputyFor());
    }

    public Portfolio inPortfolio() {
        return Objects.requireNonNull(portfolio, "This address names no portfolio");
    }

    public Document inDocument() {
        return Objects.requireNonNull(document, "This address names no paper");
    }

    /** What lets the visitor in to this one paper; null for whoever is signed in, and for nobody. */
    public @Nullable Pass pass() {
        return visitor == null ? null : visitor.pass();
    }

    /** Where the paper is found by this visitor. */
    public String paper() {
        return (pass() == null ? "/documents/" : "/guest/") + inDocument().id();
    }

    public Standing stands() {
        return Objects.requireNonNull(standing, "This address asks for nobody's standing");
    }
}
