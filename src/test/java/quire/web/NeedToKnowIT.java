package quire.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import quire.people.Actor;
import quire.people.Assignment;
import quire.people.Person;
import quire.people.Role;
import quire.people.Span;
import quire.portfolio.Document;
import quire.testkit.Ask;
import quire.testkit.Cast;
import quire.testkit.TestClock;
import quire.testkit.WebHouse;

/** What is written is read by those who have to, and only while they have to. */
class NeedToKnowIT {

    private static final String WORDS = "Something that is no business of anybody else";

    @TempDir
    Path data;

    private final TestClock clock = new TestClock();
    private WebHouse house;
    private Cast cast;
    private String document;
    private String section;

    @BeforeEach
    void open() {
        house = WebHouse.open(data, clock);
        cast = Cast.in(house);
        document = start("nqsw");
        section = document + "/sections/background";
        write("nqsw", section);
    }

    @AfterEach
    void close() {
        house.close();
    }

    /** S-31: an assessor of another portfolio, by every id that they may have come by. */
    @ParameterizedTest
    @ValueSource(strings = {"other assessor", "ended assessor", "other nqsw", "nobody"})
    void s31_opensNothingOfAnotherPortfolioByAnyId(String who) {
        Ask ask = cast.ask(who);
        String comment = house.rooms()
                .comments()
                .add(
                        id(),
                        "background",
                        "About this",
                        Actor.of(cast.person("assessor").id()),
                        clock.instant())
                .id();
        for (String page : List.of(
                "/portfolios/" + cast.portfolio("nqsw").id(),
                "/portfolios/" + cast.portfolio("nqsw").id() + "/papers/agreement",
                "/portfolios/" + cast.portfolio("nqsw").id() + "/trail",
                document,
                document + "/check",
                document + "/word",
                document + "/pdf",
                document + "/files/" + "0".repeat(64),
                section,
                section + "?removed=aims:r1:1")) {
            ask.get(page).expect(404).says("Page not found").doesNotSay(WORDS);
        }
        int before = revision();
        for (String address : List.of(
                section,
                section + "/autosave",
                section + "/comments",
                section + "/comments/" + comment,
                section + "/comments/" + comment + "/answer")) {
            ask.post(address, Map.of("_base", "1", "_end", "1", "text", "Mine", "do", "deal-with"))
                    .expect(404);
        }
        assertThat(revision()).isEqualTo(before);
        assertThat(house.rooms().comments().ofSection(id(), "background"))
                .singleElement()
                .satisfies(one -> assertThat(one.answers()).isEmpty());
    }

    /** S-31: what is theirs does not open what is not: a comment of another paper under the address of one's own. */
    @Test
    void s31_anIdOfAnotherPaperIsNotFoundUnderTheAddressOfOnesOwn() {
        String comment = house.rooms()
                .comments()
                .add(
                        id(),
                        "background",
                        "About this",
                        Actor.of(cast.person("assessor").id()),
                        clock.instant())
                .id();
        String own = start("other nqsw") + "/sections/background/comments/" + comment;
        cast.ask("other nqsw").post(own + "/answer", Map.of("text", "Mine")).expect(404);
        cast.ask("other nqsw").post(own, Map.of("do", "deal-with")).expect(404);
        assertThat(house.rooms().comments().ofSection(id(), "background"))
                .singleElement()
                .satisfies(one -> assertThat(one.isOpen()).isTrue());
    }

    /** S-03, S-36: a browser that is open shows nothing more once the part of its person is over. */
    @Test
    void s03_s36_anOpenBrowserIsShownNothingAfterTheLastDay() {
        clock.pass(Duration.ofHours(9));
        Ask assessor = cast.ask("assessor");
        Assignment part =
                house
                        .rooms()
                        .people()
                        .assignments()
                        .of(cast.portfolio("nqsw").id(), house.rooms().today())
                        .stream()
                        .filter(one ->
                                one.person().equals(cast.person("assessor").id()))
                        .findFirst()
                        .orElseThrow();
        house.rooms().people().assignments().end(part.id(), house.rooms().today(), Actor.SYSTEM, clock.instant());
        assessor.get(section).expect(200).says(WORDS);
        clock.pass(Duration.ofMinutes(50));
        assessor.get("/account").expect(200);
        assessor.get(document).expect(404);
        assessor.get(section).expect(404).doesNotSay(WORDS);
    }

