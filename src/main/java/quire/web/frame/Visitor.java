package quire.web.frame;

import quire.core.Digest;
import quire.people.Actor;
import quire.people.Person;
import quire.people.Session;

/**
 * Somebody who is signed in.
 *
 * @param person who they are
 * @param session in which browser
 * @param stamp what every form of a page of theirs carries, so that no page of another site can send one
 */
public record Visitor(Person person, Session session, String stamp) {

    public static Visitor of(Person person, Session session, String token) {
        // Only who knows the token of the session can know the stamp, and the stamp tells nothing of the token.
        return new Visitor(
                person, session, Digest.of("stamp of a form " + token).hex());
    }

    public String id() {
        return person.id();
    }

    public Actor actor() {
        return new Actor(person.id(), null, session.id());
    }
}
