package quire.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quire.testkit.Cast;
import quire.testkit.WebHouse;

/** A year as each of the people around it sees it. */
class YearPagesIT {

    @TempDir
    Path data;

    private WebHouse house;
    private Cast cast;

    @BeforeEach
    void open() {
        house = WebHouse.open(data);
        cast = Cast.in(house);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @ParameterizedTest
    @CsvSource({
        "nqsw, /year",
        "assessor, /nqsws",
        "manager, /team",
        "administrator, /cohort",
        "organisation's coordinator, /cohort",
        "lead, /cohort",
        "operator, /people",
        "nobody, /forms"
    })
    void everybodyComesInWhereTheyHaveMostToDo(String who, String home) {
        cast.ask(who).get("/").expect(303).has("Location", home);
    }

    @Test
    void theSocialWorkerSeesWhatIsNextAndEveryPaper() {
        cast.ask("nqsw")
                .get("/year")
                .expect(200)
                .says("Your year", "NV-2026-001", "Next", "1: SAA", "Alex Assessor", "Alex Manager");
    }

    @Test
    void beginsAPaperOfTheirYear() {
        String portfolio = "/portfolios/" + cast.portfolio("nqsw").id();
        String paper = portfolio + "/papers/agreement";
        cast.ask("nqsw").get(paper).expect(200).says("Nobody has begun it yet", "Begin");
        String document = cast.ask("nqsw").post(paper, Map.of()).location();
        cast.ask("nqsw").get(document).expect(200);
        cast.ask("assessor").get(document).expect(200);
        cast.ask("other assessor").get(document).expect(404).says("Page not found");
        assertThat(cast.ask("nqsw").post(paper, Map.of()).location())
                .as("what a second press leads to")
                .isEqualTo(document);
        assertThat(house.rooms().documents().ofPortfolio(cast.portfolio("nqsw").id()))
                .hasSize(1);
    }

    @Test
    void aPaperThatOnlyOthersWriteIsBegunByThoseWhoAskThem() {
        String paper = "/portfolios/" + cast.portfolio("nqsw").id() + "/papers/training-feedback";
        cast.ask("manager").get(paper).expect(200).doesNotSay("Begin");
        cast.ask("manager").post(paper, Map.of()).expect(404);
        cast.ask("assessor").get(paper).expect(200).says("Nobody has begun it yet", "Begin");
        String document = cast.ask("nqsw").post(paper, Map.of()).location();
        cast.ask("nqsw").get(document).expect(200).says(document + "/requests");
        cast.ask("nqsw").get(document + "/requests").expect(200).says(document + "/requests/ask/respondent");
    }

    @Test
    void aPaperThatWaitsForOthersCannotBeBegun() {
        String portfolio = "/portfolios/" + cast.portfolio("nqsw").id();
        cast.ask("nqsw")
                .post(portfolio + "/papers/nothing-of-the-kind", Map.of())
                .expect(404);
    }

    @Test
    void theCohortShowsOnlyOnesOwn() {
        cast.ask("administrator")
                .get("/cohort")
                .expect(200)
                .says("Alex Nqsw", "NV-2026-001")
                .doesNotSay("EM-2026-001");
        cast.ask("other lead").get("/cohort").expect(200).says("EM-2026-001").doesNotSay("NV-2026-001");
        cast.ask("nqsw").get("/cohort").expect(404);
    }

    @Test
    void theCohortIsFiltered() {
        cast.ask("administrator").get("/cohort?name=001").says("NV-2026-001").doesNotSay("NV-2026-002");
        cast.ask("administrator").get("/cohort?show=closed").says("Nobody fits").doesNotSay("NV-2026-001");
        cast.ask("administrator").get("/cohort?show=nonsense").expect(200).says("NV-2026-001");
    }

    @Test
    void anAssessorSeesWhomTheyLookAfterAndWhatWaits() {
        cast.ask("assessor")
                .get("/nqsws")
                .expect(200)
                .says("Waiting for you", "Alex Nqsw")
                .doesNotSay("EM-2026-001", "NV-2026-002");
        cast.ask("ended assessor").get("/nqsws").expect(200).doesNotSay("NV-2026-002");
    }
}
