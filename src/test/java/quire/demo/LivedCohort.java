package quire.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import quire.core.Digest;
import quire.core.Problem;
import quire.forms.Filling;
import quire.forms.Form;
import quire.forms.Forms;
import quire.forms.Role;
import quire.people.People;
import quire.portfolio.Attachments;
import quire.portfolio.Comments;
import quire.portfolio.Document;
import quire.portfolio.Documents;
import quire.portfolio.Evidence;
import quire.portfolio.Portfolio;
import quire.portfolio.Portfolios;
import quire.portfolio.RecordFacts;
import quire.portfolio.Summary;
import quire.post.Outbox;
import quire.programme.Programmes;
import quire.programme.Row;
import quire.store.Database;
import quire.testkit.TestDatabase;
import quire.trail.Trail;

/**
 * A record in which the cohort of the samples has lived, and how to find there what a sample tells of. A demo keeps its
 * record in a folder, so there is nothing to live through on a server.
 */
final class LivedCohort implements AutoCloseable {

    static final Path SAMPLES = Path.of("samples");

    private static final Forms FORMS = Forms.load(Path.of("forms"));
    private static final Programmes PROGRAMMES = Programmes.load(Path.of("forms/programmes"), FORMS);

    static final Cohort COHORT = Cohort.loadAgain(SAMPLES, FORMS, PROGRAMMES);

    private final TestDatabase place = TestDatabase.of(TestDatabase.Kind.SQLITE);
    private final Database database = place.open();
    private final RecordFacts facts = new RecordFacts(database, FORMS);
    private final Doors doors = doors(database);
    private final IdentityHashMap<SampleDocument, Summary> found = new IdentityHashMap<>();

    LivedCohort() {
        database.run(tx -> Enactment.people(COHORT, SAMPLES, doors.people(), doors.attachments()));
        stopBeforeTheFirstDay();
        live();
    }

    /** What was stopped on its way left nothing, or all tests of this record would fail. */
    private void stopBeforeTheFirstDay() {
        try {
            assertThatThrownBy(() -> database.run(tx -> {
                        Thread.currentThread().interrupt();
                        Enactment.years(() -> COHORT, SAMPLES, doors);
                    }))
                    .isInstanceOf(Problem.class)
                    .hasMessageContaining("was stopped");
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(doors.portfolios().list()).isEmpty();
    }

    /** Lets everybody come and live, unless they have. */
    void live() {
        database.run(tx -> Enactment.people(COHORT, SAMPLES, doors.people(), doors.attachments()));
        database.run(tx -> Enactment.years(() -> COHORT, SAMPLES, doors));
    }

    private static Doors doors(Database database) {
        Documents documents = new Documents(database, FORMS);
        return new Doors(
                People.of(database),
                new Portfolios(database, PROGRAMMES),
                documents,
                new Comments(database, documents),
                new Evidence(database),
                new Attachments(database.blobs()),
                form -> Map.of("pdf", Digest.of(form.id())));
    }

    @Override
    public void close() {
        place.close();
    }

    Doors doors() {
        return doors;
    }

    Trail trail() {
        return new Trail(database);
    }

    Outbox outbox() {
        return new Outbox(database);
    }

    static SamplePortfolio sample(String code) {
        return COHORT.portfolios().stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    /** Whether somebody has to sign who sits on a panel: panels have no room in the record yet. */
    static boolean needsPanel(Form form) {
        return form.signOff().stream()
                .flatMap(step -> step.signers().stream())
                .map(role -> form.roles().get(role))
                .anyMatch(role -> role != null && role.source() == Role.Source.PANEL);
    }

    /** Whether a panel writes a paper of the programme. */
    static boolean needsPanel(Row row) {
        return row.forms().stream().anyMatch(pin -> needsPanel(FORMS.get(pin.form())));
    }

    Portfolio portfolio(SamplePortfolio sample) {
        return doors.portfolios().findByCode(sample.code()).orElseThrow();
    }

    List<Summary> documents(SamplePortfolio portfolio) {
        return doors.documents().ofPortfolio(portfolio(portfolio).id());
    }

    /** The paper of a sample; it is looked for once, because nothing changes any more. */
    Summary document(SamplePortfolio portfolio, SampleDocument sample) {
        return found.computeIfAbsent(sample, one -> find(portfolio, one));
    }

    /** Of several papers of one row, the one with the same answers. */
    private Summary find(SamplePortfolio portfolio, SampleDocument sample) {
        Map<String, @Nullable Object> wanted = answers(sample, portfolio);
        return documents(portfolio).stream()
                .filter(summary -> sample.row().id().equals(summary.paper()))
                .filter(summary -> doors.documents().get(summary.id()).answers().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new AssertionError(sample.name() + " of " + portfolio.code() + " is not there"));
    }

    Document document(String code, String name) {
        SamplePortfolio portfolio = sample(code);
        return doors.documents()
                .get(document(portfolio, portfolio.document(name).orElseThrow()).id());
    }

    /** What is to stand in a paper, with what the record knows. */
    Map<String, @Nullable Object> answers(SampleDocument sample, SamplePortfolio portfolio) {
        Map<String, @Nullable Object> record =
                facts.of(portfolio(portfolio), sample.row(), sample.form(), sample.started());
        return new TreeMap<>(Filling.named(sample.form(), sample.answers(record).values()));
    }

    /** The id of a person of the cohort. */
    String person(String id) {
        return doors.people()
                .persons()
                .findByEmail(member(id).email())
                .orElseThrow()
                .id();
    }

    static Member member(String id) {
        return COHORT.people().stream()
                .filter(member -> member.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
