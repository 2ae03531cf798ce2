package quire.web.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class WordChangesTest {

    @Test
    void tellsWhatWasAddedAndTakenOut() {
        WordChanges changes = WordChanges.between("I went to see her.", "I went again to see them.");
        assertThat(changes.pieces())
                .containsExactly(
                        new WordChanges.Piece(WordChanges.Fate.STAYED, "I went "),
                        new WordChanges.Piece(WordChanges.Fate.NEW, "again "),
                        new WordChanges.Piece(WordChanges.Fate.STAYED, "to see "),
                        new WordChanges.Piece(WordChanges.Fate.GONE, "her."),
                        new WordChanges.Piece(WordChanges.Fate.NEW, "them."));
        assertThat(changes.added()).isEqualTo(2);
        assertThat(changes.gone()).isEqualTo(1);
    }

    @Test
    void takesALongTextForNewRatherThanCompareForEver() {
        String before = "a ".repeat(20_000).strip() + " x";
        String after = "b ".repeat(20_000).strip() + " y";
        assertThat(WordChanges.between(before, after).gone()).isEqualTo(20_001);
    }

    @Property(tries = 300)
    void whatStayedAndWhatIsNewIsTheLaterText(@ForAll("texts") String before, @ForAll("texts") String after) {
        WordChanges changes = WordChanges.between(before, after);
        assertThat(text(changes, WordChanges.Fate.NEW)).isEqualTo(after);
        assertThat(text(changes, WordChanges.Fate.GONE).split("\\s+")).isEqualTo(before.split("\\s+"));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("one", "two", "three", "four", "five\n", "six\n\n")
                .list()
                .ofMaxSize(12)
                .map(words -> String.join(" ", words));
    }

    private static String text(WordChanges changes, WordChanges.Fate fate) {
        List<WordChanges.Fate> wanted = List.of(WordChanges.Fate.STAYED, fate);
        return changes.pieces().stream()
                .filter(piece -> wanted.contains(piece.fate()))
                .map(WordChanges.Piece::text)
                .collect(Collectors.joining());
    }
}
