package quire.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import quire.core.Finding;
import quire.core.Json;
import quire.core.Problem;
import quire.forms.Form;
import quire.forms.FormReader;
import quire.people.Actor;
import quire.store.Database;
import quire.testkit.OnBothDatabases;
import quire.testkit.TestDatabase;

/** What the record fills in, between the saves of people. */
@OnBothDatabases
class FillInTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-21");
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00.000Z");
    private static final Form FORM = FormReader.read("""
            form: checklist
            version: 1
            title: Checklist
            roles: {nqsw: {label: "Social worker"}}
            sections:
              - id: all
                title: "All"
                owner: nqsw
                fields:
                  - {id: count, type: number, label: "Papers", filled_by: record}
                  - {id: note, type: text, label: "Note"}
                  - id: papers
                    type: repeat
                    label: "Papers in the portfolio"
                    filled_by: record
                    item:
                      - {id: paper, type: text, label: "Paper", filled_by: record}
                      - {id: remark, type: text, label: "Remark"}
            """, "checklist.yaml").orThrow();

    private Database database;
    private Documents documents;
    private String id;

    @BeforeEach
    void open(TestDatabase place) {
        database = place.open();
        documents = new Documents(database);
        id = documents.start(FORM, Map.of(), Actor.SYSTEM, NOW, TODAY).id();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void makesARevisionOfItsOwnAndStartsNoSection() {
        Saved saved = fill("{'count': 2, 'papers': [{'id': 'do1', 'paper': 'Observation'}]}");
        assertThat(saved.changed()).containsExactly("count", "papers");
        assertThat(saved.revision()).isEqualTo(2);
        assertThat(documents.get(id).state("all")).isEqualTo(SectionState.NOT_STARTED);
        assertThat(documents.history(id).get(1).section()).isNull();
        assertThat(fill("{'count': 2.0}").revision()).isEqualTo(2);
        assertThat(documents.answersAt(id, 2)).containsEntry("count", new BigDecimal("2"));
    }

    @Test
    void staysAcrossSavesAndLeavesWhatPeopleTyped() {
        fill("{'count': 1, 'papers': [{'id': 'do1', 'paper': 'Observation'}]}");
        save("{'note': 'Mine', 'papers': [{'id': 'do1', 'remark': 'Good'}]}", 2);
        assertThat(papers()).isEqualTo("[{'id':'do1','paper':'Observation','remark':'Good'}]");
        fill("{'count': 2, 'papers': [{'id': 'new', 'paper': 'Review'}, {'id': 'do1', 'paper': 'Observation 1'}]}");
        assertThat(papers())
                .isEqualTo("[{'id':'new','paper':'Review'},{'id':'do1','paper':'Observation 1','remark':'Good'}]");
        assertThat(documents.get(id).answers())
                .containsEntry("count", new BigDecimal("2"))
                .containsEntry("note", "Mine");
    }

    @Test
    void isNobodysConflict() {
        fill("{'papers': [{'id': 'do1', 'paper': 'Observation'}]}");
        fill("{'papers': [{'id': 'do1', 'paper': 'Observation 1'}, {'id': 'do2', 'paper': 'Observation 2'}]}");
        save("{'papers': [{'id': 'do1', 'remark': 'Typed into the older page'}]}", 2);
        assertThat(papers())
                .isEqualTo("[{'id':'do1','paper':'Observation 1','remark':'Typed into the older page'},"
                        + "{'id':'do2','paper':'Observation 2'}]");
        assertThat(documents.setAside(id)).isEmpty();
    }

    @Test
    void setsAsideWhatWasTypedIntoAnEntryThatIsGone() {
        fill("{'papers': [{'id': 'do1', 'paper': 'Observation'}]}");
        fill("{'papers': [{'id': 'do2', 'paper': 'Observation 2'}]}");
        assertThatThrownBy(() -> save("{'papers': [{'id': 'do1', 'remark': 'Written in vain?'}]}", 2))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.CONFLICT));
        assertThat(Json.canonical(documents.setAside(id).get(0).answers())).contains("Written in vain?");
        assertThat(papers()).isEqualTo("[{'id':'do2','paper':'Observation 2'}]");
        save("{'papers': [{'id': 'do1'}], 'note': 'Nothing typed there'}", 2);
        assertThat(documents.get(id).answers()).containsEntry("note", "Nothing typed there");
    }

    @Test
    void leavesAConflictBetweenPeopleAConflict() {
        fill("{'papers': [{'id': 'do1', 'paper': 'Observation'}]}");
        save("{'papers': [{'id': 'do1', 'remark': 'Hers'}]}", 2);
        assertThatThrownBy(() -> save("{'papers': [{'id': 'do1', 'remark': 'His'}]}", 2))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.CONFLICT));
        assertThat(documents.setAside(id)).hasSize(1);
    }

    @Test
    void isRefusedWherePeopleTryToChangeIt() {
        fill("{'count': 1, 'papers': [{'id': 'do1', 'paper': 'Observation'}]}");
        for (String attempt : new String[] {
            "{'count': 7}",
            "{'count': null}",
            "{'papers': [{'id': 'do1', 'paper': 'Forged'}]}",
            "{'papers': [{'id': 'do1'}, {'id': 'do2'}]}",
            "{'papers': []}",
        }) {
            assertThatThrownBy(() -> save(attempt, 2))
                    .as(attempt)
                    .isInstanceOfSatisfying(
                            Problem.class,
                            problem -> assertThat(problem.findings())
                                    .extracting(Finding::code)
                                    .containsExactly("answer-filled"));
        }
        assertThat(documents.get(id).revision()).isEqualTo(2);
    }

    @Test
    void isTakenBackUnchangedFromWhoeverSendsItAlong() {
        fill("{'count': 1, 'papers': [{'id': 'do1', 'paper': 'Observation'}]}");
        save("{'count': 1, 'papers': [{'id': 'do1', 'paper': 'Observation', 'remark': 'Good'}]}", 2);
        assertThat(papers()).isEqualTo("[{'id':'do1','paper':'Observation','remark':'Good'}]");
    }

    @Test
    void keepsToWhatIsItsOwn() {
        assertThatThrownBy(() -> fill("{'note': 'Written by a machine'}"))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.findings())
                                .extracting(Finding::message)
                                .containsExactly("“note” is not filled in from the record."));
        assertThatThrownBy(() -> fill("{'papers': [{'paper': 'Nameless'}]}"))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.findings())
                                .singleElement()
                                .satisfies(
                                        finding -> assertThat(finding.message()).contains("needs an “id”")));
        assertThatThrownBy(() -> fill("{'count': 'many'}")).isInstanceOf(Problem.class);
        assertThat(documents.get(id).revision()).isEqualTo(1);
    }

    private String papers() {
        return Json.canonical(documents.get(id).answers())
                .replaceAll(".*\"papers\":(\\[.*?]).*", "$1")
                .replace('"', '\'');
    }

    private Saved fill(String json) {
        return documents.fillIn(id, data(json), Actor.SYSTEM, NOW, TODAY);
    }

    private Saved save(String json, int base) {
        return documents.save(id, "all", data(json), base, Actor.SYSTEM, NOW, TODAY);
    }

    private static Map<String, @Nullable Object> data(String json) {
        return Json.readObject(json.replace('\'', '"'), "answers");
    }
}
