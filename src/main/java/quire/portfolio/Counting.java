package quire.portfolio;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import quire.programme.Minimum;

/**
 * What a minimum counts: papers, or the entries of a repeat in them.
 *
 * @param minimum the programme's rule
 * @param read gives a paper; it is asked only where answers count
 */
record Counting(Minimum minimum, Function<String, Document> read) {

    /** Those papers of some that count: signed by all who sign them. */
    List<Summary> papers(Stream<Checklist.Item> items) {
        return items.flatMap(item -> item.documents().stream())
                .distinct()
                .filter(paper -> paper.isFinished() && minimum.forms().contains(paper.form()))
                .toList();
    }

    /** The answers of what counts in some papers, one for each thing that counts. */
    Stream<Map<?, ?>> answers(List<Summary> papers) {
        return papers.stream().flatMap(paper -> answers(read.apply(paper.id()).answers()));
    }

    /** The answers of a paper, or of its entries where those are counted. */
    Stream<Map<?, ?>> answers(Map<String, @Nullable Object> answers) {
        String entries = minimum.entries();
        if (entries == null) {
            return Stream.of(answers);
        }
        return answers.get(entries) instanceof List<?> list
                ? list.stream().flatMap(entry -> entry instanceof Map<?, ?> map ? Stream.of(map) : Stream.empty())
                : Stream.empty();
    }

    /** How many things have an answer. */
    static int having(List<Map<?, ?>> things, Minimum.Among among) {
        return (int) things.stream()
                .filter(thing -> Objects.equals(thing.get(among.field()), among.answer()))
                .count();
    }
}
