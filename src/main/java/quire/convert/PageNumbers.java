package quire.convert;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;

/** Numbers of pages in words: {@code page 3}, {@code pages 1 to 4, 7 and 9}. */
final class PageNumbers {

    private static final int MOST = 5;

    private PageNumbers() {}

    /** @param pages not empty */
    static String words(SortedSet<Integer> pages) {
        List<String> stretches = stretches(pages);
        int more = stretches.size() - MOST;
        List<String> shown = more > 0 ? stretches.subList(0, MOST) : stretches;
        String noun = pages.size() == 1 ? "page " : "pages ";
        if (more > 0) {
            return noun + String.join(", ", shown) + " and others";
        }
        int last = shown.size() - 1;
        return last == 0
                ? noun + shown.get(0)
                : noun + String.join(", ", shown.subList(0, last)) + " and " + shown.get(last);
    }

    private static List<String> stretches(SortedSet<Integer> pages) {
        List<String> stretches = new ArrayList<>();
        int first = pages.first();
        int before = first;
        for (int page : pages) {
            if (page > before + 1) {
                addStretch(first, before, stretches);
                first = page;
            }
            before = page;
        }
        addStretch(first, before, stretches);
        return stretches;
    }

    private static void addStretch(int first, int last, List<String> stretches) {
        if (last - first >= 2) {
            stretches.add(first + " to " + last);
        } else {
            for (int page = first; page <= last; page++) {
                stretches.add(String.valueOf(page));
            }
        }
    }
}
