package quire.portfolio;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import quire.core.Problem;
import quire.people.Actor;
import quire.people.Assignments;
import quire.people.Organisation;
import quire.people.Organisations;
import quire.people.Person;
import quire.people.Persons;
import quire.people.Roles;
import quire.people.Sessions;
import quire.people.Tokens;
import quire.store.Database;
import quire.trail.Trail;

/**
 * Everything that the record holds about one person, for the page on which they see it and the file in which they take it
 * away. No password, code or token is in it. May be shared between threads.
 */
public final class PersonalData {

    private final Database database;
    private final Portfolios portfolios;
    private final Documents documents;
    private final Sessions sessions;

    public PersonalData(Database database, Portfolios portfolios, Documents documents, Sessions sessions) {
        this.database = database;
        this.portfolios = portfolios;
        this.documents = documents;
        this.sessions = sessions;
    }

    /**
     * What is held about somebody now.
     *
     * @param zone in which the sentences tell times
     * @throws Problem if there is no such person
     */
    public Held of(String id, Instant now, ZoneId zone) {
        // One moment of the record.
        return database.read(tx -> {
            Person person = new Persons(database).get(id);
            AccessLog log = new AccessLog(database, documents);
            return new Held(
                    person,
                    employer(person),
                    new Roles(database).history(id),
                    new Assignments(database).everyPartOf(id),
                    signedIn(id, now),
                    programs(id),
                    portfolios.ofPerson(id).stream()
                            .map(portfolio -> year(log, portfolio, id, zone))
                            .toList(),
                    PersonalDataStore.started(tx, id).stream()
                            .map(one -> new Held.Started(one.document(), title(one.document()), one.at()))
                            .toList(),
                    PersonalDataStore.saves(tx, id).stream()
                            .map(one -> new Held.Saves(one.document(), title(one.document()), one.count(), one.last()))
                            .toList(),
                    CommentStore.by(tx, id),
                    EvidenceStore.by(tx, id),
                    VisitStore.by(tx, id),
                    log.about(id, zone));
        });
    }

    /** Writes down that somebody took away what is held about them. */
    public void taken(Actor actor, Instant now) {
        database.run(tx -> new Trail(database).add(tx, actor.did("person.data_taken", "person", actor.person()), now));
    }

    private String employer(Person person) {
        return new Organisations(database)
                .find(person.organisation())
                .map(Organisation::name)
                .orElse("");
    }

    private List<Held.SignedIn> signedIn(String person, Instant now) {
        return sessions.ofPerson(person, now).stream()
                .map(session -> new Held.SignedIn(session.browser(), session.opened(), session.seen(), session.ends()))
                .toList();
    }

    private List<Held.Program> programs(String person) {
        return new Tokens(database)
                .ofPerson(person).stream()
                        .map(token -> new Held.Program(token.name(), token.created(), token.used()))
                        .toList();
    }

    private Held.Year year(AccessLog log, Portfolio portfolio, String person, ZoneId zone) {
        return new Held.Year(
                portfolio,
                documents.ofPortfolio(portfolio.id()),
                database.read(tx -> EvidenceStore.ofPortfolio(tx, portfolio.id())),
                log.all(portfolio.id(), person, zone));
    }

    private String title(String document) {
        Optional<Document> found = documents.find(document);
        return found.map(Document::title).orElse("");
    }
}
