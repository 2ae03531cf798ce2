package quire.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static quire.portfolio.BesideHouse.NOW;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import quire.core.Digest;
import quire.core.Problem;
import quire.people.Actor;
import quire.testkit.OnBothDatabases;
import quire.testkit.TestDatabase;

@OnBothDatabases
class CommentsTest {

    private static final Instant LATER = NOW.plusSeconds(60);

    private BesideHouse house;
    private Comments comments;
    private String document;

    @BeforeEach
    void open(TestDatabase place) {
        house = new BesideHouse(place.open());
        comments = new Comments(house.database, house.documents);
        document = house.document();
    }

    @Test
    void standBesideTheirSection() {
        Comment first = add("Say more about the plan.");
        Comment answer = comments.answer(first.id(), "I have.", house.asAna, LATER);
        comments.answer(answer.id(), "Good.", house.asRuth, LATER.plusSeconds(1));
        comments.add(document, "after", "Well put.", house.asRuth, LATER);
        assertThat(comments.ofSection(document, "before")).singleElement().satisfies(conversation -> {
            assertThat(conversation.first()).isEqualTo(first);
            assertThat(conversation.answers()).extracting(Comment::text).containsExactly("I have.", "Good.");
            assertThat(conversation.isOpen()).isTrue();
        });
        assertThat(comments.ofDocument(document)).hasSize(2);
        assertThat(first.revision()).isEqualTo(1);
        assertThat(house.documents.get(document).revision()).isEqualTo(1);
    }

    @Test
    void theTrailKnowsIdsAndDigestsOnly() {
        Comment comment = comments.add(document, "before", "A secret.", house.asRuth.asDeputyOf("max"), NOW);
        assertThat(house.last().entry()).satisfies(entry -> {
            assertThat(entry.action()).isEqualTo("comment.added");
            assertThat(entry.actor()).isEqualTo(house.ruth.id());
            assertThat(entry.portfolio()).isEqualTo(house.portfolio);
            assertThat(entry.details())
                    .isEqualTo(Map.of(
                            "deputy_of",
                            "max",
                            "document",
                            document,
                            "section",
                            "before",
                            "text",
                            Digest.of("A secret.").hex()));
        });
        assertThat(comment.deputyOf()).isEqualTo("max");
        assertThat(comments.get(comment.id()).deputyOf()).isEqualTo("max");
    }

    @Test
    void areDealtWithAndOpenedAgain() {
        Comment first = add("Say more.");
        Comment answer = comments.answer(first.id(), "Done.", house.asAna, NOW);
        comments.dealWith(answer.id(), house.asAna, LATER);
        comments.dealWith(first.id(), house.asRuth, LATER);
        assertThat(comments.get(first.id()).dealtWith()).isEqualTo(new Comment.DealtWith(house.ana.id(), LATER));
        assertThat(comments.get(first.id()).isOpen()).isFalse();
        comments.reopen(first.id(), house.asRuth, LATER);
        comments.reopen(first.id(), house.asRuth, LATER);
        assertThat(comments.get(first.id()).isOpen()).isTrue();
        assertThat(house.deeds("comment", first.id()))
                .containsExactly("comment.added", "comment.dealt_with", "comment.reopened");
    }

    @Test
    void whatWasTakenBackIsGoneFromViewButNotFromTheRecord() {
        Comment first = add("Too harsh.");
        comments.answer(first.id(), "Pardon?", house.asAna, NOW);
        comments.takeBack(first.id(), house.asRuth, LATER);
        comments.takeBack(first.id(), house.asRuth, LATER);
        assertThat(comments.ofDocument(document)).singleElement().satisfies(conversation -> {
            assertThat(conversation.first().isTakenBack()).isTrue();
            assertThat(conversation.first().text()).isEmpty();
            assertThat(conversation.isOpen()).isFalse();
            assertThat(conversation.answers()).extracting(Comment::text).containsExactly("Pardon?");
        });
        assertThat(comments.get(first.id()).text()).isEmpty();
        assertThat(comments.by(house.ruth.id())).extracting(Comment::text).containsExactly("Too harsh.");
        assertThat(house.deeds("comment", first.id())).containsExactly("comment.added", "comment.taken_back");
        assertThatThrownBy(() -> comments.answer(first.id(), "Hm.", house.asAna, LATER))
                .hasMessage("This comment was taken back.");
        assertThatThrownBy(() -> comments.dealWith(first.id(), house.asAna, LATER))
                .hasMessage("This comment was taken back.");
    }

    @Test
    void onlyTheirWriterTakesThemBack() {
        Comment first = add("Stays.");
        assertThatThrownBy(() -> comments.takeBack(first.id(), house.asAna, LATER))
                .isInstanceOf(Problem.class)
                .hasMessage("Only the person who wrote a comment can take it back.");
        assertThat(comments.get(first.id()).text()).isEqualTo("Stays.");
    }

