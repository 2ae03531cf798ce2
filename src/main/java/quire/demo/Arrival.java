package quire.demo;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quire.core.Digest;
import quire.people.Actor;
import quire.people.Organisation;
import quire.people.People;
import quire.people.Person;
import quire.people.Role;
import quire.people.Span;
import quire.portfolio.Attachments;

/** How the people of a cohort came: their employers first, then themselves, what they are, and their accounts. */
final class Arrival {

    private static final LocalTime EARLY = LocalTime.of(7, 0);

    private final Cohort cohort;
    private final Path samples;
    private final People people;
    private final Attachments attachments;
    private final LocalDate day;
    private final Instant now;
    private final Map<String, String> organisations = new HashMap<>();

    Arrival(Cohort cohort, Path samples, People people, Attachments attachments) {
        this.cohort = cohort;
        this.samples = samples;
        this.people = people;
        this.attachments = attachments;
        this.day = cohort.since();
        this.now = day.atTime(EARLY).atZone(Cohort.ZONE).toInstant();
    }

    /** @param password of everybody */
    void come(String password) {
        // Members need to know their host.
        cohort.organisations().stream()
                .sorted(Comparator.comparing(employer -> employer.memberOf() != null))
                .forEach(this::add);
        List<String> persons = cohort.people().stream().map(this::add).toList();
        people.accounts().openInvented(persons, password, now);
    }

    private void add(Employer employer) {
        String host = employer.memberOf() == null ? null : organisations.get(employer.memberOf());
        Organisation.Details details =
                new Organisation.Details(employer.name(), employer.address(), null, logo(employer), host);
        organisations.put(
                employer.id(),
                people.organisations().add(details, Actor.SYSTEM, now).id());
    }

    private @Nullable Digest logo(Employer employer) {
        String name = employer.logo();
        return name == null
                ? null
                : attachments
                        .keep(name, World.bytes(samples.resolve("pictures").resolve(name)))
                        .digest();
    }

    private String add(Member member) {
        String employer = organisations.getOrDefault(member.organisation(), "");
        Person.Details details =
                new Person.Details(member.name(), member.email(), member.post(), member.registration(), employer);
        Person person = people.persons().add(details, Actor.SYSTEM, now);
        for (String word : member.roles()) {
            Role role = Role.find(word).orElseThrow(() -> new IllegalStateException("No role " + word));
            people.roles().give(person.id(), role, employer, Span.from(day), Actor.SYSTEM, now);
        }
        return person.id();
    }
}
