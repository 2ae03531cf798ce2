package quire.web.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quire.demo.Cohort;
import quire.demo.SampleDocument;
import quire.forms.Filling;
import quire.people.Invitation;
import quire.portfolio.Checklist;
import quire.portfolio.Portfolio;
import quire.portfolio.Signature;
import quire.portfolio.Summary;
import quire.portfolio.Tally;
import quire.testkit.Ask;
import quire.testkit.Browser;
import quire.testkit.PdfText;
import quire.testkit.VeraPdf;
import quire.testkit.WebHouse;

/**
 * A whole year in real browsers: every paper is written by those who write it and signed by those who sign it, in order,
 * until all of the portfolio is signed.
 */
class YearJourneyIT {

    private static final String SAID_AFTER_ALL = "She said that she would think about it, and she did.";

    @TempDir
    Path data;

    private WebHouse house;
    private Browser browser;
    private Company company;

    @BeforeEach
    void open() {
        house = WebHouse.open(data);
        browser = Browser.open();
        company = new Company(house, browser);
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
        Portfolio portfolio = company.enrol("adult-2");
        Map<String, SampleDocument> written = written("NV-2025-014");
        Map<String, Journey> papers = live(portfolio, written, "critical-reflection");
        Journey fourth = journey(portfolio, written, "observation-3");
        fourth.begin();
        fourth.toTheEnd();
        assertThat(house.rooms().documents().get(fourth.document()).title()).isEqualTo("Direct observation 4");
        assertThat(tally(portfolio, "observations").counted()).isEqualTo(4);
        Map<String, String> words = isWhole(portfolio, 28);
        assertThat(words.get(of(papers, "critical-reflection").document())).contains(SAID_AFTER_ALL, "(superseded)");
        assertThat(words.get(of(papers, "initial-meeting").document())).doesNotContain("(superseded)");
        assertThat(words.get(fourth.document())).contains("Direct observation 4", Company.GUEST);
        theirAnswerCame(fourth);
    }

    /** With a presentation instead of the final reflection, before an observer who comes by a link. */
    @Tag("slow")
    @Test
    void theYearWithChildrenAndFamilies() {
        Portfolio portfolio = company.decide(
                company.enrol("child-and-family-1"),
                "How does the social worker show the reflection of the second half of the year?",
                "In a presentation");
        Map<String, Journey> papers = live(portfolio, written("EM-2025-007"), "");
        assertThat(papers).containsKeys("presentation", "presentation-observer").doesNotContainKey("final-reflection");
        Map<String, String> words = isWhole(portfolio, papers.size());
        Journey observed = of(papers, "presentation-observer");
        assertThat(words.get(observed.document())).contains(Company.GUEST);
        theirAnswerCame(observed);
    }

    private static Journey of(Map<String, Journey> papers, String paper) {
        return Objects.requireNonNull(papers.get(paper), paper);
    }

    /** Whoever came by a link has written and signed by it. */
    private void theirAnswerCame(Journey journey) {
        assertThat(house.rooms().people().invitations().ofDocument(journey.document()))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.to().name()).isEqualTo(Company.GUEST);
                    assertThat(one.state(house.rooms().today())).isEqualTo(Invitation.State.SUBMITTED);
                });
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

    private Map<String, Journey> live(Portfolio portfolio, Map<String, SampleDocument> written, String givenBack) {
        Map<String, Journey> papers = new LinkedHashMap<>();
        for (Checklist.Item item : due(portfolio)) {
            Journey journey = journey(portfolio, written, item.row().id());
            journey.begin();
            if (item.row().id().equals(givenBack)) {
                journey.toTheFirstSignature();
                journey.giveBack("assessor", SAID_AFTER_ALL);
            }
            journey.toTheEnd();
            papers.put(item.row().id(), journey);
        }
        return papers;
    }

    private List<Checklist.Item> due(Portfolio portfolio) {
        return house.rooms()
                .documents()
                .checklist(portfolio, house.rooms().today())
                .items()
                .filter(item -> !item.row().optional())
                .toList();
    }

    /**
     * Every paper is signed by all, there is enough of everything, and the final PDFs are as good as they have to be; of papers
     * of the same form, the judges see the first.
     *
     * @return what the PDFs say, by the id of the paper
     */
    private Map<String, String> isWhole(Portfolio portfolio, int papers) {
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
        Map<String, String> words = new HashMap<>();
        Set<String> judged = new HashSet<>();
        for (Summary paper : all) {
            List<Signature> signatures = house.rooms().documents().signing().of(paper.id());
            assertThat(signatures.stream().filter(Signature::stands))
                    .extracting(Signature::place)
                    .doesNotHaveDuplicates();
            assertThat(house.rooms().people().invitations().ofDocument(paper.id()))
                    .as("who was asked for " + paper.title())
                    .allMatch(asked -> asked.state(house.rooms().today()) == Invitation.State.SUBMITTED);
            byte[] pdf = pdf(paper, !signatures.isEmpty());
            if (judged.add(paper.form())) {
                VeraPdf.assertAccessibleAndArchival(pdf);
            }
            words.put(paper.id(), PdfText.of(pdf).replaceAll("\\s+", " "));
        }
        assertThat(house.rooms().trail().verify().isWhole()).isTrue();
        assertThat(browser.complaints()).isEmpty();
        return words;
    }

    /** As all have signed it, from whoever may have it: not everybody reads every paper. */
    private byte[] pdf(Summary paper, boolean signed) {
        for (String role : List.of("nqsw", "assessor", "coordinator")) {
            Ask.Answer answer = company.ask(role).get("/documents/" + paper.id() + (signed ? "/signed/1/pdf" : "/pdf"));
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