    @Test
    void countTheOpenOnesOfManyPortfolios() {
        String other = house.enrol("NV-2026-002", house.person("Bo Example", "bo@example.org"));
        Comment first = add("One.");
        add("Two.");
        comments.answer(first.id(), "Answers do not count.", house.asAna, NOW);
        comments.dealWith(add("Three.").id(), house.asAna, NOW);
        comments.takeBack(add("Four.").id(), house.asRuth, NOW);
        assertThat(comments.open(List.of(house.portfolio, other))).isEqualTo(Map.of(house.portfolio, 2, other, 0));
        assertThat(comments.open(List.of())).isEmpty();
        assertThat(comments.openByDocument(house.portfolio)).isEqualTo(Map.of(document, 2));
    }

    @Test
    void countThePortfoliosOfAWholePartnership() {
        add("One.");
        List<String> many = new ArrayList<>(List.of(house.portfolio));
        for (int i = 0; i < 3_000; i++) {
            many.add("none-" + i);
        }
        assertThat(comments.open(many)).hasSize(3_001).containsEntry(house.portfolio, 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \r\n\t ", "\u0000"})
    void needSomeText(String text) {
        assertThatThrownBy(() -> add(text)).isInstanceOf(Problem.class).hasMessage("Enter a comment.");
    }

    @Test
    void s67_areNotTooLong() {
        String longest = "\uD83D\uDE42".repeat(Comments.LONGEST);
        assertThat(comments.get(add(longest).id()).text()).isEqualTo(longest);
        assertThatThrownBy(() -> add(longest + "x"))
                .isInstanceOf(Problem.class)
                .hasMessage("The comment must be 5,000 characters or fewer.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "{{7*7}} ${7*7}",
                "javascript:alert(1)",
                "'; drop table section_comment; --",
                "=HYPERLINK(\"http://example.org\")",
                "a\u202Eb",
                "e\u0301\u0301\u0301"
            })
    void s64_keepWhatWasTyped(String text) {
        assertThat(comments.get(add(text).id()).text()).isEqualTo(text);
    }

    @Test
    void s66_areCleanedAsAnswersAre() {
        assertThat(add("one\r\ntwo\rthree\uD800\u0000\uFFFE four ").text()).isEqualTo("one\ntwo\nthree four");
    }

    @Test
    void needASectionOfAPaperOfAPortfolio() {
        assertThatThrownBy(() -> comments.add(document, "nowhere", "Hm.", house.asRuth, NOW))
                .hasMessageContaining("has no section “nowhere”");
        assertThatThrownBy(() -> comments.add("nothing", "before", "Hm.", house.asRuth, NOW))
                .hasMessage("There is no such document.");
        assertThatThrownBy(() -> comments.answer("nothing", "Hm.", house.asRuth, NOW))
                .hasMessage("There is no such comment.");
        String alone = house.alone();
        assertThatThrownBy(() -> comments.add(alone, "before", "Hm.", house.asRuth, NOW))
                .hasMessage("Only the papers of a portfolio can be commented on.");
    }

    @Test
    void aClosedPortfolioTakesNone() {
        Comment first = add("Before.");
        house.close();
        for (Callable<?> change : List.<Callable<?>>of(
                () -> add("After."),
                () -> comments.answer(first.id(), "After.", house.asAna, NOW),
                () -> taken(first.id(), house.asRuth))) {
            assertThatThrownBy(change::call)
                    .isInstanceOf(Problem.class)
                    .hasMessage("This portfolio is closed, so nothing in it can be changed any more.");
        }
        assertThat(comments.ofDocument(document)).hasSize(1);
    }

    @Test
    void whoPressesTwiceHasWrittenOnce() throws Exception {
        ExecutorService hands = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Comment>> presses = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                presses.add(() -> add("Once."));
            }
            List<Comment> written = new ArrayList<>();
            for (Future<Comment> press : hands.invokeAll(presses)) {
                written.add(press.get());
            }
            assertThat(written)
                    .extracting(Comment::id)
                    .containsOnly(written.get(0).id());
        } finally {
            hands.shutdownNow();
        }
        assertThat(comments.ofDocument(document)).hasSize(1);
        comments.add(document, "before", "Once.", house.asAna, NOW);
        comments.add(document, "after", "Once.", house.asRuth, NOW);
        assertThat(comments.ofDocument(document)).hasSize(3);
    }

    private boolean taken(String id, Actor by) {
        comments.takeBack(id, by, NOW);
        return true;
    }

    private Comment add(String text) {
        return comments.add(document, "before", text, house.asRuth, NOW);
    }
}
