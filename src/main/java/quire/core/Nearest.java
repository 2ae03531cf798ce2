package quire.core;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds the name that somebody probably meant. */
public final class Nearest {

    private static final int LONGEST = 60;
    /** More names of a like length were not written by a person, and would take their time. */
    private static final int MOST = 1_000;
    /** One mistyping for so many letters; of shorter names every other would be near. */
    private static final int SHORT = 3;

    private Nearest() {}

    /** The known name with the fewest mistypings between it and this one; null if none is near. */
    public static @Nullable String to(String typed, Iterable<String> known) {
        if (typed.length() > LONGEST) {
            return null;
        }
        String nearest = null;
        int fewest = 1 + typed.length() / SHORT;
        int looked = 0;
        for (String candidate : known) {
            if (Math.abs(candidate.length() - typed.length()) >= fewest) {
                continue;
            } else if (++looked > MOST) {
                break;
            }
            int mistypings = mistypings(typed.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
            if (mistypings < fewest) {
                fewest = mistypings;
                nearest = candidate;
            }
        }
        return nearest;
    }

    /** Letters to add, drop, change or swap with their neighbour (optimal string alignment). */
    private static int mistypings(String from, String to) {
        int[][] cost = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, from, to, i, j);
            }
        }
        return cost[from.length()][to.length()];
    }

    private static int cheapest(int[][] cost, String from, String to, int i, int j) {
        boolean same = from.charAt(i - 1) == to.charAt(j - 1);
        int best = Math.min(cost[i - 1][j - 1] + (same ? 0 : 1), Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        boolean swapped =
                i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
}
