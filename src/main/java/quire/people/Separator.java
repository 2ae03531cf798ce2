package quire.people;

import java.util.List;

/** What stands between the cells of a table: the mark that its first line has most of, outside quotation marks. */
final class Separator {

    private static final List<Character> CANDIDATES = List.of(',', ';', '\t');

    private Separator() {}

    /** Whether a table may say that this stands between its cells. */
    static boolean isOne(char sign) {
        return sign == '|' || CANDIDATES.contains(sign);
    }

    static char of(String text) {
        String heading = text.strip().lines().findFirst().orElse("");
        char best = ',';
        for (char candidate : CANDIDATES) {
            if (count(heading, candidate) > count(heading, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static int count(String heading, char candidate) {
        int count = 0;
        boolean quoted = false;
        for (int i = 0; i < heading.length(); i++) {
            quoted ^= heading.charAt(i) == '"';
            count += heading.charAt(i) == candidate && !quoted ? 1 : 0;
        }
        return count;
    }
}
