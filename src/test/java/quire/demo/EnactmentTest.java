package quire.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import quire.core.Digest;
import quire.core.Problem;
import quire.forms.Filling;
import quire.forms.Forms;
import quire.people.People;
import quire.people.PortfolioRole;
import quire.people.Role;
import quire.people.SignIn;
import quire.portfolio.Attachments;
import quire.portfolio.Checklist;
import quire.portfolio.Comments;
import quire.portfolio.Conversation;
import quire.portfolio.Document;
import quire.portfolio.Documents;
import quire.portfolio.Evidence;
import quire.portfolio.EvidenceFile;
import quire.portfolio.Portfolio;
import quire.portfolio.Portfolios;
import quire.portfolio.Progress;
import quire.portfolio.RecordFacts;
import quire.portfolio.Returned;
import quire.portfolio.Revision;
import quire.portfolio.Signature;
import quire.portfolio.Summary;
import quire.programme.Programmes;
import quire.store.Database;
import quire.testkit.TestDatabase;
import quire.trail.Head;
import quire.trail.Recorded;
import quire.trail.Sought;
import quire.trail.Trail;

/** What stands in the record once the cohort has lived in it is what stands in the samples. */
class EnactmentTest {

    private static final Path SAMPLES = Path.of("samples");
    private static final Forms FORMS = Forms.load(Path.of("forms"));
    private static final Programmes PROGRAMMES = Programmes.load(Path.of("forms/programmes"), FORMS);
    private static final Cohort COHORT = Cohort.loadAgain(SAMPLES, FORMS, PROGRAMMES);

    private static final TestDatabase PLACE = TestDatabase.of(TestDatabase.Kind.SQLITE);

    /** Some papers wait for those who were asked to sign them. */
    private static final Set<Checklist.Status> WHOLE = Set.of(Checklist.Status.COMPLETE, Checklist.Status.TO_SIGN);

    private static Database database;
    private static RecordFacts facts;
    private static Doors doors;
    private static Trail trail;

    /** A demo keeps its record in a folder, so there is nothing to live through on a server. */
    @BeforeAll
    static void enact() {
        database = PLACE.open();
        facts = new RecordFacts(database, FORMS);
        doors = doors(database);
        trail = new Trail(database);
        database.run(tx -> Enactment.people(COHORT, SAMPLES, doors.people(), doors.attachments()));
        stopBeforeTheFirstDay();
        database.run(tx -> Enactment.years(() -> COHORT, SAMPLES, doors));
    }

    @AfterAll
    static void close() {
        PLACE.close();
    }

