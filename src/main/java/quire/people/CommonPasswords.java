package quire.people;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/**
 * What people choose so often that it is tried first: a list that travels with the program, and the ways in which people
 * stretch a short password that is on it. The list is read through for each question and kept nowhere: a password is
 * chosen seldom.
 */
final class CommonPasswords {

    private static final String LIST = "common-passwords.txt.gz";

    /** What everybody who uses this program has in mind. */
    private static final Set<String> OF_OUR_TRADE = Set.of(
            "socialwork",
            "socialworker",
            "supervision",
            "portfolio",
            "assessor",
            "safeguarding",
            "asye",
            "nqsw",
            "quire");

    /** What people write for a letter, and below it the letter. */
    private static final String MASKS = "013457@$!";

    private static final String MASKED = "oieastasi";

    private static final int SHORTEST_PIECE = 6;
    private static final int FEW = 4;

    private CommonPasswords() {}

    static boolean holds(String password) {
        String folded = password.toLowerCase(Locale.ROOT);
        return hasFewCharacters(folded) || isRow(folded) || isRepeated(folded) || isListed(candidates(folded));
    }

    /** The password itself, what is left without the digits and signs around it, and that with its 4s read as a. */
    private static Set<String> candidates(String folded) {
        Set<String> candidates = new HashSet<>();
        candidates.add(folded);
        String core = folded.replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", "");
        // What is around it must not be the greater part: that would be chance enough.
        if (core.length() * 2 >= folded.length()) {
            candidates.add(core);
            candidates.add(unmasked(core));
        }
        int unit = unit(folded);
        if (unit < folded.length()) {
            candidates.add(folded.substring(0, unit));
        }
        return candidates;
    }

    private static boolean hasFewCharacters(String folded) {
        return folded.chars().distinct().count() < FEW;
    }

    /** Mostly one after the other in the alphabet or the digits, in either direction. */
    private static boolean isRow(String folded) {
        int next = 0;
        for (int i = 1; i < folded.length(); i++) {
            next += Math.abs(folded.charAt(i) - folded.charAt(i - 1)) <= 1 ? 1 : 0;
        }
        return next >= folded.length() - 3;
    }

    private static boolean isRepeated(String folded) {
        return unit(folded) <= SHORTEST_PIECE;
    }

    /** The length of the shortest piece of which the whole is made again and again; its own length if it is not. */
    private static int unit(String text) {
        for (int unit = 1; unit <= text.length() / 2; unit++) {
            if (text.startsWith(text.substring(unit))) {
                return unit;
            }
        }
        return text.length();
    }

    private static String unmasked(String core) {
        StringBuilder plain = new StringBuilder();
        core.chars().forEach(c -> {
            int mask = MASKS.indexOf(c);
            plain.append(mask < 0 ? (char) c : MASKED.charAt(mask));
        });
        return plain.toString();
    }

    private static boolean isListed(Set<String> candidates) {
        if (candidates.stream().anyMatch(OF_OUR_TRADE::contains)) {
            return true;
        }
        try (InputStream list = CommonPasswords.class.getResourceAsStream(LIST)) {
            if (list == null) {
                throw new IllegalStateException(LIST + " is missing from the program");
            }
            BufferedReader lines =
                    new BufferedReader(new InputStreamReader(new GZIPInputStream(list), StandardCharsets.UTF_8));
            return lines.lines().anyMatch(candidates::contains);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + LIST, e);
        }
    }
}
