package quire.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import quire.portfolio.Document;
import quire.portfolio.SectionState;
import quire.testkit.Ask;
import quire.testkit.WebHouse;

/** What comes back from a section's page, told without a browser. */
class SectionPagesIT {

    @TempDir
    Path data;

    private WebHouse house;
    private Ask ask;
    private String document;
    private String details;

    @BeforeEach
    void open() {
        house = WebHouse.open(data);
        ask = house.ask();
        document = ask.post("/forms/direct-observation/documents", Map.of("nqsw_name", "Ana Kowalska"))
                .location();
        details = document + "/sections/details";
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void startsADocumentWithItsHeader() {
        ask.get(document).expect(200).says("Direct observation 1", "Ana Kowalska", "Not started", "0 of 5 sections");
        ask.get("/").expect(303).has("Location", "/cohort");
    }

    @Test
    void saysWhatIsWrongWithTheHeaderAndKeepsWhatWasTyped() {
        ask.post(
                        "/forms/direct-observation/documents",
                        Map.of(
                                "nqsw_name",
                                "Ana",
                                "start_date.day",
                                "31",
                                "start_date.month",
                                "2",
                                "start_date.year",
                                "2026"))
                .expect(422)
                .says("Error: ", "#start_date-day", "must be a real date", "value=\"Ana\"", "value=\"31\"");
    }

    @Test
    void keepsADraftHoweverIncomplete() {
        assertThat(save(details, "setting", "At home", "_do", "later")).isEqualTo(document);
        ask.get(details).says("value=\"At home\"");
        ask.get(document).says("In progress");
    }

    @Test
    void survivesARestart() {
        save(details, "setting", "At home", "_do", "later");
        house.close();
        house = WebHouse.open(data);
        house.ask().get(details).says("value=\"At home\"");
    }

    @Test
    void savesTheRestWhereOneAnswerCannotBeSaved() {
        post(
                        details,
                        "setting",
                        "At home",
                        "observation_date.day",
                        "31",
                        "observation_date.month",
                        "2",
                        "observation_date.year",
                        "2026")
                .expect(422)
                .says("Everything else on this page is saved", "href=\"#observation_date-day\"", "value=\"31\"");
        assertThat(answers()).containsEntry("setting", "At home").doesNotContainKey("observation_date");
    }

    @Test
    void bringsUpTheQuestionsThatAnAnswerCallsFor() {
        ask.get(details).says("id=\"question-consent_how\"", "data-show-if");
        String next = save(details, "consent_given", "true", "_seen", "observation_date consent_given");
        assertThat(next).startsWith(details + "#question-");
        assertThat(hidden("consent_how")).isFalse();
        assertThat(hidden("consent_missing")).isTrue();
    }

    @Test
    void goesOnWhereEverythingWasSeen() {
        String seen = "keep_anonymous observation_date contact_kind setting observer observer_is_assessor consent_given"
                + " consent_how";
        assertThat(save(details, "consent_given", "true", "_seen", seen)).isEqualTo(document + "/sections/before");
    }

    @Test
    void asksForWhatIsMissingOnceSomebodySaysTheyAreDone() {
        post(details, "setting", "At home", "_completed", "yes")
                .expect(422)
                .says("Your answers are saved", "Enter the date of the observation", "#observation_date-day");
        assertThat(document().state("details")).isEqualTo(SectionState.IN_PROGRESS);
    }

    @Test
    void opensASectionAgainWhenAnAnswerIsTakenAway() {
        complete("details");
        save(details, "setting", "", "_completed", "", "_do", "later");
        assertThat(document().state("details")).isEqualTo(SectionState.IN_PROGRESS);
    }

    @Test
    void refusesASectionBeforeItsTurn() {
        ask.get(document + "/sections/observed").expect(404);
        complete("details");
        complete("before");
        ask.get(document + "/sections/observed").expect(200);
    }

    @Test
    void addsMovesAndRemovesEntriesWithoutScripts() {
        complete("details");
        complete("before");
        String observed = document + "/sections/observed";
        assertThat(save(observed, "_do", "add:domain_comments")).isEqualTo(observed + "#domain_comments-r1");
        Map<String, String> two = boxes(
                "_do", "add:domain_comments", "domain_comments", "r1", "domain_comments.r1.domain_comment", "first");
        assertThat(ask.post(observed, two).location()).endsWith("#domain_comments-r2");
        String body = "domain_comments=r1&domain_comments=r2&domain_comments.r1.domain_comment=first"
                + "&domain_comments.r2.domain_comment=second&_end=1&_base="
                + document().revision();
        ask.post(observed, "application/x-www-form-urlencoded", body + "&_do=up:domain_comments:r2")
                .expect(303);
        assertThat(entries()).containsExactly("second", "first");
        String removing = body.replace(
                "_base=" + (document().revision() - 1), "_base=" + document().revision());
        String after = ask.post(
                        observed, "application/x-www-form-urlencoded", removing + "&_do=remove:domain_comments:r2")
                .location();
        assertThat(entries()).containsExactly("first");
        String page = ask.get(after).says("An entry was removed").text();
        String undo = page.replaceAll("(?s).*name=\"_do\" value=\"(restore:[^\"]*)\".*", "$1");
        ask.post(observed, boxes("domain_comments", "r1", "domain_comments.r1.domain_comment", "first", "_do", undo))
                .expect(303);
        assertThat(entries()).hasSize(2);
    }

    @Test
    void namesEntriesItselfWhateverABrowserCallsThem() {
        complete("details");
        complete("before");
        save(
                document + "/sections/observed",
                "domain_comments",
                "new17x1",
                "domain_comments.new17x1.domain_comment",
                "mine");
        assertThat(document().answers().get("domain_comments"))
                .isEqualTo(List.of(Map.of("id", "r1", "domain_comment", "mine")));
    }

    @Test
    void s72_tellsBothSidesWhenTwoPeopleWriteAtOnce() {
        int before = document().revision();
        save(details, "setting", "Hers");
        Map<String, String> late = boxes("setting", "His");
        late.put("_base", String.valueOf(before));
        ask.post(details, late)
                .expect(409)
                .says("changed by somebody else", "“Hers”", "“His”", "value=\"His\"", "#setting");
        assertThat(answers()).containsEntry("setting", "Hers");
    }

    @ParameterizedTest
    @ValueSource(strings = {"owner", "planning", "status", "signed_by", "observer.rank", "domain_comments.r1.domain"})
    void s32_refusesAnswersThatTheSectionDoesNotAskFor(String name) {
        post(details, name, "x", "setting", "At home").expect(422).says("Nothing was saved");
        assertThat(answers()).doesNotContainKey("setting");
    }

    @Test
    void refusesAPageThatDidNotArriveWhole() {
        ask.post(details, Map.of("_base", "1", "setting", "At home"))
                .expect(400)
                .says("did not arrive whole");
        assertThat(answers()).doesNotContainKey("setting");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "{{7*7}} ${7*7} {{{setting}}}",
                "javascript:alert(1)",
                "data:image/png;base64,AAAA",
                "'; drop table document; --"
            })
    void s64_showsHostileTextAsItWasTyped(String text) {
        save(details, "setting", text, "_do", "later");
        assertThat(answers()).containsEntry("setting", text);
        for (String page : List.of(details, document + "/check")) {
            ask.get(page)
                    .expect(200)
                    .doesNotSay("<script>alert", "<img src=x", "{{{setting}}} 49")
                    .says(WebHouse.escaped(text));
        }
        ask.get(document + "/pdf").expect(200);
    }

