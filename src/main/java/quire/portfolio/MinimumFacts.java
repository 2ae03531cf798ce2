package quire.portfolio;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import quire.programme.FillSource;
import quire.programme.Minimum;
import quire.programme.Programme;
import quire.programme.Stage;

/**
 * What is known of the minimums of a year: how much there is, and how much there must be.
 *
 * @param portfolio whose year it is
 * @param checklist its papers on the day
 * @param own the paper that is filled in
 * @param stage the stage that this paper belongs to; null for none
 * @param read gives a paper; it is asked only for those whose answers count
 */
record MinimumFacts(
        Portfolio portfolio,
        Checklist checklist,
        Document own,
        @Nullable String stage,
        Function<String, Document> read) {

    /** Those that are meant, or all that the year asks for; a minimum of several stages once for each. */
    List<Known> of(FillSource source) {
        return minimums()
                .filter(minimum -> source.of().isEmpty() || source.of().contains(minimum.id()))
                .flatMap(minimum ->
                        minimum.inEach().isEmpty() ? Stream.of(whole(minimum, source)) : inEach(minimum, source))
                .toList();
    }

    /** One that is named; empty facts if the settings of this year do not ask for it. */
    Known one(List<String> named, FillSource source) {
        return minimums()
                .filter(minimum -> named.contains(minimum.id()))
                .findFirst()
                .map(minimum -> whole(minimum, source))
                .orElse(new Known("", Map.of()));
    }

    private Stream<Minimum> minimums() {
        return programme().minimums().stream().filter(minimum -> minimum.when().holds(portfolio.choices()));
    }

    private Programme programme() {
        return portfolio.programme();
    }

    private Known whole(Minimum minimum, FillSource source) {
        return known(
                minimum.id(),
                minimum.title(),
                minimum,
                source,
                Stream.concat(checklist.items(), checklist.further().stream()));
    }

    private Stream<Known> inEach(Minimum minimum, FillSource source) {
        return checklist.parts().stream()
                .filter(part -> minimum.inEach().contains(part.stage().id()))
                .filter(part -> isBy(part.stage().id(), by(source)))
                .map(part -> known(
                        minimum.id() + "-" + part.stage().id(),
                        minimum.title() + ": " + part.stage().title(),
                        minimum,
                        source,
                        part.items().stream()));
    }

    /** Whether a stage is over when another one is. */
    private boolean isBy(String one, @Nullable String by) {
        List<String> ids =
                programme().timeline().stages().stream().map(Stage::id).toList();
        return by == null || ids.indexOf(one) <= ids.indexOf(by);
    }

    private @Nullable String by(FillSource source) {
        return source.by() == null ? stage : source.by();
    }

    private Known known(String key, String title, Minimum minimum, FillSource source, Stream<Checklist.Item> items) {
        Counting counting = new Counting(minimum, read);
        List<Summary> papers = counting.papers(items);
        boolean withThis = source.withThis()
                && minimum.forms().contains(own.form().id())
                && papers.stream().noneMatch(paper -> paper.id().equals(own.id()));
        boolean answers = minimum.entries() != null || !minimum.among().isEmpty() || source.where() != null;
        List<Map<?, ?>> things = answers
                ? Stream.concat(counting.answers(papers), withThis ? counting.answers(own.answers()) : Stream.empty())
                        .toList()
                : List.of();
        int all = answers ? things.size() : papers.size() + (withThis ? 1 : 0);
        Minimum.Among where = source.where();
        int counted = where == null ? all : Counting.having(things, where);
        int now = minimum.neededBy(programme().timeline().stages(), by(source));
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("title", title);
        facts.put("counted", BigDecimal.valueOf(counted));
        facts.put("needed", BigDecimal.valueOf(minimum.count()));
        facts.put("needed_by_now", BigDecimal.valueOf(now));
        facts.put("reached", all >= minimum.count() && sharesAreReached(minimum, things));
        facts.put("reached_by_now", all >= now);
        facts.put("any", counted > 0);
        facts.put("all", all == 0 ? null : counted == all);
        return new Known(key, facts);
    }

    private static boolean sharesAreReached(Minimum minimum, List<Map<?, ?>> things) {
        return minimum.among().stream().allMatch(among -> Counting.having(things, among) >= among.count());
    }
}
