package quire.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import quire.store.Database;

/** What nobody would look after any more if somebody went. May be shared between threads. */
public final class Departures {

    /**
     * A post that nobody would hold.
     *
     * @param role administrator or operator
     * @param organisation for which
     */
    public record Gap(Role role, Organisation organisation) {}

    private final Organisations organisations;
    private final Persons persons;
    private final Roles roles;

    public Departures(Database database) {
        this.organisations = new Organisations(database);
        this.persons = new Persons(database);
        this.roles = new Roles(database);
    }

    /**
     * What would be lacking if somebody had no access from the day after the last one.
     *
     * @param last the last day with access
     */
    public List<Gap> withoutPerson(String person, LocalDate last) {
        List<Gap> gaps = new ArrayList<>();
        roles.ofPerson(person, last.plusDays(1)).forEach(held -> gaps.addAll(withoutRole(held, last)));
        return gaps;
    }

    /** What would be lacking if a role ended on its last day. */
    public List<Gap> withoutRole(HeldRole held, LocalDate last) {
        LocalDate after = last.plusDays(1);
        boolean lacking = isNeeded(held) && others(held, after).noneMatch(other -> isActive(other, after));
        return lacking ? List.of(new Gap(held.role(), organisations.get(held.organisation()))) : List.of();
    }

    private static boolean isNeeded(HeldRole held) {
        return held.role() == Role.ADMINISTRATOR || held.role() == Role.OPERATOR;
    }

    private Stream<HeldRole> others(HeldRole held, LocalDate day) {
        Stream<String> where = held.role() == Role.OPERATOR
                ? organisations.list().stream().map(Organisation::id)
                : Stream.of(
                                held.organisation(),
                                organisations.get(held.organisation()).home())
                        .distinct();
        return where.flatMap(id -> roles.holders(id, held.role(), day).stream())
                .filter(other -> !other.person().equals(held.person()));
    }

    private boolean isActive(HeldRole other, LocalDate day) {
        return persons.get(other.person()).isActive(day);
    }
}
