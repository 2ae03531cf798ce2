package quire.people;

import java.time.LocalDate;
import java.util.List;
import quire.store.Database;

/**
 * The front doors of this room, opened together.
 *
 * @param organisations employers
 * @param persons everybody who is known
 * @param roles what they are for organisations
 * @param assignments what they are to portfolios
 * @param accounts how they open an account and choose a password
 * @param secondSteps the code after the password
 * @param sessions who is signed in
 * @param signIns the way in
 * @param tokens what programs show to be let in
 * @param directory everybody, as an administrator looks through them
 * @param departures what would be lacking without somebody
 * @param standings what somebody is to something today
 * @param glass who opened what they may not read otherwise
 * @param imports people from a table
 * @param exports people into a table
 * @param invitations who was asked to play a part in one paper
 * @param passes browsers that are let in to one paper
 * @param recordings what is written down for others
 */
public record People(
        Organisations organisations,
        Persons persons,
        Roles roles,
        Assignments assignments,
        Accounts accounts,
        SecondSteps secondSteps,
        Sessions sessions,
        SignIns signIns,
        Tokens tokens,
        Directory directory,
        Departures departures,
        Standings standings,
        BreakGlass glass,
        PeopleImport imports,
        PeopleExport exports,
        Invitations invitations,
        Passes passes,
        Recordings recordings) {

    /** Everybody in a record. */
    public static People of(Database database) {
        Accounts accounts = new Accounts(database);
        Sessions sessions = new Sessions(database);
        return new People(
                new Organisations(database),
                new Persons(database),
                new Roles(database),
                new Assignments(database),
                accounts,
                new SecondSteps(database),
                sessions,
                new SignIns(database, accounts, sessions, new Throttle(database)),
                new Tokens(database),
                new Directory(database),
                new Departures(database),
                new Standings(database),
                new BreakGlass(database),
                new PeopleImport(database),
                new PeopleExport(database),
                new Invitations(database),
                new Passes(database),
                new Recordings(database));
    }

    /** The organisations for which somebody may do something today, by name. */
    public List<Organisation> organisationsWhere(String person, Deed deed, LocalDate today) {
        if (roles.ofPerson(person, today).isEmpty()) {
            return List.of();
        }
        return organisations.list().stream()
                .filter(organisation -> Permits.of(standings.toOrganisation(person, organisation.id(), today), deed)
                        .allowed())
                .toList();
    }

    /**
     * Whether somebody looks after all that another one is, today or later. Whoever gets a link to an account, or chooses
     * where its letters go, can come into everything that it opens.
     */
    public boolean looksAfter(String person, String other, LocalDate today) {
        boolean operators = Permits.of(standings.anywhere(person, today), Deed.GIVE_OPERATOR)
                .allowed();
        return roles.history(other).stream()
                .filter(held -> !held.span().isOver(today))
                .allMatch(held -> held.role() == Role.OPERATOR
                        ? operators
                        : Permits.of(standings.toOrganisation(person, held.organisation(), today), Deed.MANAGE_PEOPLE)
                                .allowed());
    }
}
