package quire.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static quire.portfolio.BesideHouse.NOW;
import static quire.portfolio.BesideHouse.TODAY;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import quire.core.Digest;
import quire.core.Problem;
import quire.forms.Form;
import quire.forms.FormReader;
import quire.forms.Forms;
import quire.store.Database;
import quire.testkit.OnBothDatabases;
import quire.testkit.TestDatabase;

/** Drafts go to a newer version of their form when somebody says so, and no word of them is lost. */
@OnBothDatabases
class MovingTest {

    private static final String FIRST = """
            form: diary
            version: 1
            title: Diary
            roles:
              nqsw: {label: "Social worker", from: portfolio}
              assessor: {label: "Assessor", from: portfolio}
            lists: {mood: [{id: good, text: Good}, {id: bad, text: Bad}]}
            sections:
              - id: own
                title: "My days"
                owner: nqsw
                visible_to: [assessor]
                fields:
                  - {id: story, type: longtext, label: "What happened?", required: true}
                  - {id: old, type: longtext, label: "What did you think then?"}
                  - {id: moods, type: choices, list: mood, label: "How was it?"}
                  - id: aims
                    type: repeat
                    label: "Aim"
                    item:
                      - {id: aim, type: text, label: "What?"}
                      - {id: why, type: longtext, label: "Why?"}
              - id: view
                title: "The assessor’s view"
                owner: assessor
                visible_to: [nqsw]
                fields:
                  - {id: opinion, type: longtext, label: "What do you think?"}
            sign_off:
              - {step: 1, by: {all: [nqsw]}, covers: [own], statement: "I wrote this."}
            """;
    private static final String SECOND = FIRST.replace("version: 1", "version: 2")
            .replace("      - {id: old, type: longtext, label: \"What did you think then?\"}\n", "")
            .replace("          - {id: why, type: longtext, label: \"Why?\"}\n", "")
            .replace(", {id: bad, text: Bad}", "")
            .replace(
                    "      - {id: moods,",
                    "      - {id: place, type: text, label: \"Where?\", required: true}\n      - {id: moods,");
    private static final Form V1 = FormReader.read(FIRST, "diary.yaml").orThrow();
    private static final Form V2 = FormReader.read(SECOND, "diary.yaml").orThrow();

    private Database database;
    private BesideHouse house;
    private Documents documents;
    private Moving moving;
    private String id;

