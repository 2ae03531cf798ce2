package quire.portfolio;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import quire.programme.Minimum;

/**
 * How much there is in a portfolio of something that its programme asks a least number of.
 *
 * @param minimum the id of the programme's rule
 * @param title what is counted, in words
 * @param stage the title of the stage that must have so many; empty for the whole year
 * @param counted how many there are: only what is signed by all who sign it counts
 * @param needed how many there must be in the end
 * @param shares what must be among them
 */
public record Tally(String minimum, String title, String stage, int counted, int needed, List<Share> shares) {

    public Tally {
        shares = List.copyOf(shares);
    }

    /**
     * Some of them must be of one sort.
     *
     * @param text which, to stand after a number
     */
    public record Share(String text, int counted, int needed) {

        public boolean isReached() {
            return counted >= needed;
        }
    }

    /** Whether there is enough, of every sort. */
    public boolean isReached() {
        return counted >= needed && shares.stream().allMatch(Share::isReached);
    }

    /**
     * The tallies of a portfolio, in the order of its programme.
     *
     * @param read gives a document of the checklist; it is asked only for those whose answers count
     */
    static List<Tally> of(Portfolio portfolio, Checklist checklist, Function<String, Document> read) {
        return portfolio.programme().minimums().stream()
                .filter(minimum -> minimum.when().holds(portfolio.choices()))
                .flatMap(minimum -> new Count(minimum, checklist, read).tallies())
                .toList();
    }

    /** The counting of one kind. */
    private record Count(Minimum minimum, Checklist checklist, Function<String, Document> read) {

        Stream<Tally> tallies() {
            if (minimum.inEach().isEmpty()) {
                return Stream.of(tally("", Stream.concat(checklist.items(), checklist.further().stream())));
            }
            return checklist.parts().stream()
                    .filter(part -> minimum.inEach().contains(part.stage().id()))
                    .map(part -> tally(part.stage().title(), part.items().stream()));
        }

        private Tally tally(String stage, Stream<Checklist.Item> items) {
            List<Summary> papers = items.flatMap(item -> item.documents().stream())
                    .distinct()
                    .filter(paper -> paper.isFinished() && minimum.forms().contains(paper.form()))
                    .toList();
            boolean answers = minimum.entries() != null || !minimum.among().isEmpty();
            List<?> things = answers ? papers.stream().flatMap(this::answers).toList() : papers;
            List<Share> shares = minimum.among().stream()
                    .map(among -> new Share(among.text(), having(things, among), among.count()))
                    .toList();
            return new Tally(minimum.id(), minimum.title(), stage, things.size(), minimum.count(), shares);
        }

        /** The answers of a paper, or of its entries where those are counted. */
        private Stream<?> answers(Summary paper) {
            Map<String, @Nullable Object> answers = read.apply(paper.id()).answers();
            if (minimum.entries() == null) {
                return Stream.of(answers);
            }
            return answers.get(minimum.entries()) instanceof List<?> entries ? entries.stream() : Stream.empty();
        }

        private static int having(List<?> things, Minimum.Among among) {
            return (int) things.stream()
                    .filter(thing -> Objects.equals(answer(thing, among.field()), among.answer()))
                    .count();
        }

        private static @Nullable Object answer(Object thing, String field) {
            return thing instanceof Map<?, ?> answers ? answers.get(field) : null;
        }
    }
}
