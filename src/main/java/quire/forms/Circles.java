package quire.forms;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds things that depend on themselves. */
final class Circles {

    private Circles() {}

    /**
     * The shortest way from a thing back to itself.
     *
     * @param dependsOn what each thing depends on directly
     * @return the things on the way, the start first and not repeated; empty if there is none
     */
    static List<String> through(String start, Map<String, Set<String>> dependsOn) {
        Map<String, String> cameFrom = new HashMap<>();
        Deque<String> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            String here = open.remove();
            for (String next : dependsOn.getOrDefault(here, Set.of())) {
                if (next.equals(start)) {
                    return way(start, here, cameFrom);
                }
                if (cameFrom.putIfAbsent(next, here) == null) {
                    open.add(next);
                }
            }
        }
        return List.of();
    }

    private static List<String> way(String start, String last, Map<String, String> cameFrom) {
        List<String> way = new ArrayList<>();
        for (String here = last; here != null && !here.equals(start); here = cameFrom.get(here)) {
            way.add(0, here);
        }
        way.add(0, start);
        return way;
    }
}
