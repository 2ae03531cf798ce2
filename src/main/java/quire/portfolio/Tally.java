package quire.portfolio;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
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
            Counting counting = new Counting(minimum, read);
            List<Summary> papers = counting.papers(items);
            boolean answers = minimum.entries() != null || !minimum.among().isEmpty();
            List<Map<?, ?>> things = answers ? counting.answers(papers).toList() : List.of();
            List<Share> shares = minimum.among().stream()
                    .map(among -> new Share(among.text(), Counting.having(things, among), among.count()))
                    .toList();
            int counted = answers ? things.size() : papers.size();
            return new Tally(minimum.id(), minimum.title(), stage, counted, minimum.count(), shares);
        }
    }
}
