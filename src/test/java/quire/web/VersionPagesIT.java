package quire.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quire.core.Digest;
import quire.forms.Form;
import quire.people.Actor;
import quire.portfolio.Document;
import quire.portfolio.EarlierAnswer;
import quire.portfolio.Sign;
import quire.portfolio.SignOff;
import quire.testkit.Ask;
import quire.testkit.Cast;
import quire.testkit.WebHouse;

/** A form has a newer version: what is different, and how drafts go on with it, over its pages. */
class VersionPagesIT {

    @TempDir
    static Path folder;

    private static WebHouse house;
    private static Cast cast;
    private static Papers papers;
    private static int begun;

    private String document = "";
    private String page = "";
    private Ask nqsw;

    @BeforeAll
    static void open() {
        house = WebHouse.open(folder.resolve("data"), NewerForms.in(folder));
        cast = Cast.in(house);
        papers = new Papers(house, cast);
        begun = 0;
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @BeforeEach
    void begin() {
        document = cast.start("nqsw", "critical-reflection", begun++).id();
        page = "/documents/" + document;
        nqsw = cast.ask("nqsw");
        papers.write(document, "the_work", "reflection_title", "Six words that will be kept", "nqsw");
        papers.write(document, "the_work", "situation", "It rained.", "nqsw");
    }

    @Test
    void saysWhatIsDifferent() {
        cast.ask("organisation's coordinator").get("/forms").says("Versions of forms");
        nqsw.get("/forms").doesNotSay("Versions of forms");
        cast.ask("administrator").get("/versions").expect(200).says("Critical reflection log", "version 2");
        cast.ask("administrator")
                .get("/versions/" + NewerForms.FORM)
                .expect(200)
                .says("Version 2", "Version 1", "When was it?", "which must be answered", "is no longer asked")
                .says("“What was the situation?” reads “What was going on?”", "sections.the_work.fields.work_date.id");
        cast.ask("administrator").get("/versions/nothing").expect(404);
    }

    @Test
    void takesADraftToTheNewerVersionOnce() {
        nqsw.get(page).says("Go on with version 2 of this form");
        nqsw.get(page + "/version")
                .expect(200)
                .says("1 new question, 1 question removed", "(6 words are kept under “Earlier answers”)")
                .says("Title of this reflection", "When was it?");
        assertThat(paper().form().version()).isEqualTo(1);
        assertThat(nqsw.post(page + "/version", Map.of("version", "2")).location())
                .isEqualTo(page + "?done=moved");
        Document moved = paper();
        assertThat(moved.form().version()).isEqualTo(2);
        assertThat(nqsw.post(page + "/version", Map.of("version", "2")).location())
                .isEqualTo(page + "?done=moved");
        assertThat(paper()).isEqualTo(moved);
        nqsw.get(page + "?done=moved")
                .says("goes by the newer version", "Earlier answers")
                .doesNotSay("Go on with version");
        nqsw.get(page + "/earlier").expect(200).says("Title of this reflection", "Six words that will be kept");
        nqsw.get(page + "/sections/the_work")
                .says("What was going on?", "It rained.")
                .doesNotSay("Six words");
        nqsw.get(page + "/sections/the_work/history").says("Six words that will be kept");
        nqsw.get(page + "/version").expect(200).says("This paper goes by version 2 of its form and keeps it");
        nqsw.post(page + "/version", Map.of("version", "x")).expect(400);
        nqsw.post(page + "/version", Map.of("version", "9")).expect(404);
        nqsw.post(page + "/version", Map.of("version", "1")).expect(409).says("Nothing was changed");
    }

    /** Whoever may not read the draft is shown nothing of what was in it. */
    @Test
    void earlierAnswersAreAsPrivateAsTheSectionWas() {
        nqsw.post(page + "/version", Map.of("version", "2")).location();
        for (String who : List.of("administrator", "lead")) {
            cast.ask(who).get(page + "/earlier").expect(200).doesNotSay("Six words");
            cast.ask(who).get(page).doesNotSay("Earlier answers");
        }
        cast.ask("other nqsw").get(page + "/earlier").expect(404);
    }

    @Test
    void whatIsSignedKeepsItsVersion() {
        Form form = paper().form();
        form.sections().stream()
                .filter(section -> section.owner().equals("nqsw"))
                .forEach(section -> WebHouse.complete(
                        house, document, section.id(), house.rooms().today()));
        Actor actor = Actor.of(cast.person("nqsw").id());
        var signing = house.rooms().documents().signing();
        SignOff.Place place =
                signing.signOff(paper(), house.rooms().today()).place("0.nqsw").orElseThrow();
        Map<String, Digest> templates = house.rooms().maker().templates(form);
        Digest seen = signing.preview(paper(), place, "nqsw", templates, actor).digest();
        signing.sign(
                document,
                new Sign("0.nqsw", "nqsw", "key", seen, "password", templates),
                actor,
                WebHouse.CLOCK.instant(),
                house.rooms().today());
        nqsw.get(page).doesNotSay("Go on with version");
        nqsw.get(page + "/version").says("keeps it");
        nqsw.post(page + "/version", Map.of("version", "2")).expect(409).says("Somebody has signed in it");
        assertThat(paper().form()).isEqualTo(form);
    }

    /** What a page sends by itself that was made before the paper went on. */
    @Test
    void s72_anAutosaveOfTheVersionBeforeIsKeptToChooseFrom() {
        Map<String, String> late =
                late("situation", "It poured.", "reflection_title", "Seven words sent from the old page");
        late.put("_fields", "situation reflection_title");
        cast.ask("assessor").post(page + "/version", Map.of("version", "2")).location();
        nqsw.postAsScript(page + "/sections/the_work/autosave", late)
                .expect(409)
                .says("conflict", "situation", "reflection_title");
        assertLateIsKept();
    }

    /** The same without scripts: the choice page comes at once. */
    @Test
    void s72_aPageOfTheVersionBeforeLeadsToTheChoice() {
        Map<String, String> late =
                late("situation", "It poured.", "reflection_title", "Seven words sent from the old page");
        late.put("_end", "1");
        cast.ask("assessor").post(page + "/version", Map.of("version", "2")).location();
        nqsw.post(page + "/sections/the_work", late)
                .expect(409)
                .says("Choose between two texts", "It poured.", "It rained.", page + "/earlier");
        assertLateIsKept();
    }

    private void assertLateIsKept() {
        assertThat(paper().answers()).containsEntry("situation", "It rained.");
        assertThat(house.rooms().documents().moving().earlier(document))
                .extracting(EarlierAnswer::answer)
                .contains("Seven words sent from the old page", "Six words that will be kept");
        String choice = page + "/sections/the_work/conflicts";
        nqsw.get(choice).expect(200).says("It poured.", "It rained.");
        Map<String, String> boxes = new LinkedHashMap<>(Map.of("_base", String.valueOf(paper().revision())));
        int number = house.rooms()
                .documents()
                .earlierWords()
                .conflicts(document)
                .get(0)
                .setAside();
        boxes.put(number + ".situation", "mine");
        nqsw.post(choice, boxes).location();
        assertThat(paper().answers()).containsEntry("situation", "It poured.");
    }

    @Test
    void takesManyDraftsAtOnce() {
        String second = cast.start("nqsw", "critical-reflection", begun++).id();
        String third = cast.start("nqsw", "critical-reflection", begun++).id();
        String drafts = "/versions/" + NewerForms.FORM + "/drafts";
        Ask administrator = cast.ask("administrator");
        administrator.get(drafts).expect(200).says("From version 1 to 2", document, second, third);
        cast.ask("other administrator").get(drafts).expect(200).doesNotSay(document, second);
        administrator.post(drafts, Map.of()).expect(422).says("Choose at least one draft");
        String done = administrator.post(drafts, Map.of("document", second)).location();
        assertThat(done).endsWith("?moved=1");
        administrator.get(done).says("1 draft goes by the newer version now").doesNotSay(second);
        assertThat(house.rooms().documents().get(second).form().version()).isEqualTo(2);
        assertThat(house.rooms().documents().get(third).form().version()).isEqualTo(1);
        cast.ask("other administrator").post(drafts, Map.of("document", third)).location();
        assertThat(house.rooms().documents().get(third).form().version()).isEqualTo(1);
    }

    @Test
    void saysWhatNewPeopleBeginWith() {
        Ask coordinator = cast.ask("organisation's coordinator");
        String organisation = cast.portfolio("nqsw").organisation();
        coordinator.get("/cohort").says("What new people begin with");
        coordinator.get("/cohort/programmes").expect(200).says("Version 2, the newest", "Version 1");
        Map<String, String> first = Map.of("organisation", organisation, "programme", "adult", "version", "1");
        String done = coordinator.post("/cohort/programmes", first).location();
        coordinator.get(done).says("New people begin with this version from now on");
        assertThat(house.rooms()
                        .portfolios()
                        .cohorts()
                        .of(organisation, "adult")
                        .version())
                .isEqualTo(1);
        cast.ask("other administrator").post("/cohort/programmes", first).expect(404);
        coordinator
                .post("/cohort/programmes", Map.of("organisation", organisation, "programme", "adult", "version", "7"))
                .expect(400);
        coordinator
                .post("/cohort/programmes", Map.of("organisation", organisation, "programme", "adult", "version", "x"))
                .expect(400);
    }

    private Map<String, String> late(String... boxes) {
        Map<String, String> late = new LinkedHashMap<>();
        late.put("_base", String.valueOf(paper().revision()));
        for (int i = 0; i < boxes.length; i += 2) {
            late.put(boxes[i], boxes[i + 1]);
        }
        return late;
    }

    private Document paper() {
        return house.rooms().documents().get(document);
    }
}
