package quire.bundle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import quire.core.Digest;
import quire.documents.Rewording;
import quire.portfolio.Signature;

/**
 * Says of people, organisations and places what they are instead of who. Names are found in any spelling of their apostrophes and
 * hyphens, whole in any case, and parts of them where they begin with a capital letter. Immutable once made.
 */
final class Coding implements Rewording {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}]*");
    private static final Pattern BETWEEN = Pattern.compile("[\\s.,'’ʼ‘\\-‐‑–/&()]{1,4}");
    private static final Pattern EMAIL =
            Pattern.compile("[\\p{L}\\p{N}._%+'-]+@[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+");
    private static final Set<String> TITLES =
            Set.of("mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "sir", "dame", "rev");
    private static final int MOST_WORDS = 12;
    private static final String WITHHELD = "Name withheld";

    private final Map<String, String> whole = new HashMap<>();
    private final Map<String, String> parts = new HashMap<>();
    private final Set<String> kept;
    private int longest = 1;

    /** @param kept the fields of the block at the head of papers that stay */
    Coding(Set<String> kept) {
        this.kept = Set.copyOf(kept);
    }

    /** A piece of text that is one word, and where it lies. */
    private record Word(String text, String folded, int start, int end) {}

    /** Words that stand for somebody or something, and what is said instead. */
    private record Hit(int words, String instead) {}

    /**
     * Somebody who must not be known.
     *
     * @param name as it is written anywhere
     * @param instead what is said of them
     */
    Coding person(String name, String instead) {
        List<Word> words = words(name);
        if (words.isEmpty()) {
            return this;
        }
        addWhole(name, instead);
        Word given = words.get(0);
        List<Word> family = words.subList(1, words.size());
        if (!family.isEmpty()) {
            Word last = family.get(family.size() - 1);
            addKey(whole, given.folded() + " " + last.folded(), instead);
            String initial = given.folded().substring(0, given.folded().offsetByCodePoints(0, 1));
            addKey(whole, initial + " " + last.folded(), instead);
            addKey(whole, initial + " " + key(family), instead);
            addKey(parts, key(family), instead);
        }
        words.stream().filter(word -> word.text().length() > 2).forEach(word -> addKey(parts, word.folded(), instead));
        return this;
    }

    /** A name of something, or a number: as a whole, in any case. */
    Coding thing(String name, String instead) {
        addWhole(name, instead);
        return this;
    }

    /** A word that alone tells what is meant, where it begins with a capital letter. */
    Coding word(String word, String instead) {
        words(word).forEach(one -> addKey(parts, one.folded(), instead));
        return this;
    }

    /** Two codings with the same digest say the same of every text. */
    Digest digest() {
        return Digest.of(new TreeMap<>(whole) + "\n" + new TreeMap<>(parts) + "\n" + new TreeSet<>(kept));
    }

    @Override
    public String text(String text) {
        String plain = EMAIL.matcher(text).replaceAll("[e-mail address]");
        List<Word> words = words(plain);
        StringBuilder reworded = new StringBuilder();
        int copied = 0;
        for (int i = 0; i < words.size(); ) {
            Hit hit = hit(words, i, plain);
            if (hit == null) {
                i++;
                continue;
            }
            reworded.append(plain, copied, start(words, i, copied, plain)).append(hit.instead());
            copied = words.get(i + hit.words() - 1).end();
            i += hit.words();
        }
        return reworded.append(plain.substring(copied)).toString();
    }

    @Override
    public String signer(Signature signature) {
        return WITHHELD;
    }

    @Override
    public Set<String> kept() {
        return kept;
    }

    /** “Mr” goes with the name behind it. */
    private static int start(List<Word> words, int first, int copied, String text) {
        if (first > 0) {
            Word before = words.get(first - 1);
            boolean title = TITLES.contains(before.folded()) && before.start() >= copied;
            if (title
                    && BETWEEN.matcher(text.substring(
                                    before.end(), words.get(first).start()))
                            .matches()) {
                return before.start();
            }
        }
        return words.get(first).start();
    }

    /** The longest that stands for something from this word on. */
    private @Nullable Hit hit(List<Word> words, int first, String text) {
        Hit found = null;
        StringBuilder key = new StringBuilder();
        for (int i = first; i < Math.min(words.size(), first + longest); i++) {
            Word word = words.get(i);
            if (i > first) {
                String between = text.substring(words.get(i - 1).end(), word.start());
                if (!BETWEEN.matcher(between).matches()) {
                    break;
                }
                key.append(' ');
            }
            key.append(word.folded());
            String instead = whole.get(key.toString());
            if (instead == null && isCapital(words.get(first)) && isCapital(word)) {
                instead = parts.get(key.toString());
            }
            if (instead != null) {
                found = new Hit(i - first + 1, instead);
            }
        }
        return found;
    }

    private static boolean isCapital(Word word) {
        int letter = word.text().codePointAt(0);
        // Scripts without cases have no small letters to tell from.
        return !Character.isLowerCase(letter);
    }

    private void addWhole(String name, String instead) {
        List<Word> words = words(name);
        if (!words.isEmpty() && words.size() <= MOST_WORDS) {
            addKey(whole, key(words), instead);
        }
    }

    private void addKey(Map<String, String> to, String key, String instead) {
        to.putIfAbsent(key, instead);
        longest = Math.max(
                longest, (int) key.chars().filter(letter -> letter == ' ').count() + 1);
    }

    private static String key(List<Word> words) {
        return String.join(" ", words.stream().map(Word::folded).toList());
    }

    private static List<Word> words(String text) {
        List<Word> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            String word = matcher.group();
            words.add(new Word(word, word.toLowerCase(Locale.ROOT), matcher.start(), matcher.end()));
        }
        return words;
    }
}
