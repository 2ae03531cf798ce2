package quire.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static quire.demo.LivedCohort.COHORT;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import quire.people.People;
import quire.people.Role;
import quire.people.SignIn;
import quire.portfolio.EvidenceFile;
import quire.portfolio.Portfolio;
import quire.trail.Head;
import quire.trail.Recorded;
import quire.trail.Sought;
import quire.trail.Trail;

/** What stands in the record once the cohort has lived in it is what stands in the samples. */
class EnactmentTest {

    private static LivedCohort lived;

    @BeforeAll
    static void enact() {
        lived = new LivedCohort();
    }

    @AfterAll
    static void close() {
        lived.close();
    }

    /** What people wrote. In a file of its own, and here because the years are lived through once. */
    @Nested
    class Papers extends EnactedPapers {
        Papers() {
            super(lived);
        }
    }

    /** Who signed it, and who was asked to. */
    @Nested
    class Signatures extends EnactedSignatures {
        Signatures() {
            super(lived);
        }
    }

    @Test
    void everyPortfolioIsAsTheSampleSays() {
        assertThat(lived.doors().portfolios().list()).hasSameSizeAs(COHORT.portfolios());
        for (SamplePortfolio sample : COHORT.portfolios()) {
            Portfolio portfolio = lived.portfolio(sample);
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
    void everyFileIsInItsPortfolioAndBesideItsPaper() {
        for (SamplePortfolio portfolio : COHORT.portfolios()) {
            List<EvidenceFile> files = lived.doors()
                    .evidence()
                    .ofPortfolio(lived.portfolio(portfolio).id());
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
        assertThat(lived.doors().evidence().missing()).isEmpty();
    }

    @Test
    void everybodyIsWhatTheyAreAndCanSignIn() {
        People people = lived.doors().people();
        assertThat(people.persons().list()).hasSameSizeAs(COHORT.people());
        for (Member member : COHORT.people()) {
            assertThat(people.accounts().hasPassword(lived.person(member.id()))).isTrue();
            assertThat(people.roles().ofPerson(lived.person(member.id()), COHORT.day()))
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
        People people = lived.doors().people();
        String eastmere = people.organisations()
                .findByName("Eastmere County Council")
                .orElseThrow()
                .id();
        assertThat(people.roles().reaching(lived.person("moira-kettleby"), eastmere, COHORT.day()))
                .containsExactly(Role.COORDINATOR);
    }

    @Test
    void theTrailIsSoundAndInTheOrderOfDays() {
        assertThat(lived.trail().verify().fault()).isNull();
        List<Instant> moments = lived.trail().list(Sought.ALL, Trail.NEWEST, 100_000).stream()
                .map(Recorded::at)
                .toList();
        assertThat(moments).isSortedAccordingTo(Comparator.reverseOrder()).isNotEmpty();
        assertThat(moments.get(0)).isBeforeOrEqualTo(COHORT.morning());
    }

    @Test
    void aSecondTimeChangesNothing() {
        Head before = lived.trail().head();
        lived.live();
        assertThat(lived.trail().head()).isEqualTo(before);
    }
}
