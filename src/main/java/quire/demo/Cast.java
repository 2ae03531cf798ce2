package quire.demo;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import quire.people.Actor;
import quire.people.People;

/** Who the people and employers of a cohort are in the record. */
final class Cast {

    private final Map<String, String> persons = new HashMap<>();
    private final Map<String, String> organisations = new HashMap<>();

    /** Those of a cohort that are in the record. */
    static Cast of(Cohort cohort, People people) {
        Cast cast = new Cast();
        for (Employer employer : cohort.organisations()) {
            people.organisations()
                    .findByName(employer.name())
                    .ifPresent(found -> cast.organisations.put(employer.id(), found.id()));
        }
        for (Member member : cohort.people()) {
            people.persons().findByEmail(member.email()).ifPresent(found -> cast.persons.put(member.id(), found.id()));
        }
        return cast;
    }

    /** The id that the record has given to a person. */
    String person(String id) {
        return Objects.requireNonNull(persons.get(id), id);
    }

    /** The id that the record has given to an employer. */
    String organisation(String id) {
        return Objects.requireNonNull(organisations.get(id), id);
    }

    /** A person as somebody who does something. */
    Actor actor(String id) {
        return Actor.of(person(id));
    }
}