    /** S-36: an external moderator sees no portfolio but those of a sample, and there is no sample yet. */
    @Test
    void s36_anExternalModeratorSeesNoPortfolioBeforeAfterOrOutsideASample() {
        Person moderator = cast.person("external_moderator");
        for (Ask ask : List.of(
                house.ask(moderator), house.ask(moderatorUntilYesterday()), house.ask(moderatorFromTomorrow()))) {
            ask.get("/cohort").expect(404);
            ask.get("/portfolios/" + cast.portfolio("nqsw").id()).expect(404);
            ask.get(document).expect(404);
            ask.get(section).expect(404);
            ask.get(document + "/pdf").expect(404);
            ask.get(document + "/files/" + "0".repeat(64)).expect(404);
        }
    }

    /** S-38: who runs the cohort sees how far it has come, and not a word of it. */
    @ParameterizedTest
    @ValueSource(strings = {"administrator", "lead", "operator", "ended administrator"})
    void s38_anAdministratorReadsNotAWord(String who) {
        Ask ask = cast.ask(who);
        for (String page : List.of(section, document + "/word", document + "/pdf")) {
            ask.get(page).expect(404).doesNotSay(WORDS);
        }
        for (String page :
                List.of("/cohort", "/portfolios/" + cast.portfolio("nqsw").id(), document, document + "/check")) {
            ask.get(page).doesNotSay(WORDS);
        }
    }

    /** S-39: a line manager meets no word of a reflection on any page that they may open, nor in a paper of it. */
    @Test
    void s39_aLineManagerMeetsNoWordOfAReflection() {
        String reflection = reflection();
        Ask manager = cast.ask("manager");
        for (String page : List.of(
                "/team",
                "/portfolios/" + cast.portfolio("nqsw").id(),
                reflection,
                reflection + "/check",
                reflection + "/word",
                reflection + "/pdf",
                "/portfolios/" + cast.portfolio("nqsw").id() + "/trail")) {
            manager.get(page).doesNotSay(WORDS);
        }
        for (var one : house.rooms().documents().get(id(reflection)).form().sections()) {
            manager.get(reflection + "/sections/" + one.id()).expect(404);
        }
    }

    private String reflection() {
        String reflection =
                "/documents/" + cast.start("nqsw", "critical-reflection").id();
        Document paper = house.rooms().documents().get(id(reflection));
        write("nqsw", reflection + "/sections/" + paper.form().sections().get(0).id());
        return reflection;
    }

    private Person moderatorUntilYesterday() {
        return moderator("before", new Span(Cast.START, house.rooms().today()));
    }

    private Person moderatorFromTomorrow() {
        return moderator("after", Span.from(house.rooms().today().plusDays(1)));
    }

    private Person moderator(String name, Span span) {
        Person person = house.rooms()
                .people()
                .persons()
                .add(
                        Person.Details.of(
                                "Alex " + name,
                                name + "@people.example",
                                cast.portfolio("nqsw").organisation()),
                        Actor.SYSTEM,
                        clock.instant());
        house.rooms()
                .people()
                .roles()
                .give(
                        person.id(),
                        Role.EXTERNAL_MODERATOR,
                        cast.portfolio("nqsw").organisation(),
                        span,
                        Actor.SYSTEM,
                        clock.instant());
        return person;
    }

    private String start(String nqsw) {
        return cast.ask(nqsw)
                .post("/portfolios/" + cast.portfolio(nqsw).id() + "/papers/agreement", Map.of())
                .location();
    }

    /** Puts {@link #WORDS} into the first question of a section that takes a text. */
    private void write(String who, String page) {
        Document paper = house.rooms().documents().get(id(page));
        String asked = page.substring(page.lastIndexOf('/') + 1);
        String question = paper.form().section(asked).fields().stream()
                .filter(field -> field.type() == quire.forms.FieldType.LONGTEXT && !field.filledByRecord())
                .findFirst()
                .orElseThrow()
                .id();
        Map<String, String> boxes = new LinkedHashMap<>();
        boxes.put("_base", String.valueOf(paper.revision()));
        boxes.put("_fields", question);
        boxes.put(question, WORDS);
        cast.ask(who).post(page + "/autosave", boxes).expect(200).says("Saved at");
    }

    private int revision() {
        return house.rooms().documents().get(id()).revision();
    }

    private String id() {
        return id(document);
    }

    private static String id(String page) {
        return page.replaceFirst("^/documents/([^/]+).*$", "$1");
    }
}
