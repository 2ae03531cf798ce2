package quire.demo;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import quire.forms.Form;
import quire.forms.Forms;
import quire.programme.Minimum;
import quire.programme.Programme;
import quire.programme.Programmes;
import quire.programme.Row;

/** The cohort of the samples is true to the forms and programmes, and has everybody whom a demo needs. */
class CohortTest {

    private static final Path SAMPLES = Path.of("samples");
    private static final Forms FORMS = Forms.load(Path.of("forms"));
    private static final Programmes PROGRAMMES = Programmes.load(Path.of("forms/programmes"), FORMS);
    private static final Cohort COHORT = Cohort.load(SAMPLES, FORMS, PROGRAMMES);

    @Test
    void nothingIsWrongWithIt() {
        assertThat(Cohort.check(SAMPLES, FORMS, PROGRAMMES)).isEmpty();
    }

    @Test
    void whatIsTakenAsItIsIsTheSame() {
        assertThat(Cohort.loadAgain(SAMPLES, FORMS, PROGRAMMES)).isEqualTo(COHORT);
        assertThat(Cohort.people(SAMPLES, false).people()).isEqualTo(COHORT.people());
    }

    @Test
    void fourteenPeopleOfThreeOrganisationsAreOnTwoProgrammes() {
        Cohort cohort = cohort();
        assertThat(cohort.portfolios()).hasSize(14);
        assertThat(cohort.portfolios().stream().map(SamplePortfolio::employer).distinct())
                .hasSize(3);
        assertThat(cohort.portfolios().stream().map(SamplePortfolio::programme).map(Programme::id))
                .contains("adult", "child-and-family");
    }

    @Test
    void somebodyIsInEveryStage() {
        Set<String> stages = new TreeSet<>();
        documents(cohort()).map(document -> document.row().stage()).forEach(stage -> stages.add(String.valueOf(stage)));
        for (Programme programme : PROGRAMMES.list()) {
            programme.timeline().stages().stream()
                    .filter(stage -> !programme
                            .plan(programme.defaults())
                            .ofStage(stage.id())
                            .isEmpty())
                    .forEach(stage -> assertThat(stages).contains(stage.id()));
        }
    }

    @Test
    void thereArePapersInEveryState() {
        var states = documents(cohort()).collect(groupingBy(SampleDocument::state, counting()));
        assertThat(states).containsOnlyKeys(SampleDocument.State.values());
    }

    @Test
    void everyPaperOfAPortfolioIsThereSomewhere() {
        Set<String> written = new TreeSet<>();
        documents(cohort()).map(SampleDocument::form).map(Form::id).forEach(written::add);
        Set<String> wanted = new TreeSet<>();
        for (Programme programme : PROGRAMMES.list()) {
            programme
                    .plan(programme.defaults())
                    .rows()
                    .forEach(row -> wanted.add(row.form().form()));
        }
        assertThat(written).containsAll(wanted);
    }

    /** What the internal panel reads of them is whole. */
    @Test
    void twoPortfoliosAreReadyForThePanel() {
        for (String code : new String[] {"NV-2025-014", "NV-2025-016"}) {
            SamplePortfolio portfolio = portfolio(code);
            assertThat(portfolio.programme().plan(portfolio.choices()).rows())
                    .as("signed papers of %s", code)
                    .filteredOn(row -> !row.optional() && !isModeration(row))
                    .allSatisfy(row ->
                            assertThat(isDone(portfolio, row)).as(row.id()).isTrue());
            for (Minimum minimum : portfolio.programme().minimums(portfolio.choices())) {
                long there = portfolio.documents().stream()
                        .filter(document -> document.state() == SampleDocument.State.SIGNED)
                        .filter(document ->
                                minimum.forms().contains(document.form().id()))
                        .count();
                assertThat(there).as("%s of %s", minimum.id(), code).isPositive();
            }
        }
    }

    @Test
    void evidenceIsOfEveryKindOfFile() {
        assertThat(cohort().portfolios().stream()
                        .flatMap(portfolio -> portfolio.evidence().stream())
                        .map(evidence -> evidence.file().replaceAll(".*\\.", "")))
                .contains("pdf", "docx", "jpg", "png");
    }

    private static boolean isDone(SamplePortfolio portfolio, Row row) {
        return portfolio.documents().stream()
                .filter(document -> document.row().id().equals(row.id()))
                .anyMatch(document -> document.state() == SampleDocument.State.SIGNED
                        || document.form().signOff().isEmpty());
    }

    private static boolean isModeration(Row row) {
        return "moderation".equals(row.stage());
    }

    private static SamplePortfolio portfolio(String code) {
        return cohort().portfolios().stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<SampleDocument> documents(Cohort cohort) {
        return cohort.portfolios().stream().flatMap(portfolio -> portfolio.documents().stream());
    }

    private static Cohort cohort() {
        return COHORT;
    }
}
