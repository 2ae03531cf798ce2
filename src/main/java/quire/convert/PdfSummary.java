package quire.convert;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A file in a few words: {@code 14 pages, A4, text can be searched, not accessible}. */
final class PdfSummary {

    private PdfSummary() {}

    /**
     * @param pages how many there are
     * @param facts of those that were looked at
     * @param isWhole whether those are all
     */
    static String of(int pages, List<PageFacts> facts, boolean isWhole, boolean isAccessible) {
        String count = pages == 1 ? "1 page" : pages + " pages";
        return isWhole
                ? String.join(
                        ", ",
                        count,
                        sizes(facts),
                        text(facts),
                        isAccessible ? "tagged for screen readers" : "not accessible")
                : count + ", too large to be looked at in full";
    }

    private static String sizes(List<PageFacts> facts) {
        Map<PaperSize, Long> sizes = facts.stream()
                .collect(Collectors.groupingBy(
                        (Function<PageFacts, PaperSize>) PaperSize::of, TreeMap::new, Collectors.counting()));
        String words = sizes.keySet().stream().map(PaperSize::words).collect(Collectors.joining(" and "));
        return sizes.size() == 1 && sizes.containsKey(PaperSize.OTHER) ? "not a usual size of paper" : words;
    }

    private static String text(List<PageFacts> facts) {
        long written = facts.stream().filter(page -> !page.isBlank()).count();
        long searchable = facts.stream().filter(PageFacts::hasText).count();
        if (written == 0) {
            return "empty";
        } else if (searchable == written) {
            return "text can be searched";
        }
        return searchable == 0 ? "text cannot be searched" : "text of " + searchable + " of them can be searched";
    }
}
