package quire.store;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number of a step of the schema.
 *
 * @param number of the feature
 * @param part of it; 0 for the first, and for a feature that is one step
 */
record Step(int number, int part) implements Comparable<Step> {

    private static final Pattern WORDS = Pattern.compile("([0-9]{1,9})(?:[._]([0-9]{1,9}))?");
    private static final Comparator<Step> ORDER =
            Comparator.comparingInt(Step::number).thenComparingInt(Step::part);

    /** @throws IllegalArgumentException if the words are not like 2 or 2.1 */
    static Step of(String words) {
        Matcher parts = WORDS.matcher(words);
        if (!parts.matches()) {
            throw new IllegalArgumentException("Not a step: " + words);
        }
        return new Step(
                Integer.parseInt(parts.group(1)), parts.group(2) == null ? 0 : Integer.parseInt(parts.group(2)));
    }

    @Override
    public int compareTo(Step other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return part == 0 ? String.valueOf(number) : number + "." + part;
    }
}
