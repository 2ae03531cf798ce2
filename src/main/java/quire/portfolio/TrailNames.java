package quire.portfolio;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import quire.people.Actor;
import quire.people.Assignment;
import quire.people.Assignments;
import quire.people.Invitations;
import quire.people.Person;
import quire.people.Persons;
import quire.people.PortfolioRole;
import quire.people.Role;
import quire.people.Roles;
import quire.store.Database;

/** What the ids in the trail are called, for one reader. It asks for each once, so make it anew for each page. */
final class TrailNames {

    private static final String SOMEBODY = "Somebody who is not known any more";

    /** The portfolio that is told of. */
    record Year(String id, String nqsw, String organisation) {}

    private final Database database;
    private final Documents documents;
    private final Roles roles;
    private final @Nullable Year year;
    private final String reader;
    private final List<Assignment> parts;
    private final Map<String, Optional<String>> persons = new HashMap<>();
    private final Map<String, Optional<Document>> papers = new HashMap<>();
    private final Map<String, Optional<EvidenceFile>> files = new HashMap<>();

    /**
     * The names for one reader.
     *
     * @param year the portfolio that is told of; null for none
     * @param reader the id of whoever is called “you”
     */
    TrailNames(Database database, Documents documents, @Nullable Year year, String reader) {
        this.database = database;
        this.documents = documents;
        this.roles = new Roles(database);
        this.year = year;
        this.reader = reader;
        this.parts = year == null ? List.of() : new Assignments(database).history(year.id());
    }

    static Optional<Year> year(Database database, String portfolio) {
        return database.read(tx -> tx.sql("select id, nqsw, organisation from portfolio where id = :id")
                .with("id", portfolio)
                .find(row -> new Year(row.text("id"), row.text("nqsw"), row.text("organisation"))));
    }

    boolean isReader(String person) {
        return person.equals(reader);
    }

    /** A name with which a sentence may begin. */
    String person(String id) {
        return id.equals(Actor.SYSTEM.person())
                ? "Quire"
                : persons.computeIfAbsent(
                                id,
                                one -> new Persons(database)
                                        .find(one)
                                        .map(Person::name)
                                        .or(() -> new Invitations(database).nameOf(one)))
                        .orElse(SOMEBODY);
    }

    /** A name in the middle of a sentence. */
    String personInside(String id) {
        String name = isReader(id) ? "you" : person(id);
        return name.equals(SOMEBODY) ? "somebody who is not known any more" : name;
    }

    /** What somebody was to the portfolio, or else to its organisation, on a day: {@code your assessor}. */
    Optional<String> part(String person, LocalDate day) {
        if (year == null) {
            return Optional.empty();
        }
        Optional<String> here = parts.stream()
                .filter(part -> part.person().equals(person) && part.span().holds(day))
                .map(part -> (isReader(year.nqsw()) && part.role() != PortfolioRole.NQSW ? "your " : "the ")
                        + part.role().label())
                .findFirst();
        return here.isPresent()
                ? here
                : roles.reaching(person, year.organisation(), day).stream()
                        .findFirst()
                        .map(TrailNames::withArticle);
    }

    String document(@Nullable Object id) {
        return paper(id).map(Document::title).orElse("a document");
    }

    String section(@Nullable Object document, @Nullable Object section) {
        return paper(document).stream()
                .flatMap(paper -> paper.form().sections().stream())
                .filter(one -> one.id().equals(section))
                .map(one -> one.title())
                .findFirst()
                .orElse("a section");
    }

    /** What is confidential is named to nobody but whose portfolio it is. */
    String file(String id) {
        return files.computeIfAbsent(id, one -> database.read(tx -> EvidenceStore.find(tx, one)))
                .map(file -> file.confidential() && (year == null || !isReader(year.nqsw()))
                        ? "that is confidential"
                        : "“" + file.description() + "”")
                .orElse("that is not known any more");
    }

    private Optional<Document> paper(@Nullable Object id) {
        return id instanceof String text ? papers.computeIfAbsent(text, one -> documents.find(one)) : Optional.empty();
    }

    static String withArticle(Role role) {
        return ("aeiou".indexOf(role.label().charAt(0)) >= 0 ? "an " : "a ") + role.label();
    }
}