    /** What was stopped on its way left nothing, or all tests here would fail. */
    private static void stopBeforeTheFirstDay() {
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

    @Test
    void everyPortfolioIsAsTheSampleSays() {
        assertThat(doors.portfolios().list()).hasSameSizeAs(COHORT.portfolios());
        for (SamplePortfolio sample : COHORT.portfolios()) {
            Portfolio portfolio = portfolio(sample.code());
            assertThat(portfolio.dates()).isEqualTo(sample.dates());
            assertThat(portfolio.decided()).isEqualTo(sample.decided());
            assertThat(portfolio.closed()).isEqualTo(sample.closed());
            assertThat(portfolio.team()).isEqualTo(sample.team());
            assertThat(portfolio.programme()).isEqualTo(sample.programme());
            assertThat(portfolio.pauseReasons())
                    .containsExactlyElementsOf(new TreeMap<>(sample.pauseReasons()).values());
        }
    }

    @Test
    void everyAnswerOfEveryPaperIsThere() {
        for (SamplePortfolio portfolio : COHORT.portfolios()) {
            Map<String, List<SampleDocument>> papers = portfolio.documents().stream()
                    .collect(Collectors.groupingBy(sample -> sample.row().id()));
            List<Summary> written = documents(portfolio);
            assertThat(written).hasSameSizeAs(portfolio.documents());
            papers.forEach((paper, samples) -> assertThat(answers(written, paper))
                    .as("%s of %s", paper, portfolio.code())
                    .containsExactlyInAnyOrderElementsOf(samples.stream()
                            .map(sample -> expected(sample, portfolio))
                            .toList()));
        }
    }

    @Test
    void papersAreAsFarAsTheSamplesSay() {
        Map<SampleDocument.State, Set<Progress>> progress = new TreeMap<>();
        for (SamplePortfolio portfolio : COHORT.portfolios()) {
            for (SampleDocument sample : portfolio.documents()) {
                progress.computeIfAbsent(sample.state(), state -> new TreeSet<>())
                        .add(document(portfolio, sample).progress());
            }
        }
        assertThat(progress.get(SampleDocument.State.SIGNED)).containsOnly(Progress.COMPLETE, Progress.SIGNED);
        assertThat(progress.get(SampleDocument.State.RETURNED)).containsExactly(Progress.IN_PROGRESS);
        assertThat(progress.get(SampleDocument.State.DRAFT)).contains(Progress.IN_PROGRESS);
        assertThat(progress.get(SampleDocument.State.AWAITING)).contains(Progress.IN_PROGRESS);
    }

    /** Those who were asked to sign one paper have no part in the portfolio, and sign by a link of their own. */
    @Test
    void everybodyWithAPartHasSignedOnTheirDay() {
        for (SamplePortfolio portfolio : COHORT.portfolios()) {
            for (SampleDocument sample : portfolio.documents()) {
                List<SampleDocument.Signature> wanted = sample.signatures().stream()
                        .takeWhile(one -> isPart(sample.form().roles().get(one.role())))
                        .toList();
                List<Signature> signed = doors.documents()
                        .signing()
                        .of(document(portfolio, sample).id());
                assertThat(signed)
                        .as("%s of %s", sample.name(), portfolio.code())
                        .hasSameSizeAs(wanted);
                for (int i = 0; i < wanted.size(); i++) {
                    assertThat(signed.get(i).stands()).isTrue();
                    assertThat(signed.get(i).role()).isEqualTo(wanted.get(i).role());
                    assertThat(signed.get(i).by())
                            .isEqualTo(person(wanted.get(i).signer().person()));
                    assertThat(LocalDate.ofInstant(signed.get(i).at(), Cohort.ZONE))
                            .isEqualTo(wanted.get(i).on());
                }
                boolean all = sample.state() == SampleDocument.State.SIGNED
                        && wanted.size() == sample.signatures().size()
                        && !wanted.isEmpty();
                assertThat(document(portfolio, sample).progress() == Progress.SIGNED)
                        .isEqualTo(all);
            }
        }
    }

    @Test
    void whatWasGivenBackSaysWhy() {
        for (SamplePortfolio portfolio : COHORT.portfolios()) {
            for (SampleDocument sample : portfolio.documents()) {
                assertThat(doors.documents()
                                .sections()
                                .returned(document(portfolio, sample).id()))
                        .extracting(Returned::reason)
                        .hasSameElementsAs(sample.returns().stream()
                                .map(SampleDocument.Return::because)
                                .toList());
            }
        }
    }

    @Test
    void thePortfolioBeforeThePanelIsWhole() {
        Checklist checklist = doors.documents().checklist(portfolio("NV-2025-014"), COHORT.day());
        assertThat(checklist.items())
                .filteredOn(item -> !item.row().optional()
                        && !"moderation".equals(item.row().stage()))
                .isNotEmpty()
                .allSatisfy(
                        item -> assertThat(item.status()).as(item.row().id()).isIn(WHOLE));
    }

    @Test
    void sectionsWereWrittenByThoseWhoOwnedThemThen() {
        SamplePortfolio portfolio = sample("NV-2026-007");
        Document plan = document("NV-2026-007", "plan-3-6");
        Map<String, String> writers = new LinkedHashMap<>();
        for (Revision revision : doors.documents().history(plan.id())) {
            if (revision.section() != null) {
                writers.put(plan.form().section(revision.section()).owner(), revision.by());
            }
        }
        assertThat(writers)
                .containsOnly(
                        Map.entry("nqsw", person(portfolio.nqsw())),
                        Map.entry("assessor", person("merryn-penhaligon")));
        assertThat(holder("NV-2026-007", LocalDate.of(2026, 6, 30))).isEqualTo(person("merryn-penhaligon"));
        assertThat(holder("NV-2026-007", LocalDate.of(2026, 7, 1))).isEqualTo(person("anil-deshpande-wray"));
    }

    @Test
    void whatWasSaidBesideAPaperIsThereAndOpenOnlyWhereItIsNotSigned() {
        for (SamplePortfolio portfolio : COHORT.portfolios()) {
            for (SampleDocument sample : portfolio.documents()) {
                List<Conversation> said =
                        doors.comments().ofDocument(document(portfolio, sample).id());
                assertThat(said).hasSameSizeAs(sample.comments());
                boolean signed = sample.state() == SampleDocument.State.SIGNED;
                assertThat(said)
                        .allSatisfy(one ->
                                assertThat(one.first().dealtWith() != null).isEqualTo(signed));
            }
        }
    }

    @Test
    void everyFileIsInItsPortfolioAndBesideItsPaper() {
        for (SamplePortfolio portfolio : COHORT.portfolios()) {
            List<EvidenceFile> files =
                    doors.evidence().ofPortfolio(portfolio(portfolio.code()).id());
            assertThat(files)
                    .extracting(EvidenceFile::description)
                    .containsExactlyInAnyOrderElementsOf(portfolio.evidence().stream()
                            .map(SamplePortfolio.Evidence::about)
                            .toList());
            assertThat(files.stream().filter(file -> !file.supports().isEmpty()))
                    .hasSize((int) portfolio.evidence().stream()
                            .filter(file -> file.document() != null)
                            .count());
        }
        assertThat(doors.evidence().missing()).isEmpty();
    }

    @Test
    void filesThatAnswersNameCanBeRead() {
        int files = 0;
        for (SamplePortfolio portfolio : COHORT.portfolios()) {
            for (Summary summary : documents(portfolio)) {
                Map<String, @Nullable Object> answers =
                        doors.documents().get(summary.id()).answers();
                for (String digest : digests(answers)) {
                    assertThat(doors.attachments().read(answers, new Digest(digest)))
                            .isPresent();
                    files++;
                }
            }
        }
        assertThat(files).isPositive();
    }

    @Test
    void everybodyIsWhatTheyAreAndCanSignIn() {
        People people = doors.people();
        assertThat(people.persons().list()).hasSameSizeAs(COHORT.people());
        for (Member member : COHORT.people()) {
            assertThat(people.accounts().hasPassword(person(member.id()))).isTrue();
            assertThat(people.roles().ofPerson(person(member.id()), COHORT.day()))
                    .extracting(held -> held.role().word())
                    .containsExactlyInAnyOrderElementsOf(member.roles());
        }
        SignIn.From from = new SignIn.From("127.0.0.1", null, COHORT.morning(), COHORT.day());
        String email = COHORT.introductions().get(0).person().email();
        assertThat(people.signIns().byPassword(email, Enactment.PASSWORD, from)).isInstanceOf(SignIn.Done.class);
        assertThat(people.accounts().setUpCode(COHORT.morning(), COHORT.day())).isEmpty();
    }

    @Test
    void membersTakePartInTheProgrammeOfTheirHost() {
        People people = doors.people();
        String eastmere = people.organisations()
                .findByName("Eastmere County Council")
                .orElseThrow()
                .id();
        assertThat(people.roles().reaching(person("moira-kettleby"), eastmere, COHORT.day()))
                .containsExactly(Role.COORDINATOR);
    }

    @Test
    void theTrailIsSoundAndInTheOrderOfDays() {
        assertThat(trail.verify().fault()).isNull();
        List<Instant> moments = trail.list(Sought.ALL, Trail.NEWEST, 100_000).stream()
                .map(Recorded::at)
                .toList();
        assertThat(moments).isSortedAccordingTo(Comparator.reverseOrder()).isNotEmpty();
        assertThat(moments.get(0)).isBeforeOrEqualTo(COHORT.morning());
    }

    @Test
    void aSecondTimeChangesNothing() {
        Head before = trail.head();
        database.run(tx -> Enactment.people(COHORT, SAMPLES, doors.people(), doors.attachments()));
        database.run(tx -> Enactment.years(() -> COHORT, SAMPLES, doors));
        assertThat(trail.head()).isEqualTo(before);
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

    private static Map<String, @Nullable Object> expected(SampleDocument sample, SamplePortfolio portfolio) {
        Map<String, @Nullable Object> record =
                facts.of(portfolio(portfolio.code()), sample.row(), sample.form(), sample.started());
        return new TreeMap<>(Filling.named(sample.form(), sample.answers(record).values()));
    }

    private static List<Map<String, @Nullable Object>> answers(List<Summary> written, String paper) {
        return written.stream()
                .filter(summary -> paper.equals(summary.paper()))
                .map(summary -> doors.documents().get(summary.id()).answers())
                .toList();
    }

    private static boolean isPart(quire.forms.@Nullable Role role) {
        return role != null && role.source() == quire.forms.Role.Source.PORTFOLIO;
    }

    private static List<String> digests(@Nullable Object data) {
        if (data instanceof Map<?, ?> map) {
            return map.get("sha256") instanceof String digest
                    ? List.of(digest)
                    : map.values().stream()
                            .flatMap(value -> digests(value).stream())
                            .toList();
        }
        return data instanceof List<?> list
                ? list.stream().flatMap(value -> digests(value).stream()).toList()
                : List.of();
    }

    private static SamplePortfolio sample(String code) {
        return COHORT.portfolios().stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static Portfolio portfolio(String code) {
        return doors.portfolios().findByCode(code).orElseThrow();
    }

    private static List<Summary> documents(SamplePortfolio portfolio) {
        return doors.documents().ofPortfolio(portfolio(portfolio.code()).id());
    }

    private static Document document(String code, String name) {
        SamplePortfolio portfolio = sample(code);
        return doors.documents()
                .get(document(portfolio, portfolio.document(name).orElseThrow()).id());
    }

    /** Of several papers of one row, the one with the same answers. */
    private static Summary document(SamplePortfolio portfolio, SampleDocument sample) {
        return documents(portfolio).stream()
                .filter(summary -> sample.row().id().equals(summary.paper()))
                .filter(summary -> doors.documents().get(summary.id()).answers().equals(expected(sample, portfolio)))
                .findFirst()
                .orElseThrow(() -> new AssertionError(sample.name() + " of " + portfolio.code() + " is not there"));
    }

    private static String holder(String code, LocalDate day) {
        return doors.people()
                .assignments()
                .holder(portfolio(code).id(), PortfolioRole.ASSESSOR, day)
                .orElseThrow()
                .person();
    }

    private static String person(String id) {
        String email = COHORT.people().stream()
                .filter(member -> member.id().equals(id))
                .findFirst()
                .orElseThrow()
                .email();
        return doors.people().persons().findByEmail(email).orElseThrow().id();
    }
}
