package quire.portfolio;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import quire.forms.Form;
import quire.forms.Forms;
import quire.people.Actor;
import quire.programme.Programmes;
import quire.store.Database;

/** A year that has just begun, whose papers are as far as a test says. */
final class BegunYear {

    static final Forms FORMS = Forms.load(Path.of("forms"));
    static final Instant NOW = Instant.parse("2026-06-01T09:00:00.000Z");
    static final LocalDate START = LocalDate.parse("2026-06-01");
    private static final Programmes PROGRAMMES = Programmes.load(Path.of("forms/programmes"), FORMS);

    final Documents documents;
    final Portfolio portfolio;
    private final Database database;

    BegunYear(Database database) {
        this.database = database;
        this.documents = new Documents(database);
        this.portfolio = new Portfolios(database, PROGRAMMES)
                .enrol(
                        Enrolment.of("NV-2026-001", "ana", "vale", PROGRAMMES.get("adult", 2), START),
                        Actor.SYSTEM,
                        NOW);
    }

    Checklist on(LocalDate day) {
        return documents.checklist(portfolio, day);
    }

    Document start(String paper, String form) {
        Form used = FORMS.get(form);
        return documents.start(new Placement(portfolio.id(), paper), used, Map.of(), Actor.SYSTEM, NOW, START);
    }

    /** As the server finds a document whose owners have said so of every section, or whose signers have all signed. */
    void put(String document, SectionState state) {
        database.run(tx -> {
            documents
                    .get(document)
                    .form()
                    .sections()
                    .forEach(section -> DocumentStore.setState(tx, document, section.id(), state, NOW));
            DocumentStore.keepProgress(tx, documents.get(document), NOW);
        });
    }
}
