package quire.web.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quire.demo.Cohort;
import quire.demo.SampleDocument;
import quire.forms.Filling;
import quire.people.Actor;
import quire.people.PortfolioRole;
import quire.people.Span;
import quire.portfolio.Checklist;
import quire.portfolio.Enrolment;
import quire.portfolio.Portfolio;
import quire.portfolio.Signature;
import quire.portfolio.Summary;
import quire.portfolio.Tally;
import quire.programme.KnownDates;
import quire.testkit.Ask;
import quire.testkit.Browser;
import quire.testkit.Cast;
import quire.testkit.VeraPdf;
import quire.testkit.WebHouse;

/**
 * A whole year in real browsers: every paper is written by those who write it and signed by those who sign it, in order,
 * until all of the portfolio is signed.
 */
class YearJourneyIT {

    @TempDir
    Path data;

    private WebHouse house;
    private Cast cast;
    private Browser browser;
    private Company company;

    @BeforeEach
    void open() {
        house = WebHouse.open(data);
        cast = Cast.in(house);
        browser = Browser.open();
        company = new Company(house, cast, browser);
    }

    @AfterEach
    void close() {
        browser.close();
        house.close();
    }

    /** With a reflection that is given back and signed twice, and a fourth observation. */
    @Tag("slow")
    @Test
    void theAdultYearFromTheFirstMeetingToTheLastSignature() {
        Portfolio portfolio = cast.portfolio("nqsw");
        Map<String, SampleDocument> written = written("NV-2025-014");
        live(portfolio, written, "critical-reflection");
        Journey fourth = journey(portfolio, written, "observation-3");
        fourth.begin();
        fourth.toTheEnd();
        assertThat(house.rooms().documents().get(fourth.document()).title()).isEqualTo("Direct observation 4");
        assertThat(tally(portfolio, "observations").counted()).isEqualTo(4);
        isWhole(portfolio, 28);
    }

    /** With a presentation instead of the final reflection, before an observer who comes by a link. */
    @Tag("slow")
    @Test
    void theYearWithChildrenAndFamilies() {
        Portfolio portfolio = enrolled("child-and-family", Map.of("final-piece", "presentation"));
        live(portfolio, written("EM-2025-007"), "");
        isWhole(portfolio, Math.toIntExact(due(portfolio).size()));
    }

    /** Somebody else on another programme, with the same people around them. */
    private Portfolio enrolled(String programme, Map<String, String> choices) {
        Enrolment enrolment = new Enrolment(
                "NV-2026-900",
                cast.person("nqsw").id(),
                cast.portfolio("nqsw").organisation(),
                house.rooms().programmes().get(programme, 1),
                "Harbour team",
                "Children and families",
                choices,
                Cast.START,
                KnownDates.FULL_TIME);
        Portfolio portfolio = house.rooms().portfolios().enrol(enrolment, Actor.SYSTEM, WebHouse.CLOCK.instant());
        for (PortfolioRole role : PortfolioRole.values()) {
            house.rooms()
                    .people()
                    .assignments()
                    .assign(
                            portfolio.id(),
                            role,
                            cast.person(role.word()).id(),
                            Span.from(Cast.START),
                            Actor.SYSTEM,
                            WebHouse.CLOCK.instant());
        }
        return portfolio;
    }

    /** What somebody of the demo has written, by paper. */
    private Map<String, SampleDocument> written(String code) {
        Cohort cohort = Cohort.loadAgain(
                Path.of("samples"), house.rooms().forms(), house.rooms().programmes());
        return cohort.portfolios().stream()
                .filter(one -> one.code().equals(code))
                .flatMap(one -> one.documents().stream())
                .collect(Collectors.toMap(one -> one.row().id(), one -> one, (first, second) -> first));
    }

    private Journey journey(Portfolio portfolio, Map<String, SampleDocument> written, String paper) {
        SampleDocument sample = Objects.requireNonNull(written.get(paper), paper);
        return new Journey(company, portfolio, paper, Filling.named(sample.form(), sample.answers()));
    }

    private void live(Portfolio portfolio, Map<String, SampleDocument> written, String givenBack) {
        for (Checklist.Item item : due(portfolio)) {
            Journey journey = journey(portfolio, written, item.row().id());
            journey.begin();
            if (item.row().id().equals(givenBack)) {
                journey.toTheFirstSignature();
                journey.giveBack("assessor");
            }
            journey.toTheEnd();
        }
    }

    private List<Checklist.Item> due(Portfolio portfolio) {
        return house.rooms()
                .documents()
                .checklist(portfolio, house.rooms().today())
                .items()
                .filter(item -> !item.row().optional())
                .toList();
    }

    /** Every paper is signed by all, there is enough of everything, and its final PDF is as good as it has to be. */
    private void isWhole(Portfolio portfolio, int papers) {
        assertThat(due(portfolio)).extracting(Checklist.Item::status).containsOnly(Checklist.Status.COMPLETE);
        List<Tally> tallies = house.rooms()
                .documents()
                .tallies(
                        portfolio,
                        house.rooms()
                                .documents()
                                .checklist(portfolio, house.rooms().today()));
        assertThat(tallies).allMatch(Tally::isReached);
        List<Summary> all = house.rooms().documents().ofPortfolio(portfolio.id());
        assertThat(all).hasSize(papers);
        for (Summary paper : all) {
            List<Signature> signatures = house.rooms().documents().signing().of(paper.id());
            assertThat(signatures.stream().filter(Signature::stands))
                    .extracting(Signature::place)
                    .doesNotHaveDuplicates();
            VeraPdf.assertAccessibleAndArchival(pdf(paper));
        }
        assertThat(house.rooms().trail().verify().isWhole()).isTrue();
        assertThat(browser.complaints()).isEmpty();
    }

    /** From whoever may have it: not everybody reads every paper. */
    private byte[] pdf(Summary paper) {
        for (String role : List.of("nqsw", "assessor", "coordinator")) {
            Ask.Answer answer = cast.ask(role).get("/documents/" + paper.id() + "/pdf");
            if (answer.status() == 200) {
                return answer.bytes();
            }
        }
        throw new AssertionError("Nobody may have the PDF of " + paper.title());
    }

    private Tally tally(Portfolio portfolio, String minimum) {
        return house
                .rooms()
                .documents()
                .tallies(
                        portfolio,
                        house.rooms()
                                .documents()
                                .checklist(portfolio, house.rooms().today()))
                .stream()
                .filter(one -> one.minimum().equals(minimum))
                .findFirst()
                .orElseThrow();
    }
}
