package quire.web.paper;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quire.people.Actor;
import quire.people.People;
import quire.people.Person;
import quire.web.frame.Rooms;
import quire.web.frame.Visit;

/** What a page calls those who wrote something: the visitor is “you”. */
final class Names {

    private final People people;
    private final Visit visit;
    private final Map<String, String> known = new HashMap<>();

    Names(Rooms rooms, Visit visit) {
        this.people = rooms.people();
        this.visit = visit;
    }

    /** In the middle of a sentence. */
    String of(String person, @Nullable String deputyOf) {
        String who = isVisitor(person) ? "you" : name(person);
        return deputyOf == null ? who : who + ", standing in for " + name(deputyOf);
    }

    /** At the beginning of one. */
    String first(String person, @Nullable String deputyOf) {
        String who = of(person, deputyOf);
        return who.startsWith("you") ? "You" + who.substring(3) : who;
    }

    boolean isVisitor(String person) {
        return visit.who().id().equals(person);
    }

    private String name(String person) {
        if (person.equals(Actor.SYSTEM.person())) {
            return "the record";
        }
        return known.computeIfAbsent(
                person,
                id -> people.persons()
                        .find(id)
                        .map(Person::name)
                        .or(() -> people.invitations().nameOf(id))
                        .orElse("somebody"));
    }
}
