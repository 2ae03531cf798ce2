package quire.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quire.people.Actor;
import quire.people.Person;
import quire.people.PortfolioRole;
import quire.people.Span;
import quire.portfolio.Document;
import quire.portfolio.Enrolment;
import quire.testkit.Ask;
import quire.testkit.Cast;
import quire.testkit.WebHouse;

/** Tables of many portfolios. */
class CohortPagesIT {

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

    /** A page asks the record as many questions for forty portfolios as for two. */
    @ParameterizedTest
    @CsvSource({"administrator, /cohort", "assessor, /nqsws", "manager, /team"})
    void asksNoMoreOfTheRecordHoweverManyThereAre(String who, String page) {
        Ask ask = cast.ask(who);
        ask.get(page).expect(200);
        long few = statements(ask, page);
        for (int i = 0; i < 38; i++) {
            enrol(String.format("NV-2026-%03d", 100 + i), "Pat Example " + i);
        }
        assertThat(statements(ask, page)).isEqualTo(few);
        ask.get(page).says("NV-2026-110");
    }

    @Test
    void longListsHavePages() {
        for (int i = 0; i < 30; i++) {
            enrol(String.format("NV-2026-%03d", 100 + i), "Pat Example " + (10 + i));
        }
        Ask ask = cast.ask("administrator");
        ask.get("/cohort").says("32 portfolios", "/cohort?page=2").doesNotSay("Pat Example 39");
        ask.get("/cohort?page=2").says("Pat Example 39");
    }

    @Test
    void findsWhatNeedsSomebody() {
        Ask ask = cast.ask("administrator");
        ask.get("/cohort?show=overdue").says("NV-2026-001", "overdue");
        ask.get("/cohort?show=quiet").says("NV-2026-001", "Nothing written for 21 days");
        ask.get("/cohort?show=comments").says("Nobody fits");
        Document paper = begin();
        house.rooms()
                .comments()
                .add(
                        paper.id(),
                        "background",
                        "Say more.",
                        Actor.of(cast.person("assessor").id()),
                        WebHouse.CLOCK.instant());
        ask.get("/cohort?show=comments").says("NV-2026-001", "1 open comment").doesNotSay("NV-2026-002");
        ask.get("/cohort?show=quiet").says("NV-2026-002").doesNotSay("NV-2026-001");
    }

    @Test
    void s68_takesWhatFitsAwayAsATableThatASpreadsheetOnlyShows() {
        enrol("NV-2026-100", "=HYPERLINK(1)");
        Ask.Answer table =
                cast.ask("administrator").get("/cohort/export?name=NV-2026-1").expect(200);
        assertThat(table.text())
                .startsWith("\uFEFFName,Code,Employer")
                .contains("'=HYPERLINK(1),NV-2026-100,Northvale Council")
                .doesNotContain("NV-2026-001", "EM-2026");
        assertThat(table.header("Content-Disposition")).contains("cohort-2026-11-21.csv");
    }

    @Test
    void everybodySeesWhatIsNewToThemAndTheirsToRead() {
        Document paper = begin();
        save(paper);
        String news = "Changed since you last read it";
        cast.ask("assessor").get("/nqsws").says(news, "/documents/" + paper.id() + "/sections/background");
        cast.ask("nqsw").get("/year").doesNotSay(news);
        cast.ask("assessor")
                .get("/documents/" + paper.id() + "/sections/background")
                .expect(200);
        cast.ask("assessor").get("/nqsws").doesNotSay(news);
    }

    @Test
    void s39_aYearOnOnePageHoldsNoWordOfWhatWasWritten() {
        Document paper = begin();
        save(paper);
        cast.ask("manager")
                .get("/portfolios/" + cast.portfolio("nqsw").id() + "/summary")
                .expect(200)
                .says(
                        "Summary: Alex Nqsw",
                        "As of 21 November 2026",
                        "Overdue",
                        "Due in the next 8 weeks",
                        "Alex Assessor")
                .doesNotSay("Words of the year");
    }

    private Document begin() {
        return house.rooms()
                .documents()
                .start(
                        cast.portfolio("nqsw"),
                        "agreement",
                        house.rooms().forms().get("support-and-assessment-agreement"),
                        0,
                        Actor.of(cast.person("nqsw").id()),
                        WebHouse.CLOCK.instant(),
                        today());
    }

    private void save(Document paper) {
        String field = paper.form().section("background").fields().stream()
                .filter(one -> one instanceof quire.forms.LongTextField)
                .findFirst()
                .orElseThrow()
                .id();
        house.rooms()
                .documents()
                .save(
                        paper.id(),
                        "background",
                        java.util.Map.of(field, "Words of the year"),
                        house.rooms().documents().get(paper.id()).revision(),
                        Actor.of(cast.person("nqsw").id()),
                        WebHouse.CLOCK.instant(),
                        today());
    }

    private long statements(Ask ask, String page) {
        long before = house.statements();
        ask.get(page).expect(200);
        return house.statements() - before;
    }

    private void enrol(String code, String name) {
        String employer = cast.portfolio("nqsw").organisation();
        Person person = house.rooms()
                .people()
                .persons()
                .add(
                        Person.Details.of(name, code.toLowerCase(java.util.Locale.ROOT) + "@people.example", employer),
                        Actor.SYSTEM,
                        WebHouse.CLOCK.instant());
        String id = house.rooms()
                .portfolios()
                .enrol(
                        Enrolment.of(
                                code,
                                person.id(),
                                employer,
                                house.rooms().programmes().get("adult", 2),
                                Cast.START),
                        Actor.SYSTEM,
                        WebHouse.CLOCK.instant())
                .id();
        for (PortfolioRole part : new PortfolioRole[] {PortfolioRole.ASSESSOR, PortfolioRole.MANAGER}) {
            house.rooms()
                    .people()
                    .assignments()
                    .assign(
                            id,
                            part,
                            cast.person(part.word()).id(),
                            Span.from(Cast.START),
                            Actor.SYSTEM,
                            WebHouse.CLOCK.instant());
        }
    }

    private static LocalDate today() {
        return LocalDate.of(2026, 11, 21);
    }
}
