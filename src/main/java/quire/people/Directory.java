package quire.people;

import java.text.Collator;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import quire.store.Database;
import quire.store.Transaction;

/** Everybody with what they are, as those who look after them go through a list. May be shared between threads. */
public final class Directory {

    /** How far somebody's account has come. */
    public enum State {
        NOT_INVITED,
        INVITED,
        /** They have chosen a password and can sign in. */
        OPEN,
        /** They have no access any more. */
        ENDED
    }

    /**
     * An invitation that was not used yet.
     *
     * @param until when the last one that was sent ends, which may be over
     */
    public record Invitation(Instant sent, Instant until) {}

    /**
     * Somebody.
     *
     * @param roles what they are today for the organisations that were asked about
     * @param parts what they are today to portfolios
     * @param invitation null for none, or where they have used it
     */
    public record Entry(
            Person person,
            Organisation organisation,
            List<HeldRole> roles,
            Set<PortfolioRole> parts,
            State state,
            @Nullable Invitation invitation) {}

    private final Database database;

    public Directory(Database database) {
        this.database = database;
    }

    /** Everybody of some organisations, by name. */
    public List<Entry> of(Collection<Organisation> organisations, LocalDate today) {
        Map<String, Organisation> byId = organisations.stream().collect(Collectors.toMap(Organisation::id, one -> one));
        return database.read(tx -> {
            Facts facts = Facts.of(tx, byId, RoleStore.all(tx), AssignmentStore.all(tx), today);
            return PersonStore.list(tx).stream()
                    .filter(person -> byId.containsKey(person.organisation()))
                    .map(facts::entry)
                    .sorted(Comparator.comparing(
                            (Entry entry) -> entry.person().name(), Collator.getInstance(Locale.UK)))
                    .toList();
        });
    }

    /** Somebody of an organisation, and what they are for that one. */
    public Entry get(Person person, Organisation employer, LocalDate today) {
        return database.read(tx -> Facts.of(
                        tx,
                        Map.of(employer.id(), employer),
                        RoleStore.ofPerson(tx, person.id()),
                        AssignmentStore.ofPerson(tx, person.id()),
                        today)
                .entry(person));
    }

    /** All that is known about everybody, read at once. */
    private record Facts(
            Map<String, Organisation> organisations,
            Map<String, List<HeldRole>> roles,
            Map<String, List<Assignment>> assignments,
            Set<String> opened,
            Map<String, Invitation> invitations,
            LocalDate today) {

        static Facts of(
                Transaction tx,
                Map<String, Organisation> organisations,
                List<HeldRole> roles,
                List<Assignment> assignments,
                LocalDate today) {
            return new Facts(
                    organisations,
                    roles.stream()
                            .filter(held -> held.span().holds(today) && organisations.containsKey(held.organisation()))
                            .collect(Collectors.groupingBy(HeldRole::person)),
                    assignments.stream()
                            .filter(assignment -> assignment.span().holds(today))
                            .collect(Collectors.groupingBy(Assignment::person)),
                    AccountStore.opened(tx),
                    LinkStore.invitations(tx),
                    today);
        }

        Entry entry(Person person) {
            Set<PortfolioRole> parts = EnumSet.noneOf(PortfolioRole.class);
            assignments.getOrDefault(person.id(), List.of()).forEach(assignment -> parts.add(assignment.role()));
            return new Entry(
                    person,
                    Objects.requireNonNull(organisations.get(person.organisation())),
                    roles.getOrDefault(person.id(), List.of()),
                    parts,
                    state(person),
                    opened.contains(person.id()) ? null : invitations.get(person.id()));
        }

        private State state(Person person) {
            if (!person.isActive(today)) {
                return State.ENDED;
            } else if (opened.contains(person.id())) {
                return State.OPEN;
            }
            return invitations.containsKey(person.id()) ? State.INVITED : State.NOT_INVITED;
        }
    }
}
