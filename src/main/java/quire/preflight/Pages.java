package quire.preflight;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import quire.pdf.SurveyedPage;

/** Numbers of pages in words. */
final class Pages {

    private static final int MOST_STRETCHES = 12;

    private Pages() {}

    /** The numbers, from 1, of those that are so. */
    static SortedSet<Integer> where(List<SurveyedPage> pages, IntPredicate which) {
        return IntStream.rangeClosed(1, pages.size())
                .filter(which)
                .boxed()
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** {@code Page 3}, {@code Pages 3, 5 and 8 to 10}; to begin a sentence. */
    static String words(SortedSet<Integer> pages) {
        List<String> stretches = stretches(pages);
        String more = "";
        if (stretches.size() > MOST_STRETCHES) {
            more = " and others";
            stretches = stretches.subList(0, MOST_STRETCHES);
        }
        String first = String.join(", ", stretches.subList(0, stretches.size() - (more.isEmpty() ? 1 : 0)));
        String last = more.isEmpty() ? stretches.get(stretches.size() - 1) : "";
        String all = first.isEmpty() || last.isEmpty() ? first + last : first + " and " + last;
        return (pages.size() == 1 ? "Page " : "Pages ") + all + more;
    }

    /** The one verb for one page, the other for several. */
    static String verb(SortedSet<Integer> pages, String one, String several) {
        return " " + (pages.size() == 1 ? one : several) + " ";
    }

    private static List<String> stretches(SortedSet<Integer> pages) {
        List<String> stretches = new ArrayList<>();
        int from = 0;
        int to = -1;
        for (int page : pages) {
            if (page != to + 1) {
                add(from, to, stretches);
                from = page;
            }
            to = page;
        }
        add(from, to, stretches);
        return stretches;
    }

    private static void add(int from, int to, List<String> stretches) {
        if (to > from + 1) {
            stretches.add(from + " to " + to);
        } else if (to > from && from > 0) {
            stretches.add(String.valueOf(from));
            stretches.add(String.valueOf(to));
        } else if (to > 0) {
            stretches.add(String.valueOf(to));
        }
    }
}
