package quire.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quire.people.Actor;
import quire.people.Assignment;
import quire.people.PortfolioRole;
import quire.portfolio.Document;
import quire.portfolio.Portfolio;
import quire.testkit.Ask;
import quire.testkit.Cast;
import quire.testkit.WebHouse;

/** Looking after a year: enrolling, parts, dates, pauses, and opening what is closed. The clock stands at 21 November 2026. */
class CarePagesIT {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @TempDir
    Path data;

    private WebHouse house;
    private Cast cast;
    private Ask coordinator;
    private String year;

    @BeforeEach
    void open() {
        house = WebHouse.open(data);
        cast = Cast.in(house);
        coordinator = cast.ask("coordinator");
        year = "/portfolios/" + cast.portfolio("nqsw").id();
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void enrolsSomebodyAndShowsTheirChecklist() {
        Ask organisations = cast.ask("organisation's coordinator");
        organisations.get("/cohort").says("/cohort/enrol");
        organisations
                .get("/cohort/enrol?text=lead")
                .expect(200)
                .says("Alex Lead")
                .doesNotSay("Alex Nqsw", "Alex Other lead");
        organisations.get("/cohort/enrol?person=" + id("lead")).expect(200).says("Enrol Alex Lead", "Assessors");
        Ask.Answer enrolled = organisations.post("/cohort/enrol", enrolment());
        String portfolio = enrolled.location();
        assertThat(portfolio).endsWith("?done=enrolled");
        organisations
                .get(portfolio)
                .expect(200)
                .says("The portfolio is open", "NC-2027-001", "2: DO", "Assessor", "Due", "Alex Assessor");
        cast.ask("lead").get("/year").expect(200).says("Your year", "Alex Assessor");
        organisations.post("/cohort/enrol", enrolment()).expect(404);
    }

    @ParameterizedTest
    @CsvSource({
        "start.month, 13, start-day, must be a real date",
        "hours, 0, hours, between 1 and 100",
        "hours, many, hours, as a number",
        "programme, adult-9, programme, Choose a programme",
        "organisation, elsewhere, organisation, Choose the employer",
        "assessor, elsewhere, assessor, Choose one of the people",
    })
    void saysAtItsBoxWhatIsWrong(String box, String typed, String at, String sentence) {
        Map<String, String> boxes = enrolment();
        boxes.put(box, typed);
        cast.ask("administrator").post("/cohort/enrol", boxes).expect(422).says("href=\"#" + at + "\"", sentence);
        assertThat(house.rooms().portfolios().ofPerson(id("lead"))).isEmpty();
    }

    @Test
    void nobodyOfAnotherEmployerIsEnrolledOrGivenAPart() {
        Map<String, String> boxes = enrolment();
        boxes.put("person", id("other nobody"));
        cast.ask("administrator").post("/cohort/enrol", boxes).expect(404);
        boxes = enrolment();
        boxes.put("assessor", id("other assessor"));
        cast.ask("administrator").post("/cohort/enrol", boxes).expect(422);
        coordinator
                .post(year + "/people/assessor", day("from", TODAY, "person", id("other assessor")))
                .expect(422)
                .says("Choose somebody from the list.");
    }

    @Test
    void handsAPartOverFromADay() {
        coordinator.get(year + "/people").expect(200).says("Alex Assessor", "Hand over");
        coordinator.get(year + "/people/assessor").expect(200).says("Alex Assessor is the assessor");
        coordinator
                .post(year + "/people/assessor", day("from", TODAY.minusDays(1), "person", id("lead")))
                .expect(422)
                .says("The first day must be today or later.");
        coordinator
                .post(year + "/people/assessor", day("from", TODAY, "person", id("assessor")))
                .expect(422)
                .says("They have that part already");
        coordinator
                .post(year + "/people/assessor", day("from", TODAY.plusDays(3), "person", id("lead")))
                .expect(303);
        coordinator.get(year + "/people?done=handed-over").says("Alex Lead", "until 23 November 2026", "handed over");
        assertThat(holder(TODAY.plusDays(3))).isEqualTo(id("lead"));
        assertThat(holder(TODAY)).isEqualTo(id("assessor"));
    }

    @Test
    void aDeputyStandsInUntilADayOrUntilNow() {
        Map<String, String> boxes = day("from", TODAY, "person", id("lead"));
        coordinator.post(year + "/people/assessor/deputy", boxes).expect(422).says("Enter the last day.");
        boxes.putAll(day("until", TODAY.minusDays(4), "person", id("lead")));
        coordinator.post(year + "/people/assessor/deputy", boxes).expect(422).says("must not be before");
        boxes.putAll(day("until", TODAY.plusDays(9), "person", id("lead")));
        coordinator.post(year + "/people/assessor/deputy", boxes).expect(303);
        cast.ask("lead").get("/nqsws").says("as deputy for Alex Assessor");
        Assignment deputy = house
                .rooms()
                .people()
                .assignments()
                .of(cast.portfolio("nqsw").id(), TODAY)
                .stream()
                .filter(Assignment::isDeputy)
                .findFirst()
                .orElseThrow();
        cast.ask("other coordinator")
                .post(
                        "/portfolios/" + cast.portfolio("other nqsw").id() + "/deputies/" + deputy.id() + "/end",
                        Map.of())
                .expect(404);
        coordinator.post(year + "/deputies/" + deputy.id() + "/end", Map.of()).expect(303);
        cast.ask("lead").get("/nqsws").doesNotSay("as deputy for");
    }

    @Test
    void agreesADayAndTakesItBack() {
        coordinator.get(year + "/dates").expect(200).says("As the programme counts");
        coordinator.get(year + "/dates/review-3").expect(200).says("this should be on", "Papers that move with it");
        coordinator
                .post(year + "/dates/review-3", day("day", LocalDate.of(2026, 12, 9)))
                .expect(303);
        coordinator.get(year + "/dates?done=booked").says("9 December 2026", "Agreed", "The day is agreed");
        coordinator
                .post(year + "/dates/review-3", day("day", LocalDate.of(2026, 8, 9)))
                .expect(422)
                .says("must not be before the year begins");
        coordinator.post(year + "/dates/review-3", Map.of("back", "yes")).expect(303);
        assertThat(portfolio().dates().booked()).isEmpty();
        coordinator
                .post(year + "/dates/start", day("day", LocalDate.of(2026, 10, 1)))
                .expect(303);
        assertThat(portfolio().dates().start()).isEqualTo("2026-10-01");
        coordinator.get(year + "/dates/no-such-thing").expect(404);
    }

    @Test
    void theYearStandsStillAndGoesOn() {
        Map<String, String> boxes = day("from", TODAY);
        boxes.putAll(day("until", TODAY.plusDays(30)));
        coordinator.post(year + "/pauses", boxes).expect(422).says("Enter the reason");
        boxes.put("reason", "Parental leave");
        coordinator.post(year + "/pauses", boxes).expect(303);
        coordinator.get(year + "/pauses?done=paused").says("Parental leave", "21 December 2026", "stands still");
        cast.ask("administrator")
                .get("/cohort")
                .says("Paused until 21 December 2026")
                .doesNotSay("Parental leave");
        coordinator.post(year + "/pauses/" + TODAY, Map.of()).expect(422).says("Enter the first day back");
        coordinator.post(year + "/pauses/nonsense", Map.of()).expect(404);
        coordinator
                .post(year + "/pauses/" + TODAY, day("back-" + TODAY, TODAY.plusDays(10)))
                .expect(303);
        assertThat(portfolio().dates().pauses())
                .singleElement()
                .satisfies(pause -> assertThat(pause.until()).isEqualTo(TODAY.plusDays(10)));
    }

    @Test
    void theLastReflectionIsWrittenOrPresentedUntilSomebodyHasBegunToWriteIt() {
        String page = year + "/choices/final-piece";
        coordinator
                .get(year)
                .says(page, "In writing", "Final critical reflection")
                .doesNotSay("5: PRES");
        coordinator.post(page, Map.of()).expect(422).says("Choose one of the answers.", "href=\"#final-piece\"");
        coordinator.post(page, Map.of("final-piece", "dance")).expect(422);
        Document begun = cast.start("nqsw", "final-reflection");
        assertThat(coordinator.post(page, Map.of("final-piece", "presentation")).location())
                .isEqualTo(year + "?done=decided");
        coordinator.get(year).says("In a presentation", "5: PRES").doesNotSay("Final critical reflection");
        cast.ask("nqsw").get(year).doesNotSay(page);
        coordinator.post(page, Map.of("final-piece", "written")).expect(303);
        write(begun);
        coordinator
                .post(page, Map.of("final-piece", "presentation"))
                .expect(422)
                .says("somebody has written in “Final critical reflection", "href=\"#final-piece\"");
        assertThat(portfolio().choices().get("final-piece")).isEqualTo("written");
        coordinator.post(page, Map.of("final-piece", "written")).expect(303);
        coordinator.get(year + "/choices/training-sessions").expect(404);
    }

    private void write(Document paper) {
        house.rooms()
                .documents()
                .save(
                        paper.id(),
                        "the_work",
                        Map.of("reflection_title", "What I have learned"),
                        paper.revision(),
                        Actor.of(id("nqsw")),
                        WebHouse.CLOCK.instant(),
                        TODAY);
    }

    @Test
    void nothingOfAClosedYearChanges() {
        house.rooms().portfolios().close(cast.portfolio("nqsw").id(), TODAY, Actor.SYSTEM, WebHouse.CLOCK.instant());
        coordinator.get(year + "/people").expect(200).doesNotSay("Hand over");
        for (String page :
                List.of("/people/assessor", "/people/assessor/deputy", "/dates/review-3", "/choices/final-piece")) {
            coordinator.get(year + page).expect(404);
            coordinator.post(year + page, Map.of()).expect(404);
        }
        coordinator.post(year + "/pauses", Map.of()).expect(404);
    }

    @Test
    void s38_anAdministratorOpensWhatIsClosedOnlyWithAReasonThatIsTold() {
        Ask administrator = cast.ask("administrator");
        String paper =
                cast.ask("nqsw").post(year + "/papers/agreement", Map.of()).location();
        administrator.get(paper + "/sections/background").expect(404);
        administrator.post(year + "/glass", Map.of("reason", " ")).expect(422).says("Enter why you have to read this");
        administrator
                .post(year + "/glass", Map.of("reason", "A complaint of <b>May</b>"))
                .expect(303);
        administrator.get(year + "?done=glass").says("You can read everything here until 3:32pm");
        administrator.get(paper + "/sections/background").expect(200);
        coordinator.get(year).says("Opened with a reason", "A complaint of &lt;b&gt;May&lt;/b&gt;");
        cast.ask("nqsw")
                .get("/year")
                .says("Opened with a reason", "Alex Administrator")
                .doesNotSay("A complaint");
        cast.ask("nqsw")
                .get(year + "/trail")
                .says("Alex Administrator, an administrator, gave a reason and opened what is closed");
        cast.ask("assessor").get(year).doesNotSay("Opened with a reason");
        cast.ask("operator").post(year + "/glass", Map.of("reason", "Curious")).expect(404);
    }

    private Map<String, String> enrolment() {
        Map<String, String> boxes = day("start", LocalDate.of(2027, 1, 4));
        boxes.put("person", id("lead"));
        boxes.put("organisation", cast.portfolio("nqsw").organisation());
        boxes.put("programme", "adult-2");
        boxes.put("hours", "100");
        boxes.put("team", "Team East, 3 Quay Street");
        boxes.put("setting", "Adults");
        boxes.put("assessor", id("assessor"));
        boxes.put("manager", id("manager"));
        return boxes;
    }

    private static Map<String, String> day(String box, LocalDate day, String... more) {
        Map<String, String> boxes = new HashMap<>();
        boxes.put(box + ".day", String.valueOf(day.getDayOfMonth()));
        boxes.put(box + ".month", String.valueOf(day.getMonthValue()));
        boxes.put(box + ".year", String.valueOf(day.getYear()));
        for (int i = 0; i < more.length; i += 2) {
            boxes.put(more[i], more[i + 1]);
        }
        return boxes;
    }

    private Portfolio portfolio() {
        return house.rooms().portfolios().get(cast.portfolio("nqsw").id());
    }

    private String holder(LocalDate day) {
        return house.rooms()
                .people()
                .assignments()
                .holder(cast.portfolio("nqsw").id(), PortfolioRole.ASSESSOR, day)
                .orElseThrow()
                .person();
    }

    private String id(String who) {
        return cast.person(who).id();
    }
}