    @BeforeEach
    void open(TestDatabase place) {
        database = place.open();
        house = new BesideHouse(database);
        documents = new Documents(database, Forms.NONE.holding(List.of(V1, V2), Set.of(), List.of()));
        moving = documents.moving();
        id = documents
                .start(new Placement(house.portfolio, "diary"), V1, Map.of(), house.asAna, NOW, TODAY)
                .id();
        write(
                "own",
                Map.of(
                        "story",
                        "I went.",
                        "old",
                        "I thought four words.",
                        "moods",
                        List.of("good", "bad"),
                        "aims",
                        List.of(Map.of("id", "a", "aim", "To listen", "why", "It helps"))));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void thePreviewSaysWhatItWouldMean() {
        documents.sections().complete(id, "own", house.asAna, NOW, TODAY);
        Move move = moving.preview(id, 2, TODAY);
        assertThat(move.summary())
                .startsWith("1 new question, 2 questions removed")
                .contains("(8 words are kept under “Earlier answers”)");
        assertThat(move.reopened()).extracting(section -> section.id()).containsExactly("own");
        assertThat(document().form()).isEqualTo(V1);
        assertThat(moving.offered(document())).contains(V2);
    }

    @Test
    void whatTheVersionHasNoPlaceForIsKept() {
        documents.sections().complete(id, "own", house.asAna, NOW, TODAY);
        Document moved = moving.move(id, 2, house.asAna, NOW, TODAY);
        assertThat(moved.form()).isEqualTo(V2);
        assertThat(document()).isEqualTo(moved);
        assertThat(moved.answers())
                .isEqualTo(Map.of(
                        "story", "I went.",
                        "moods", List.of("good"),
                        "aims", List.of(Map.of("id", "a", "aim", "To listen"))));
        assertThat(moved.state("own")).isEqualTo(SectionState.IN_PROGRESS);
        assertThat(moving.earlier(id))
                .extracting(EarlierAnswer::label, EarlierAnswer::answer)
                .containsExactlyInAnyOrder(
                        tuple("What did you think then?", "I thought four words."),
                        tuple("How was it?", List.of("good", "bad")),
                        tuple("Aim 1: Why?", "It helps"));
        assertThat(moving.earlier(id)).allSatisfy(one -> assertThat(one.field()).isNotNull());
        assertThat(house.deeds("document", id)).endsWith("document.moved");
        assertThat(documents.history(id)).hasSize(moved.revision());
        assertThat(documents.answersAt(id, moved.revision() - 1)).containsEntry("old", "I thought four words.");
    }

    @Test
    void whoeverSaysItTwiceHasSaidItOnce() {
        Document first = moving.move(id, 2, house.asAna, NOW, TODAY);
        assertThat(moving.move(id, 2, house.asAna, NOW, TODAY)).isEqualTo(first);
        assertThat(house.deeds("document", id)).containsOnlyOnce("document.moved");
        assertThat(moving.offered(first)).isEmpty();
        assertThatThrownBy(() -> moving.move(id, 1, house.asAna, NOW, TODAY))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("It has a newer version of the form already");
    }

    @Test
    void whatAnybodyEverSignedKeepsItsVersion() {
        documents.sections().complete(id, "own", house.asAna, NOW, TODAY);
        Signing signing = documents.signing();
        SignOff.Place place = signing.signOff(document(), TODAY).place("0.nqsw").orElseThrow();
        Map<String, Digest> templates = Map.of("pdf", Digest.of("a layout"));
        Digest seen = signing.preview(document(), place, "nqsw", templates, house.asAna)
                .digest();
        signing.sign(id, new Sign("0.nqsw", "nqsw", "key", seen, "password", templates), house.asAna, NOW, TODAY);
        documents.sections().reopenSigned(id, Set.of("own"), "A slip.", house.asRuth, NOW);
        write("own", Map.of("story", "I went twice."));
        Document before = document();
        assertThat(moving.offered(before)).isEmpty();
        assertThatThrownBy(() -> moving.move(id, 2, house.asAna, NOW, TODAY))
                .isInstanceOf(Problem.class)
                .hasMessageStartingWith("Somebody has signed in it");
        assertThat(document()).isEqualTo(before);
    }

    @Test
    void aClosedPortfolioStaysAsItIs() {
        house.close();
        assertThatThrownBy(() -> moving.move(id, 2, house.asAna, NOW, TODAY)).isInstanceOf(Problem.class);
        assertThat(document().form()).isEqualTo(V1);
    }

    /** A page of version 1 sends what was typed on it after the paper went to version 2. */
    @Test
    void s72_aLateSaveOfTheVersionBeforeLosesNothing() {
        int base = document().revision();
        moving.move(id, 2, house.asRuth, NOW, TODAY);
        Sent late = Sent.of("own", Map.of("story", "I went late.", "old", "Five late words of mine."), base)
                .under("k1");
        Conflict conflict = conflict(late);
        assertThat(conflict.differences()).extracting(one -> one.field().id()).containsExactly("story");
        assertThat(document().answers()).containsEntry("story", "I went.");
        assertThat(earlier()).contains("Five late words of mine.");
        assertThat(conflict(late)).isEqualTo(conflict);
        documents
                .earlierWords()
                .decide(
                        id,
                        "own",
                        List.of(new Decision(conflict.setAside(), "story", Decision.Choice.MINE)),
                        document().revision(),
                        house.asAna,
                        NOW,
                        TODAY);
        assertThat(document().answers()).containsEntry("story", "I went late.");
    }

    @Test
    void s72_aLateSaveOfQuestionsThatAreGoneIsKeptWithThem() {
        int base = document().revision();
        moving.move(id, 2, house.asRuth, NOW, TODAY);
        Conflict conflict = conflict(Sent.of("own", Map.of("old", "Only this."), base));
        assertThat(conflict.differences()).isEmpty();
        assertThat(documents.earlierWords().conflicts(id)).isEmpty();
        assertThat(earlier()).contains("Only this.");
    }

    /** What waited to be decided about when the paper went on can still be decided, and the rest of it is kept. */
    @Test
    void whatWasSetAsideGoesAlong() {
        int base = document().revision();
        write("own", Map.of("story", "I went there.", "old", "Saved thought."));
        conflict(Sent.of("own", Map.of("story", "I did not go.", "old", "Refused thought."), base));
        moving.move(id, 2, house.asAna, NOW, TODAY);
        assertThat(documents.earlierWords().conflicts(id))
                .singleElement()
                .satisfies(open -> assertThat(open.differences())
                        .extracting(one -> one.field().id())
                        .containsExactly("story"));
        assertThat(earlier()).contains("Saved thought.", "Refused thought.");
    }

    @Test
    void anAnswerFromBeforeComesBackAsFarAsThereIsRoom() {
        int before = document().revision();
        moving.move(id, 2, house.asAna, NOW, TODAY);
        write("own", Map.of("aims", List.of()));
        documents
                .earlierWords()
                .restore(id, "aims", null, before, document().revision(), house.asAna, NOW, TODAY)
                .orThrow();
        assertThat(document().answers()).containsEntry("aims", List.of(Map.of("id", "a", "aim", "To listen")));
    }

    private Conflict conflict(Sent sent) {
        Conflict conflict = documents.save(id, sent, house.asAna, NOW, TODAY).conflict();
        assertThat(conflict).isNotNull();
        return Objects.requireNonNull(conflict);
    }

    private List<Object> earlier() {
        return moving.earlier(id).stream().map(EarlierAnswer::answer).toList();
    }

    private Document document() {
        return documents.get(id);
    }

    private void write(String section, Map<String, @Nullable Object> answers) {
        documents.save(id, section, answers, document().revision(), house.asAna, NOW, TODAY);
    }
}
