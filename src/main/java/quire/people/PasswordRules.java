package quire.people;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import quire.core.Finding;
import quire.core.Place;
import quire.core.Problem;

/** Which passwords we take: long ones with any characters, that nobody would try first. */
final class PasswordRules {

    static final int SHORTEST = 12;
    static final int LONGEST = 128;

    /** Shorter words are in too many others. */
    private static final int SHORTEST_NAME = 4;

    private PasswordRules() {}

    /** The same password from every keyboard: composed letters are one letter. Nothing else about it is touched. */
    static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC);
    }

    /**
     * Refuses what would be easy to guess.
     *
     * @throws Problem with a sentence that says why
     */
    static void check(String password, Person.Details person, Optional<Organisation> organisation) {
        String normal = normal(password);
        int length = normal.codePointCount(0, normal.length());
        if (length < SHORTEST) {
            throw wrong("password-short", "Password must be " + SHORTEST + " characters or more.");
        } else if (length > LONGEST) {
            throw wrong("password-long", "Password must be " + LONGEST + " characters or fewer.");
        }
        checkNames(normal, person, organisation);
        if (CommonPasswords.holds(normal)) {
            throw wrong(
                    "password-common",
                    "Many people choose a password like this one, so it is tried first. Choose another, for example four"
                            + " words that have nothing to do with each other.");
        }
    }

    /**
     * Refuses what many know of the person.
     *
     * @throws Problem with a sentence that says what
     */
    static void checkNames(String password, Person.Details person, Optional<Organisation> organisation) {
        String name = nameIn(normal(password), person, organisation);
        if (name != null) {
            throw wrong("password-name", "Password must not contain “" + name + "”, which many people know about you.");
        }
    }

    private static @Nullable String nameIn(
            String password, Person.Details person, Optional<Organisation> organisation) {
        List<String> known = new ArrayList<>();
        known.addAll(words(person.name()));
        known.addAll(words(
                person.email().substring(0, Math.max(0, person.email().lastIndexOf('@')))));
        organisation.ifPresent(employer -> known.addAll(words(employer.name())));
        String plain = plain(password);
        return known.stream()
                .filter(word -> plain.contains(plain(word)))
                .findFirst()
                .orElse(null);
    }

    /** The whole, and each word of it that is long enough. */
    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        words.add(text);
        words.addAll(List.of(text.split("[^\\p{L}\\p{N}]+", -1)));
        words.removeIf(word -> plain(word).length() < SHORTEST_NAME);
        return words;
    }

    /** Letters and digits without accents and case. */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "");
    }

    private static Problem wrong(String code, String message) {
        return Problem.badInput(Finding.error(code, message, Place.atPath("password")));
    }
}