    @Test
    void s67_refusesATextBeyondTheHardLimitAndKeepsItOnThePage() {
        complete("details");
        post(document + "/sections/before", "planning", "x".repeat(50_001))
                .expect(422)
                .says("50000", "x".repeat(50_001));
    }

    @Test
    void takesPicturesAndLeavesThemInPlace() throws Exception {
        complete("details");
        complete("before");
        String observed = document + "/sections/observed";
        byte[] png = Files.readAllBytes(Path.of("samples/pictures/drawing.png"));
        Map<String, Object> parts = new LinkedHashMap<>(boxes("person_feedback_form", "drawn", "_do", "later"));
        parts.put("person_drawing.new:drawing.png", png);
        ask.postParts(observed, parts).expect(303);
        ask.get(observed).says("src=\"data:image/png;base64,");
        save(observed, "person_feedback_form", "drawn", "person_drawing", "keep", "_do", "later");
        assertThat(answers()).containsKey("person_drawing");
        Map<String, Object> bad = new LinkedHashMap<>(boxes("person_feedback_form", "drawn"));
        bad.put("person_drawing.new:drawing.png", "not a picture".getBytes(UTF_8));
        ask.postParts(observed, bad).expect(422).says("The selected file must be a JPG or PNG picture");
    }

    @Test
    void marksTheDownloadAsADraftUntilEverythingIsAnswered() {
        ask.get(document + "/word")
                .expect(200)
                .has("Content-Type", "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
        assertThat(ask.get(document + "/pdf").expect(200).header("Content-Disposition"))
                .startsWith("attachment; filename=\"draft-direct-observation-1.pdf\"");
    }

    @Test
    void mentionsHiddenAnswersBeforeTheyAreLeftOut() {
        save(details, "consent_given", "true", "consent_how", "With cards", "_seen", "consent_how consent_given");
        save(details, "consent_given", "false", "consent_how", "With cards");
        ask.get(document + "/check").says("1 hidden answer will not be included", "How was agreement asked for");
        assertThat(answers()).containsEntry("consent_how", "With cards");
    }

    private boolean hidden(String question) {
        String page = ask.get(details).text();
        String tag = page.replaceAll("(?s).*(<div [^>]*id=\"question-" + question + "\"[^>]*>).*", "$1");
        return tag.contains(" hidden");
    }

    private List<Object> entries() {
        List<?> entries = (List<?>) document().answers().getOrDefault("domain_comments", List.of());
        return entries.stream()
                .map(entry -> ((Map<?, ?>) entry).get("domain_comment"))
                .<Object>map(text -> text == null ? "" : text)
                .toList();
    }

    private String save(String page, String... boxes) {
        return post(page, boxes).location();
    }

    private Ask.Answer post(String page, String... boxes) {
        return ask.post(page, boxes(boxes));
    }

    private Map<String, String> boxes(String... boxes) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("_base", String.valueOf(document().revision()));
        all.put("_do", "continue");
        all.put("_completed", "no");
        all.put("_end", "1");
        for (int i = 0; i < boxes.length; i += 2) {
            all.put(boxes[i], boxes[i + 1]);
        }
        return all;
    }

    private Document document() {
        return house.rooms().documents().get(document.substring(document.lastIndexOf('/') + 1));
    }

    private Map<String, @Nullable Object> answers() {
        return document().answers();
    }

    private void complete(String section) {
        WebHouse.complete(house, document().id(), section, LocalDate.of(2026, 11, 21));
    }
}
