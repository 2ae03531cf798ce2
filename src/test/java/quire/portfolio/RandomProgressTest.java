package quire.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import quire.store.Database;
import quire.testkit.OnBothDatabases;
import quire.testkit.TestDatabase;

/** Whatever happens to papers, in whatever order: what the record fills in is what somebody counts who looks at each. */
@OnBothDatabases
class RandomProgressTest {

    private static final List<SectionState> STATES =
            List.of(SectionState.IN_PROGRESS, SectionState.COMPLETED, SectionState.LOCKED);

    /** Papers of the first half of a child and family year that count, with what is counted. */
    private static final Map<String, String> COUNTED = Map.of(
            "observation-1", "observations",
            "observation-2", "observations",
            "people-feedback-1", "people_feedback",
            "people-feedback-2", "people_feedback",
            "professional-feedback-1", "professional_feedback",
            "professional-feedback-2", "professional_feedback",
            "documentation-1", "documents",
            "documentation-2", "documents");

    private Database database;
    private FillingHouse house;

    /** What a person would note down who did each of these things. */
    private final List<Done> done = new ArrayList<>();

    private record Done(String paper, String document, int entries, SectionState state) {}

    @BeforeEach
    void open(TestDatabase place) {
        database = place.open();
        house = new FillingHouse(database, "child-and-family", Map.of());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void isWhatSomebodyCountsWhoLooksAtEach() {
        String review = house.begin("interim-review");
        String checklist = house.begin("checklist-6");
        Random random = new Random(20260601);
        List<String> papers = COUNTED.keySet().stream().sorted().toList();
        for (int step = 0; step < 40; step++) {
            house.goTo(FillingHouse.START.plusDays(step));
            if (done.isEmpty() || random.nextInt(3) > 0) {
                begin(papers.get(random.nextInt(papers.size())), random);
            } else {
                move(random.nextInt(done.size()), STATES.get(random.nextInt(STATES.size())));
            }
            compareReview(review);
            compareChecklist(checklist, papers);
        }
        assertThat(done).extracting(Done::state).containsAll(STATES);
    }

    private void begin(String paper, Random random) {
        String document = house.begin(paper);
        int entries = 0;
        if (paper.startsWith("documentation")) {
            entries = 1 + random.nextInt(3);
            List<Object> seen = new ArrayList<>();
            for (int i = 0; i < entries; i++) {
                seen.add(Map.of("id", "d" + i, "document_type", "assessment"));
            }
            house.save(document, Map.of("documents_seen", seen));
        }
        SectionState state = STATES.get(random.nextInt(STATES.size()));
        house.put(document, state, Map.of());
        done.add(new Done(paper, document, entries, state));
    }

    private void move(int at, SectionState state) {
        Done before = done.get(at);
        house.put(before.document(), state, Map.of());
        done.set(at, new Done(before.paper(), before.document(), before.entries(), state));
    }

    private void compareReview(String review) {
        Map<String, Integer> counted = new HashMap<>();
        done.stream()
                .filter(one -> one.state() == SectionState.LOCKED)
                .forEach(one -> counted.merge(
                        COUNTED.get(one.paper()),
                        one.paper().startsWith("documentation") ? one.entries() : 1,
                        Integer::sum));
        Map<String, Map<?, ?>> table = house.table(review, "minimums");
        for (String kind : Set.copyOf(COUNTED.values())) {
            int there = counted.getOrDefault(kind, 0);
            assertThat(table.get(kind))
                    .isEqualTo(Map.of(
                            "row",
                            kind,
                            "minimum_count",
                            BigDecimal.valueOf(there),
                            "minimum_needed",
                            BigDecimal.valueOf(2),
                            "minimum_reached",
                            there >= 2));
        }
        assertThat(table).hasSize(4);
    }

    private void compareChecklist(String checklist, List<String> papers) {
        Map<String, Map<?, ?>> table = house.table(checklist, "documents");
        for (String paper : papers) {
            List<Done> of =
                    done.stream().filter(one -> one.paper().equals(paper)).toList();
            for (int i = 0; i < Math.max(1, of.size()); i++) {
                @Nullable SectionState state = i < of.size() ? of.get(i).state() : null;
                String key = i == 0 ? paper : paper + "-" + (i + 1);
                Map<?, ?> entry = Objects.requireNonNull(table.get(key), paper);
                assertThat(entry.get("present")).isEqualTo(state != null);
                assertThat(entry.get("complete")).isEqualTo(state != null && state.isDone());
                assertThat(entry.get("signed")).isEqualTo(state == SectionState.LOCKED);
            }
        }
    }
}
