package quire.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quire.core.Json;
import quire.people.Actor;
import quire.portfolio.Document;
import quire.testkit.Ask;
import quire.testkit.WebHouse;

/** What the record knows, on pages: facts that are only read, and questions that hang on them. */
class RecordPagesIT {

    private static final String FORM = """
            form: checklist
            version: 1
            title: Checklist
            record:
              record: header
              title: Header
              lists: {route: [{id: adults, text: Adults}, {id: child_family, text: Child and family}]}
              fields: [{id: route, type: choice, list: route, label: Route}]
            roles: {writer: {label: Writer}}
            sections:
              - id: facts
                title: Facts
                owner: writer
                fields:
                  - {id: count, type: number, label: Observations made, filled_by: record}
                  - {id: panel, type: date, label: Day of the panel, filled_by: record}
                  - {id: note, type: text, label: Note, show_if: {field: count, gt: 2}}
                  - {id: adult_note, type: text, label: Adults only, show_if: {record: route, is: adults}}
                  - {id: child_note, type: text, label: Children only, show_if: {record: route, is: child_family}}
                  - id: papers
                    type: repeat
                    label: Papers
                    filled_by: record
                    item:
                      - {id: paper, type: text, label: Paper, filled_by: record}
                      - {id: remark, type: text, label: Remark}
              - id: children
                title: For children
                owner: writer
                show_if: {not: {record: route, is: adults}}
                fields:
                  - {id: more, type: text, label: More}
            """;

    @TempDir
    Path folder;

    private WebHouse house;
    private Ask ask;
    private String document;
    private String page;

    @BeforeEach
    void open() throws IOException {
        Path forms = Files.createDirectories(folder.resolve("forms"));
        Files.writeString(forms.resolve("checklist.yaml"), FORM);
        house = WebHouse.open(Files.createDirectories(folder.resolve("data")), forms);
        ask = house.ask();
        document = ask.post("/forms/checklist/documents", Map.of("route", "adults"))
                .location();
        page = document + "/sections/facts";
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void showsWhereTheRecordWillFillSomethingIn() {
        ask.get(page)
                .expect(200)
                .says("Observations made", "Filled in from the record")
                .doesNotSay("name=\"count\"", "name=\"panel.day\"", "add:papers", "None to add", "data-kind=\"\"");
        ask.get(document + "/check").expect(200).says("Filled in from the record");
    }

    @Test
    void showsWhatItFilledInAndAsksForTheRest() {
        fill();
        ask.get(page)
                .says("12 November 2026", "Observation of a visit", "name=\"papers.do1.remark\"")
                .doesNotSay("name=\"papers.do1.paper\"", "remove:papers", "Filled in from the record");
        String check = ask.get(document + "/check").says("12 November 2026").text();
        assertThat(check).contains("#question-papers").doesNotContain("#question-panel");
    }

    @Test
    void keepsItAcrossASave() {
        fill();
        save(Map.of("papers", "do1", "papers.do1.remark", "Well done", "note", "Three of them"));
        assertThat(answers()).containsEntry("note", "Three of them").containsEntry("panel", "2026-11-12");
        assertThat(Json.canonical(answers()))
                .contains("{\"id\":\"do1\",\"paper\":\"Observation of a visit\",\"remark\":\"Well done\"}");
        ask.get(page).says("value=\"Well done\"", "Observation of a visit");
    }

    @Test
    void s32_refusesAPageThatTriesToChangeIt() {
        fill();
        Map<String, @Nullable Object> before = answers();
        for (Map<String, String> attempt : List.of(
                Map.of("count", "9"),
                Map.of("papers", "do1", "papers.do1.paper", "Forged"),
                Map.of("papers", "do2", "papers.do2.remark", "Forged"))) {
            ask.post(page, withPage(attempt)).expect(422);
        }
        ask.post(page, withPage(Map.of("papers", "do1", "_do", "remove:papers:do1")));
        ask.post(page, withPage(Map.of("papers", "do1", "_do", "add:papers")));
        assertThat(answers()).isEqualTo(before);
    }

    @Test
    void losesNothingTypedWhileTheRecordTookAnEntryAway() {
        fill();
        Map<String, String> late = withPage(Map.of("papers", "do1", "papers.do1.remark", "Late", "note", "Noted"));
        house.rooms()
                .documents()
                .fillIn(
                        id(),
                        Json.readObject("{\"papers\": []}", "record"),
                        Actor.SYSTEM,
                        WebHouse.CLOCK.instant(),
                        java.time.LocalDate.of(2026, 11, 21));
        ask.post(page, late).expect(409).says("are kept with the document");
        assertThat(Json.canonical(
                        house.rooms().documents().setAside(id()).get(0).answers()))
                .contains("Late");
    }

    @Test
    void decidesConditionsOnTheRecordBeforeThePageIsSent() {
        String html = ask.get(page).text();
        assertThat(html)
                .contains("id=\"question-adult_note\" data-question=\"adult_note\" data-kind=\"text\""
                        + " data-show-if=\"{&quot;known&quot;:true}\">")
                .contains("data-show-if=\"{&quot;known&quot;:false}\" hidden>");
        ask.get(document).says("Facts").doesNotSay("For children");
        ask.get(document + "/sections/children").expect(404);
        String other = ask.post("/forms/checklist/documents", Map.of("route", "child_family"))
                .location();
        ask.get(other).says("For children");
    }

    @Test
    void looksAtWhatTheRecordFilledIn() {
        assertThat(ask.get(page).text())
                .contains("data-question=\"note\" data-kind=\"text\" "
                        + "data-show-if=\"{&quot;known&quot;:false}\" hidden>");
        fill();
        assertThat(ask.get(page).text())
                .contains("data-question=\"note\" data-kind=\"text\" data-show-if=\"{&quot;known&quot;:true}\">");
    }

    private void fill() {
        house.rooms()
                .documents()
                .fillIn(
                        id(),
                        Json.readObject("""
                        {"count": 3, "panel": "2026-11-12", "papers": [{"id": "do1", "paper": "Observation of a visit"}]}
                        """, "record"),
                        Actor.SYSTEM,
                        WebHouse.CLOCK.instant(),
                        java.time.LocalDate.of(2026, 11, 21));
    }

    private void save(Map<String, String> boxes) {
        ask.post(page, withPage(boxes)).expect(303);
    }

    private Map<String, String> withPage(Map<String, String> boxes) {
        Map<String, String> all = new java.util.LinkedHashMap<>(boxes);
        all.putIfAbsent("_do", "later");
        all.put("_base", String.valueOf(document().revision()));
        all.put("_end", "1");
        return all;
    }

    private Map<String, @Nullable Object> answers() {
        return document().answers();
    }

    private Document document() {
        return house.rooms().documents().get(id());
    }

    private String id() {
        return document.substring(document.lastIndexOf('/') + 1);
    }
}
