package quire.hints;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A name of the list, in all the ways in which people write it: whole, the surname alone, with a title, with initials. */
final class ListedName {

    private static final int LONGEST = 200;
    private static final String SEPARATOR = "[\\s-]{1,3}";
    private static final String TITLES =
            "(?:mrs?|ms|miss|mx|dr|prof|professor|sir|dame|lady|lord|rev|cllr|judge)\\.?\\s{1,3}";
    private static final String INITIALS = "(?:\\p{L}(?:\\.\\s?|\\s|-)){1,3}";
    /** Small words before a surname that belong to it. */
    private static final Set<String> PARTICLES = Set.of(
            "van", "von", "de", "der", "den", "da", "di", "du", "la", "le", "del", "della", "dos", "das", "al", "el",
            "bin", "ibn", "abu", "ap", "ab", "ferch", "st", "mac", "ter", "ten", "zu", "af", "av", "o");

    /** Scripts that put no space between words, so that no place in a text can be called the edge of one. */
    private static final Pattern UNSPACED = Pattern.compile(
            ".*[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}\\p{IsLao}\\p{IsKhmer}\\p{IsMyanmar}].*");

    /** The ways that are a name whether written with capitals or without. */
    private final Pattern sure;
    /** The surname, alone or behind initials: without capitals it may be any word. */
    private final Pattern unsure;

    private final boolean isUnspaced;

    private ListedName(List<String> given, List<String> family, boolean isUnspaced) {
        this.isUnspaced = isUnspaced;
        String surname = form(family);
        List<String> all = new ArrayList<>(given);
        all.addAll(family);
        List<String> ways = new ArrayList<>(List.of("(?:" + TITLES + ")?" + form(all), TITLES + surname));
        if (!given.isEmpty()) {
            ways.add("(?:" + TITLES + ")?" + form(given.subList(0, 1)) + SEPARATOR + surname);
            ways.add("(?:" + TITLES + ")" + INITIALS + surname);
            ways.add(surname + ",?\\s{1,3}" + form(given));
        }
        this.sure = Pattern.compile(edged(given.isEmpty() ? TITLES + surname : String.join("|", ways)));
        this.unsure = Pattern.compile(edged("(?:" + INITIALS + ")?(" + surname + ")"));
    }

    /** Empty if there is no letter in it. */
    static Optional<ListedName> of(String name) {
        String plain = FoldedText.of(name.length() > LONGEST ? name.substring(0, LONGEST) : name)
                .text();
        List<String> words = Arrays.stream(plain.strip().split("\\s+", -1))
                .filter(word -> word.chars().anyMatch(Character::isLetter))
                .toList();
        if (words.isEmpty()) {
            return Optional.empty();
        }
        int last = words.size() - 1;
        while (last > 1 && PARTICLES.contains(words.get(last - 1))) {
            last--;
        }
        return Optional.of(new ListedName(
                words.subList(0, last),
                words.subList(last, words.size()),
                UNSPACED.matcher(plain).matches()));
    }

    List<Hint> in(FoldedText text) {
        List<Hint> found = new ArrayList<>();
        Matcher name = sure.matcher(text.text());
        while (name.find()) {
            found.add(hint(name, text));
        }
        Matcher word = unsure.matcher(text.text());
        while (word.find()) {
            if (isUnspaced || (text.isCapital(word.start()) && text.isCapital(word.start(1)))) {
                found.add(hint(word, text));
            }
        }
        return found;
    }

    private static Hint hint(Matcher matcher, FoldedText text) {
        return new Hint(Hint.Kind.NAME, text.place(matcher.start()), text.place(matcher.end()));
    }

    private static String form(List<String> words) {
        return String.join(SEPARATOR, words.stream().map(ListedName::form).toList());
    }

    /** A name in two parts is written with a hyphen, or with a space. */
    private static String form(String word) {
        return String.join(
                SEPARATOR,
                Arrays.stream(word.split("-", -1)).map(Pattern::quote).toList());
    }

    private String edged(String form) {
        return isUnspaced ? "(?:" + form + ")" : "(?<![\\p{L}\\p{N}])(?:" + form + ")(?![\\p{L}\\p{N}])";
    }
}
