package quire.redaction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import quire.core.Digest;
import quire.documents.Rewording;
import quire.hints.Hints;
import quire.portfolio.EvidenceFile;
import quire.portfolio.Signature;

/**
 * Says of people, organisations and places what they are instead of who, and takes out what somebody has decided to. Names are found
 * in any spelling of their apostrophes and hyphens, whole in any case, and parts of them where they begin with a capital letter.
 * Immutable once made.
 */
public final class Coding implements Rewording {

    private static final Pattern EMAIL =
            Pattern.compile("[\\p{L}\\p{N}._%+'-]+@[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+");
    private static final Set<String> TITLES =
            Set.of("mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "sir", "dame", "rev");
    private static final int MOST_WORDS = 12;
    private static final String WITHHELD = "Name withheld";

    private final Map<String, String> whole = new HashMap<>();
    private final Map<String, String> parts = new HashMap<>();
    private final List<String> names = new ArrayList<>();
    private final List<Removal> removals = new ArrayList<>();
    private final Set<String> left = new TreeSet<>();
    private final Map<String, FileDecision> files = new TreeMap<>();
    private final Set<String> kept;
    private int longest = 1;
    private @Nullable Hints hints;

    /** @param kept the fields of the block at the head of papers that stay */
    Coding(Set<String> kept) {
        this.kept = Set.copyOf(kept);
    }

    /** Words that stand for somebody or something, and what is said instead. */
    private record Hit(int words, String instead) {}

    /** Words that somebody has decided to take out, however their spaces and letters are written. */
    private record Removal(Pattern form, String instead) {}

    /**
     * A place in a text where something else is said.
     *
     * @param start where it begins
     * @param end the place after its end
     * @param instead what is said there
     * @param decided whether because somebody decided so, and not because the record knows what stands there
     */
    public record Place(int start, int end, String instead, boolean decided) {}

    /**
     * Somebody who must not be known.
     *
     * @param name as it is written anywhere
     * @param instead what is said of them
     */
    Coding person(String name, String instead) {
        List<Word> words = Word.in(name);
        if (words.isEmpty()) {
            return this;
        }
        names.add(name);
        addWhole(name, instead);
        Word given = words.get(0);
        List<Word> family = words.subList(1, words.size());
        if (!family.isEmpty()) {
            Word last = family.get(family.size() - 1);
            addKey(whole, given.folded() + " " + last.folded(), instead);
            String initial = given.folded().substring(0, given.folded().offsetByCodePoints(0, 1));
            addKey(whole, initial + " " + last.folded(), instead);
            addKey(whole, initial + " " + Word.key(family), instead);
            addKey(parts, Word.key(family), instead);
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
        Word.in(word).forEach(one -> addKey(parts, one.folded(), instead));
        return this;
    }

    /** What somebody has decided about words. */
    Coding decided(Decision decision) {
        if (decision.removes()) {
            removals.add(new Removal(form(decision.text()), decision.instead()));
        } else {
            left.add(decision.text());
        }
        return this;
    }

    /** What somebody has decided about a file. */
    Coding decided(FileDecision decision) {
        files.put(decision.file(), decision);
        return this;
    }

    /** Whether somebody has decided that a coded bundle holds a file, as its content is now; empty where nobody has. */
    public Optional<Boolean> shows(EvidenceFile file) {
        return Optional.ofNullable(files.get(file.id()))
                .filter(decision -> decision.digest().equals(file.digest()))
                .map(FileDecision::shows);
    }

    private static Pattern form(String text) {
        StringBuilder form = new StringBuilder("(?<![\\p{L}\\p{N}])");
        boolean first = true;
        for (String word : text.strip().split("\\s+", -1)) {
            form.append(first ? "" : "\\s{1,4}").append(Pattern.quote(word));
            first = false;
        }
        return Pattern.compile(
                form.append("(?![\\p{L}\\p{N}])").toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** Whether somebody has decided that these words stay. */
    boolean isLeft(String text) {
        return left.contains(text);
    }

    /** Finds what else may identify somebody, names of the list in their rarer spellings among it. */
    synchronized Hints hints() {
        if (hints == null) {
            hints = new Hints(names);
        }
        return hints;
    }

    /** Two codings with the same digest say the same of every text, and ask the same about it. */
    public Digest digest() {
        return Digest.of(String.join(
                "\n",
                new TreeMap<>(whole).toString(),
                new TreeMap<>(parts).toString(),
                new TreeSet<>(kept).toString(),
                removals.stream().map(Removal::toString).sorted().toList().toString(),
                left.toString()));
    }

    @Override
    public String text(String text) {
        StringBuilder reworded = new StringBuilder();
        int copied = 0;
        for (Place place : places(text)) {
            reworded.append(text, copied, place.start()).append(place.instead());
            copied = place.end();
        }
        return reworded.append(text.substring(copied)).toString();
    }

    /** Where something else is said, in the order of the text; no two overlap. */
    public List<Place> places(String text) {
        NavigableMap<Integer, Place> places = new TreeMap<>();
        removals.forEach(removal -> addAll(removal.form().matcher(text), removal.instead(), true, places));
        addAll(EMAIL.matcher(text), "[e-mail address]", false, places);
        addNames(text, places);
        return List.copyOf(places.values());
    }

    private void addNames(String text, NavigableMap<Integer, Place> places) {
        List<Word> words = Word.in(text);
        int end = 0;
        for (int i = 0; i < words.size(); ) {
            Hit hit = hit(words, i, text, places);
            if (hit == null) {
                i++;
                continue;
            }
            int titled = start(words, i, end, text);
            end = words.get(i + hit.words() - 1).end();
            int start = isFree(titled, end, places) ? titled : words.get(i).start();
            places.put(start, new Place(start, end, hit.instead(), false));
            i += hit.words();
        }
    }

    private static void addAll(Matcher matcher, String instead, boolean decided, NavigableMap<Integer, Place> to) {
        while (matcher.find()) {
            if (isFree(matcher.start(), matcher.end(), to)) {
                to.put(matcher.start(), new Place(matcher.start(), matcher.end(), instead, decided));
            }
        }
    }

    /** @param taken by their beginnings; no two overlap */
    private static boolean isFree(int start, int end, NavigableMap<Integer, Place> taken) {
        Map.Entry<Integer, Place> before = taken.lowerEntry(end);
        return before == null || before.getValue().end() <= start;
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
            if (title && before.joins(words.get(first), text)) {
                return before.start();
            }
        }
        return words.get(first).start();
    }

    /** The longest that stands for something from this word on. */
    private @Nullable Hit hit(List<Word> words, int first, String text, NavigableMap<Integer, Place> taken) {
        Hit found = null;
        StringBuilder key = new StringBuilder();
        for (int i = first; i < Math.min(words.size(), first + longest); i++) {
            Word word = words.get(i);
            if (i > first) {
                if (!words.get(i - 1).joins(word, text)) {
                    break;
                }
                key.append(' ');
            }
            key.append(word.folded());
            String instead = whole.get(key.toString());
            if (instead == null && words.get(first).isCapital() && word.isCapital()) {
                instead = parts.get(key.toString());
            }
            if (instead != null && isFree(words.get(first).start(), word.end(), taken)) {
                found = new Hit(i - first + 1, instead);
            }
        }
        return found;
    }

    private void addWhole(String name, String instead) {
        List<Word> words = Word.in(name);
        if (!words.isEmpty() && words.size() <= MOST_WORDS) {
            addKey(whole, Word.key(words), instead);
        }
    }

    private void addKey(Map<String, String> to, String key, String instead) {
        to.putIfAbsent(key, instead);
        longest = Math.max(
                longest, (int) key.chars().filter(letter -> letter == ' ').count() + 1);
    }
}
