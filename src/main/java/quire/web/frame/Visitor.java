package quire.web.frame;

import org.jspecify.annotations.Nullable;
import quire.core.Digest;
import quire.people.Actor;
import quire.people.Pass;
import quire.people.Person;
import quire.people.Session;

/**
 * Somebody who is signed in.
 *
 * @param person who they are
 * @param session in which browser
 * @param stamp what every form of a page of theirs carries, so that no page of another site can send one
 * @param pass what lets them in to one paper; null for whoever is signed in
 */
public record Visitor(
        Person person,
        Session session,
        String stamp,
        @Nullable Pass pass) {

    public static Visitor of(Person person, Session session, String token) {
        return new Visitor(person, session, stamp(token), null);
    }

    /** Somebody whose browser is let in to one paper. */
    static Visitor of(Person person, Pass pass, String token) {
        return new Visitor(person, pass.session(), stamp(token), pass);
    }

    /** Only who knows the token of the session can know the stamp, and the stamp tells nothing of the token. */
    private static String stamp(String token) {
        return Digest.of("stamp of a form " + token).hex();
    }

    public String id() {
        return person.id();
    }

    public Actor actor() {
        return new Actor(person.id(), null, session.id());
    }
}
