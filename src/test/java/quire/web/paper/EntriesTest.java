package quire.web.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EntriesTest {

    @Test
    void givesEachNewEntryANameOfItsOwn() {
        Entries entries = entries("r1", "r3");
        assertThat(entries.add()).isNotIn("r1", "r3");
        assertThat(entries.add()).isNotIn("r1", "r3");
        assertThat(ids(entries)).hasSize(4).doesNotHaveDuplicates();
    }

    @Test
    void movesByOnePlaceAndStaysAtTheEnds() {
        Entries entries = entries("a", "b", "c");
        entries.move("c", -1);
        assertThat(ids(entries)).containsExactly("a", "c", "b");
        entries.move("a", -1);
        entries.move("b", 1);
        entries.move("nobody", 1);
        assertThat(ids(entries)).containsExactly("a", "c", "b");
    }

    @Test
    void putsBackWhatWasRemovedWhereItWas() {
        Entries before = entries("a", "b", "c");
        Entries entries = entries("a", "b", "c");
        entries.remove("b");
        assertThat(ids(entries)).containsExactly("a", "c");
        entries.restore("b", before);
        entries.restore("b", before);
        assertThat(ids(entries)).containsExactly("a", "b", "c");
    }

    @Test
    void renamesWhatABrowserNamedAndNothingElse() {
        Entries named = entries("r1", "new7", "new8").named(entries("r1"));
        assertThat(ids(named)).containsExactly("r1", "r2", "r3");
    }

    @Test
    void isNoAnswerWhenEmpty() {
        Entries entries = entries("a");
        entries.remove("a");
        assertThat(entries.answer()).isNull();
        assertThat(Entries.of("no list").isEmpty()).isTrue();
    }

    private static Entries entries(String... ids) {
        return Entries.of(Arrays.stream(ids).map(id -> Map.of("id", id)).toList());
    }

    private static List<Object> ids(Entries entries) {
        return entries.answer() instanceof List<?> list
                ? list.stream()
                        .<Object>map(entry -> String.valueOf(((Map<?, ?>) entry).get("id")))
                        .toList()
                : List.of();
    }
}
