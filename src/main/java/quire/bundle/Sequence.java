package quire.bundle;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells what has kept its place, when things stand in another order than before. */
final class Sequence {

    private Sequence() {}

    /** As many as possible of those in both whose order is the same in both. */
    static Set<String> kept(List<String> before, List<String> after) {
        Map<String, Integer> places = new HashMap<>();
        before.forEach(key -> places.put(key, places.size()));
        List<String> both = after.stream().filter(places::containsKey).toList();
        int[] place =
                both.stream().mapToInt(key -> places.getOrDefault(key, -1)).toArray();
        int[] longest = new int[both.size()];
        int[] previous = new int[both.size()];
        int last = -1;
        for (int i = 0; i < both.size(); i++) {
            longest[i] = 1;
            previous[i] = -1;
            for (int j = 0; j < i; j++) {
                if (place[j] < place[i] && longest[j] >= longest[i]) {
                    longest[i] = longest[j] + 1;
                    previous[i] = j;
                }
            }
            last = last < 0 || longest[i] > longest[last] ? i : last;
        }
        Set<String> kept = new HashSet<>();
        for (int i = last; i >= 0; i = previous[i]) {
            kept.add(both.get(i));
        }
        return kept;
    }
}
